from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from app.text.change import Act, Change, Delete, Insert, Keep, Replace
from app.text.clash import ClashKind, clashes
from app.text.document import Document
from app.text.merge import Contested, Merged, merge
from app.text.packages import MOST, Compatible, Proposal, compatible
from app.text.paragraph import Paragraph, Role
from app.text.runs import runs_of
from tests.support.met import met
from tests.text.strategies import documents, few
from tests.text.strategies_changes import changes


def paragraph(key: str, text: str) -> Paragraph:
    return Paragraph(key, Role.OPERATIVE, runs_of(text))


BASE = Document(
    [
        paragraph("a", "Reconociendo las contribuciones de la niñez migrante,"),
        paragraph("b", "Decides to protect persons in transit and their families;"),
        paragraph("c", "Invites States to report by April."),
    ]
)


def change(number: int, act: Act, author: str) -> Change:
    return Change(number, (act,), author)


def says(text: str) -> Replace:
    return Replace("b", runs_of(text))


MIGRANTS = says("Decides to protect migrants in transit and their families;")
WOMEN = says("Decides to protect women in transit and their families;")
COMMUNITIES = says("Decides to protect persons in transit and their communities;")


def test_who_says_the_same_is_one_proposal_with_more_sponsors() -> None:
    found = compatible(
        BASE,
        [change(1, MIGRANTS, "Mexico"), change(2, MIGRANTS, "Honduras"), change(3, MIGRANTS, "Mexico")],
        {1: ["Panama", "Honduras"], 3: ["Panama", "Belize"]},
    )
    assert found == Compatible((Proposal((1, 2, 3), ("Mexico", "Honduras"), ("Panama", "Belize")),), ())


def test_the_same_new_paragraph_under_two_keys_is_one_proposal() -> None:
    one, other = Insert(paragraph("n", "Fight smuggling."), "c"), Insert(paragraph("m", "Fight smuggling."), "c")
    assert [each.changes for each in compatible(BASE, [change(1, one, "x"), change(2, other, "y")]).free] == [(1, 2)]


def test_one_key_at_two_places_keeps_proposals_apart() -> None:
    said = [Insert(paragraph(key, "Fight smuggling."), after) for key, after in (("n", "c"), ("m", "c"), ("n", "a"))]
    found = compatible(BASE, [change(number, act, "x") for number, act in enumerate(said)])
    assert [each.changes for each in found.free] == [(1,)]
    assert [[each.changes for each in group.proposals] for group in found.groups] == [[(0,), (2,)]]


def test_general_proposals_are_all_different_and_free() -> None:
    found = compatible(BASE, [Change(1, (), "x"), Change(2, (), "x")])
    assert [each.changes for each in found.free] == [(1,), (2,)]


def test_rivals_and_what_can_be_taken_together() -> None:
    found = compatible(
        BASE,
        [
            change(1, WOMEN, "Panama"),
            change(2, MIGRANTS, "Mexico"),
            change(3, Delete("c"), "Mexico"),
            change(4, COMMUNITIES, "Honduras"),
            change(5, MIGRANTS, "Belize"),
            change(6, Keep("a"), "Panama"),
            change(7, Keep("b"), "Costa Rica"),
        ],
        {2: ["Panama"], 7: ["Peru"]},
    )
    assert [each.changes for each in found.free] == [(3,), (6,)]
    (group,) = found.groups
    assert [each.changes for each in group.proposals] == [(1,), (2, 5), (4,), (7,)]
    assert {(place.kind, place.words) for place in group.rivalries} == {
        (ClashKind.WORDS, "persons"),
        (ClashKind.WORDS, BASE["b"].text),
    }
    assert [[each.changes for each in package.proposals] for package in group.packages] == [
        [(2, 5), (4,)],
        [(1,), (4,)],
        [(7,)],
    ]
    assert group.packages[0].sponsors == ("Mexico", "Belize", "Honduras")
    assert group.packages[0].supporters == ("Panama",)
    assert (group.complete, group.unseen) == (True, ())


