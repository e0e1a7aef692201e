from collections import Counter
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from app.text.change import Act, Change, Delete, Insert, Keep, Move, Replace
from app.text.clash import ClashKind, clashes
from app.text.contest import Contest
from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.rivalry import Rivalry, rivalries
from app.text.runs import NOTE_ANCHOR, Run, runs_of
from tests.support.met import met
from tests.text.strategies import documents, few
from tests.text.strategies_changes import changes


def paragraph(key: str, text: str) -> Paragraph:
    return Paragraph(key, Role.OPERATIVE, runs_of(text))


BASE = Document([paragraph("a", "Protect persons in transit and their families."), paragraph("b", "Meet.")])


def says(text: str) -> Replace:
    return Replace("a", runs_of(text))


def found(*acts: Act) -> list[Rivalry]:
    """The rivalries of so many changes of one act each, numbered from 0."""
    return list(rivalries(Contest(BASE, [Change(number, (act,)) for number, act in enumerate(acts)])))


def test_many_edits_of_one_word_are_one_place_and_who_says_the_same_is_one_camp() -> None:
    (place,) = found(
        says("Protect migrants in transit and their families."),
        says("Protect women in transit and their families."),
        says("Protect migrants in transit and their families."),
        says("Protect children in transit and their families."),
    )
    assert place == Rivalry("a", 2, 3, "persons", ClashKind.WORDS, ((0, 2), (1,), (3,)))


def test_a_long_edit_is_a_rival_of_short_ones_that_are_not_rivals() -> None:
    long = says("Protect everybody.")
    short = says("Protect migrants in transit and their families."), says("Protect persons in transit and their children.")
    assert [place.camps for place in found(long, *short)] == [((0,), (1,)), ((0,), (2,))]
    assert found(*short) == []


def test_insertions_on_either_side_of_a_blank() -> None:
    before, after = (
        says("Protect persons, children, in transit and their families."),
        says("Protect persons who are in transit and their families."),
    )
    assert [(place.words, place.camps) for place in found(before, after)] == [("persons in", ((0,), (1,)))]


def test_deleting_keeping_and_changing_are_three_camps() -> None:
    (place,) = found(Delete("a"), Keep("a"), says("Protect."), Move("a", "b"), Delete("a"))
    assert (place.kind, place.start, place.stop) == (ClashKind.DELETION, 0, 14)
    assert place.camps == ((0, 4), (1,), (2, 3))
    assert [place.kind for place in found(Keep("a"), says("Protect."))] == [ClashKind.WORDS]
    assert [place.kind for place in found(Keep("a"), Move("a", "b"))] == [ClashKind.MOVE]


def test_two_who_move_a_paragraph_elsewhere_and_one_who_edits_it() -> None:
    places = found(Move("a", "b"), Move("a", None), says("Protect."))
    assert [(place.kind, place.camps) for place in places] == [(ClashKind.MOVE, ((0,), (1,)))]


def test_paragraphs_at_one_place_after_a_moved_one_and_under_one_key() -> None:
    one, other = Insert(paragraph("n", "Fight smuggling."), "a"), Insert(paragraph("m", "Fight trafficking."), "a")
    assert [place.camps for place in found(one, other)] == [((0,), (1,))]
    assert [place.camps for place in found(one, Move("a", "b"))] == [((0,), (1,))]
    again = Insert(paragraph("n", "Fight smuggling."), None)
    assert [(place.key, place.camps) for place in found(one, again, one)] == [(None, ((0, 2), (1,)))]


def test_every_place_is_named_with_its_words() -> None:
    text, end = BASE["a"].text, 14
    two = ((0,), (1,))
    new, other = Insert(paragraph("n", "Fight smuggling."), "a"), Insert(paragraph("m", "Fight trafficking."), "a")
    first, also_first = (Insert(each.paragraph, None) for each in (new, other))
    insertion = ClashKind.INSERTION
    assert found(Delete("a"), Keep("a")) == [Rivalry("a", 0, end, text, ClashKind.DELETION, two)]
    assert found(Move("a", "b"), Move("a", None)) == [Rivalry("a", 0, end, text, ClashKind.MOVE, two)]
    assert found(new, other) == [Rivalry("a", end, end, "families.", insertion, two)]
    assert found(first, also_first) == [Rivalry(None, 0, 0, "", insertion, two)]
    assert found(new, Move("a", "b")) == [Rivalry("a", end, end, "families.", insertion, two)]
    after_b = Insert(new.paragraph, "b")
    assert found(after_b, new) == [Rivalry("a", end, end, "families.", insertion, two)]
    assert found(after_b, first) == [Rivalry(None, 0, 0, "", insertion, two)]


def test_a_place_of_words_reaches_from_the_first_to_the_last_of_them() -> None:
    one, other = says("Protect migrants at borders and their families."), says("Protect persons in transit and children.")
    assert [(place.start, place.stop) for place in found(one, other)] == []
    longer = says("Protect persons at sea.")
    assert [(place.start, place.stop, place.words) for place in found(one, longer)] == [
        (2, 13, "persons in transit and their families")
    ]


def test_a_footnote_and_words_at_one_place() -> None:
    def put(*runs: Run) -> Replace:
        return Replace("a", (Run("Protect persons"), *runs, Run(" in transit and their families.")))

    note = put(Run(NOTE_ANCHOR, note="Of any age."))
    other_note = put(Run(NOTE_ANCHOR, note="Of any origin."))
    assert [place.camps for place in found(note, put(Run(" now")), other_note)] == [((0,), (1,), (2,))]


@met("rivals", "peace", "camps of several")
@few
@given(st.data())
def test_two_changes_clash_just_when_some_place_has_them_in_two_camps(seen: Counter[str], data: st.DataObject) -> None:
    base = data.draw(documents(min_size=1))
    proposed = data.draw(changes(base))
    contest = Contest(base, proposed)
    places = list(rivalries(contest))
    pairs = {
        frozenset((one, other))
        for place in places
        for some, others in combinations(place.camps, 2)
        for one in some
        for other in others
    }
    assert pairs == {frozenset((clash.one, clash.other)) for clash in clashes(base, contest.readings)}
    assert all(len(place.camps) > 1 and all(place.camps) for place in places)
    seen["rivals" if places else "peace"] += 1
    seen["camps of several"] += any(len(camp) > 1 for place in places for camp in place.camps)
