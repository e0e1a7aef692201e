from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.apply import NotOnBase, apply, check
from app.text.change import Act, Change, Delete, Insert, Keep, Move, Replace
from app.text.clash import ClashKind
from app.text.document import Document
from app.text.merge import Contested, Merged, merge
from app.text.paragraph import Paragraph, Role
from app.text.rebase import Absorbed, Carried, Obstacle, Overtaken, rebase
from app.text.runs import Mark, Run, runs_of
from tests.support.met import met
from tests.text.strategies import documents, edited, few
from tests.text.strategies_changes import acts


def paragraph(key: str, text: str) -> Paragraph:
    return Paragraph(key, Role.OPERATIVE, runs_of(text))


PROTECT = "Decides to protect persons in transit and their families;"
RETURN = "Promover el retorno digno y seguro de las personas migrantes;"
BASE = Document([paragraph("a", PROTECT), paragraph("b", RETURN), paragraph("c", "Invites States to report by April.")])


def issued(*said: Act) -> Document:
    """The next revision, made of the base by these acts."""
    return apply(BASE, said)


def says(key: str, text: str) -> Replace:
    return Replace(key, runs_of(text))


def outcome(new: Document, *said: Act) -> Carried | Absorbed | Overtaken:
    return rebase(Change("g", said, "Guatemala"), BASE, new)


def test_words_the_revision_left_alone_are_carried_unchanged() -> None:
    change = Change("g", (says("b", RETURN.replace("digno", "digno, voluntario")),), "Guatemala")
    assert rebase(change, BASE, issued(Delete("c"))) == Carried(change, {}, unchanged=True)


def test_an_edit_is_shifted_over_what_the_revision_changed_beside_it() -> None:
    new = issued(says("a", "Decides also to protect persons in transit and in host communities;"))
    bold = Replace("a", (Run("Decides to protect "), Run("migrants", frozenset({Mark.BOLD})), Run(PROTECT[26:])))
    carried = outcome(new, bold)
    assert isinstance(carried, Carried)
    assert not carried.unchanged
    assert carried.change.acts == (
        Replace(
            "a",
            (
                Run("Decides also to protect "),
                Run("migrants", frozenset({Mark.BOLD})),
                Run(" in transit and in host communities;"),
            ),
        ),
    )


def test_what_the_revision_says_already_is_absorbed() -> None:
    said = (
        says("a", "Decides to protect migrants in transit and their families;"),
        Delete("b"),
        Move("c", None),
        Insert(paragraph("n", "Fight smuggling."), "c"),
    )
    assert outcome(issued(*said), *said) == Absorbed()
    assert outcome(issued(Insert(paragraph("other", "Fight smuggling."), None)), said[3]) == Absorbed()


def test_a_deletion_is_absorbed_by_a_greater_one() -> None:
    wanted = says("a", PROTECT.replace(" and their families", ""))
    assert outcome(issued(says("a", "Decides to protect persons;")), wanted) == Absorbed()


def test_what_is_absorbed_falls_away_and_the_rest_is_carried() -> None:
    wanted = says("b", RETURN.replace("digno", "digno, voluntario"))
    carried = outcome(issued(Delete("c")), wanted, Delete("c"))
    assert isinstance(carried, Carried)
    assert carried.change == Change("g", (wanted,), "Guatemala")
    assert not carried.unchanged


def test_edited_words_that_the_revision_edited_otherwise() -> None:
    new = issued(says("a", PROTECT.replace("persons in transit", "all migrants in transit")))
    assert outcome(new, says("a", PROTECT.replace("persons", "victims of crimes"))) == Overtaken(
        (Obstacle("a", "persons", ClashKind.WORDS),),
        (says("a", PROTECT.replace("persons in transit", "victims of crimes in transit")),),
    )


def test_two_insertions_at_one_point_are_never_ordered_by_luck() -> None:
    new = issued(says("a", PROTECT.replace("transit and", "transit who need it and")))
    overtaken = outcome(new, says("a", PROTECT.replace("transit and", "transit, in particular children, and")))
    assert isinstance(overtaken, Overtaken)
    assert overtaken.obstacles == (Obstacle("a", "transit and", ClashKind.WORDS),)


def test_a_paragraph_that_was_written_anew_under_another_key_is_suggested() -> None:
    text = RETURN.replace("Promover", "Facilitar y promover")
    new = issued(Delete("b"), Insert(paragraph("b2", text), "a"))
    assert outcome(new, says("b", RETURN.replace("digno", "digno, voluntario"))) == Overtaken(
        (Obstacle("b", RETURN, ClashKind.DELETION),), (says("b2", text.replace("digno", "digno, voluntario")),)
    )


def test_a_paragraph_that_is_gone_leaves_nothing_to_go_by() -> None:
    assert outcome(issued(Delete("b")), says("b", "Promover el retorno.")) == Overtaken(
        (Obstacle("b", RETURN, ClashKind.DELETION),), None
    )


def test_a_paragraph_that_was_reworded_is_not_deleted_unasked() -> None:
    assert outcome(issued(says("c", "Invites States to report by May.")), Delete("c")) == Overtaken(
        (Obstacle("c", "Invites States to report by April.", ClashKind.WORDS),), (Delete("c"),)
    )


def test_no_change_where_the_revision_changed_something() -> None:
    assert outcome(issued(says("b", "Promover el retorno.")), Keep("b")) == Overtaken(
        (Obstacle("b", RETURN, ClashKind.WORDS),), (says("b", RETURN),)
    )
    assert outcome(issued(Delete("b")), Keep("b")) == Overtaken(
        (Obstacle("b", RETURN, ClashKind.DELETION),), (Insert(BASE["b"], "a"),)
    )
    assert outcome(issued(Move("b", None)), Keep("b")) == Overtaken(
        (Obstacle("b", RETURN, ClashKind.MOVE),), (Move("b", "a"),)
    )
    assert outcome(issued(Delete("a")), Keep("b")) == Carried(Change("g", (Keep("b"),), "Guatemala"), {}, unchanged=True)