def test_the_packages_with_the_most_delegations_behind_them_come_first() -> None:
    wordings = [
        says(f"Decides to protect {who} in transit and their families;") for who in ("women", "all", "youth", "some")
    ]
    proposed = [change(number, act, f"sponsor {number}") for number, act in enumerate(wordings)]
    supports = {1: ["Peru"], 2: ["Peru", "Chile", "Panama"], 3: ["Peru", "Chile"]}
    (group,) = compatible(BASE, proposed, supports).groups
    assert [package.proposals[0].changes for package in group.packages] == [(2,), (3,), (1,), (0,)]


def test_of_too_many_rivals_those_with_the_most_behind_them_are_looked_at_first() -> None:
    said = [says(f"Decides to protect {number} in transit and their families;") for number in range(3 * MOST)]
    proposed = [change(number, act, f"sponsor {number}") for number, act in enumerate(said)]
    proposed += [change(3 * MOST, said[-1], "one more")]
    (group,) = compatible(BASE, proposed, {3 * MOST - 2: ["Peru", "Chile"]}).groups
    assert [package.proposals[0].changes for package in group.packages[:3]] == [
        (3 * MOST - 2,),
        (3 * MOST - 1, 3 * MOST),
        (0,),
    ]


def test_rivals_in_two_places_are_two_groups() -> None:
    report, by_may = Delete("c"), Replace("c", runs_of("Invites States to report by May."))
    found = compatible(BASE, [change(n, act, "x") for n, act in enumerate((report, WOMEN, by_may, MIGRANTS))])
    assert [[each.changes for each in group.proposals] for group in found.groups] == [[(1,), (3,)], [(0,), (2,)]]


def test_of_too_many_rivals_it_is_said_where_the_search_stopped() -> None:
    said = [says(f"Decides to protect {number} in transit and their families;") for number in range(3 * MOST)]
    (group,) = compatible(BASE, [change(number, act, "x") for number, act in enumerate(said)]).groups
    assert not group.complete
    assert len(group.packages) == 2 * MOST
    shown = [proposal for package in group.packages for proposal in package.proposals]
    assert [*shown, *group.unseen] == list(group.proposals)


@met("free", "rivals", "several packages", "sponsored twice")
@few
@given(st.data())
def test_what_can_be_taken_together_is_what_merges(seen: Counter[str], data: st.DataObject) -> None:
    base = data.draw(documents(min_size=1))
    proposed = data.draw(changes(base, most=6))
    by_id = {change.id: change for change in proposed}
    found = compatible(base, proposed)
    groups = [*found.free, *(proposal for group in found.groups for proposal in group.proposals)]
    assert sorted(change for proposal in groups for change in proposal.changes) == sorted(by_id)
    assert all({by_id[one].author for one in proposal.changes} == {*proposal.sponsors} for proposal in groups)
    rivals = {frozenset((clash.one, clash.other)) for clash in clashes(base, proposed)}
    free = [change for proposal in found.free for change in proposal.changes]
    assert set(free) == set(by_id) - {change for pair in rivals for change in pair}
    for group in found.groups:
        inside = {change for proposal in group.proposals for change in proposal.changes}
        assert all(pair <= inside or not pair & inside for pair in rivals)
        assert {change for place in group.rivalries for camp in place.camps for change in camp} == inside
        assert group.complete
        for package in group.packages:
            taken = [change for proposal in package.proposals for change in proposal.changes]
            assert isinstance(merge(base, [by_id[one] for one in (*free, *taken)]), Merged)
            for other in inside - set(taken):
                assert isinstance(merge(base, [by_id[one] for one in (*taken, other)]), Contested)
        seen["several packages"] += len(group.packages) > 1
    seen["free"] += bool(found.free)
    seen["rivals"] += bool(found.groups)
    seen["sponsored twice"] += any(len(proposal.changes) > 1 for proposal in groups)