def test_a_paragraph_that_the_revision_moved_elsewhere() -> None:
    longer = Document([*BASE, paragraph("d", "Thanks the host."), paragraph("e", "Decides to meet again.")])
    new = apply(longer, (Move("a", "e"),))
    assert rebase(Change("g", (Move("a", "c"),)), longer, new) == Overtaken(
        (Obstacle("a", PROTECT, ClashKind.MOVE),), (Move("a", "c"),)
    )
    wanted = says("a", PROTECT.replace("persons", "migrants"))
    assert rebase(Change("g", (wanted,)), longer, new) == Carried(Change("g", (wanted,)), {"a": "e"})


def test_a_new_paragraph_whose_neighbour_is_gone_stands_after_the_nearest_before_it() -> None:
    one, other = paragraph("n1", "Fight smuggling."), paragraph("n2", "Fight trafficking.")
    carried = outcome(issued(Delete("b"), Delete("a")), Insert(one, "b"), Insert(other, "a"))
    assert isinstance(carried, Carried)
    assert carried.change.acts == (Insert(other, None), Insert(one, None))
    assert carried.moved_to == {"n1": None, "n2": None}


def test_another_paragraph_under_the_same_key() -> None:
    new = issued(Insert(paragraph("n", "Fight smuggling."), "c"))
    assert outcome(new, Insert(paragraph("n", "Fight trafficking."), "c")) == Overtaken(
        (Obstacle("n", "Fight smuggling.", ClashKind.INSERTION),), (says("n", "Fight trafficking."),)
    )


def test_a_change_that_is_not_on_the_base() -> None:
    with pytest.raises(NotOnBase):
        outcome(BASE, Delete("z"))


def test_a_proposal_on_the_text_as_a_whole_is_always_carried() -> None:
    assert rebase(Change("g", ()), BASE, Document()) == Carried(Change("g", ()), {}, unchanged=True)


@met("several acts", "one")
@few
@given(st.data())
def test_on_the_same_text_a_change_is_carried_unchanged(seen: Counter[str], data: st.DataObject) -> None:
    base = data.draw(documents())
    change = Change("g", data.draw(acts(base, "new")))
    assert rebase(change, base, Document(base)) == Carried(change, {}, unchanged=True)
    seen["several acts" if len(change.acts) > 1 else "one"] += 1


@met("Carried", "Absorbed", "Overtaken", "with a suggestion")
@few
@given(st.data())
def test_every_change_comes_out_under_one_heading(seen: Counter[str], data: st.DataObject) -> None:
    base = data.draw(documents(min_size=2))
    change = Change("g", data.draw(acts(base, "new")), "Guatemala")
    if data.draw(st.integers(0, 2)):
        new = data.draw(edited(base))
    else:
        new = apply(base, (*change.acts[: data.draw(st.integers(1, len(change.acts)))],))
    result = rebase(change, base, new)
    seen[type(result).__name__] += 1
    if isinstance(result, Carried):
        assert (result.change.id, result.change.author) == ("g", "Guatemala")
        assert result.change.acts
        apply(new, result.change.acts)
        assert not result.unchanged or result.change == change
    elif isinstance(result, Overtaken):
        assert result.obstacles
        assert all(obstacle.key in base or obstacle.key in new for obstacle in result.obstacles)
        if result.suggestion is not None:
            check(new, result.suggestion)
            seen["with a suggestion"] += 1


@met("Absorbed", "Carried")
@few
@given(st.data())
def test_a_revision_that_takes_a_change_absorbs_it(seen: Counter[str], data: st.DataObject) -> None:
    base = data.draw(documents(min_size=1))
    said = data.draw(acts(base, "new", most=1))
    new = apply(base, said)
    result = rebase(Change("g", said), base, new)
    idle = new == base or any(isinstance(act, Keep) for act in said)
    assert isinstance(result, Carried if idle else Absorbed)
    seen[type(result).__name__] += 1


@met("made", "contested")
@few
@given(st.data())
def test_carried_over_a_revision_that_does_not_clash_it_makes_what_the_merge_makes(
    seen: Counter[str], data: st.DataObject
) -> None:
    base = data.draw(documents(min_size=2))
    mine = tuple(act for act in data.draw(acts(base, "mine")) if isinstance(act, Replace))
    theirs = tuple(act for act in data.draw(acts(base, "theirs")) if isinstance(act, Replace))
    both = merge(base, [Change("mine", mine), Change("theirs", theirs)])
    result = rebase(Change("mine", mine), base, apply(base, theirs))
    if isinstance(both, Merged) and isinstance(result, Carried):
        assert apply(apply(base, theirs), result.change.acts) == both.document
        seen["made"] += bool(mine and theirs)
    seen["contested"] += isinstance(both, Contested)


def test_what_is_absorbed_keeps_its_place_before_what_is_carried() -> None:
    one, other = paragraph("n1", "Fight smuggling."), paragraph("n2", "Fight trafficking.")
    new = issued(Insert(one, "a"))
    carried = outcome(new, Insert(one, "a"), Insert(other, "a"))
    assert isinstance(carried, Carried)
    assert apply(new, carried.change.acts).keys == ("a", "n1", "n2", "b", "c")
    new = issued(Move("c", "a"))
    carried = outcome(new, Move("c", "a"), Insert(other, "a"))
    assert isinstance(carried, Carried)
    assert apply(new, carried.change.acts).keys == ("a", "c", "n2", "b")
