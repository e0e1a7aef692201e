from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.apply import NotOnBase
from app.text.change import Act, Change, Delete, Insert, Keep, Move, Replace
from app.text.clash import ClashKind, clashes
from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.runs import Mark, Run, runs_of
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


def says(text: str) -> Replace:
    return Replace("b", runs_of(text))


def found(*acts: tuple[Act, ...]) -> list[tuple[object, object, str | None, str, ClashKind]]:
    """The clashes between changes 0, 1, 2 … of these acts."""
    proposed = [Change(number, said) for number, said in enumerate(acts)]
    return [(clash.one, clash.other, clash.key, clash.words, clash.kind) for clash in clashes(BASE, proposed)]


def test_overlapping_words() -> None:
    one = says("Decides to protect all migrants and their families;")
    other = says("Decides to protect persons in an irregular situation and their families;")
    assert found((one,), (other,)) == [(0, 1, "b", "persons in transit", ClashKind.WORDS)]


def test_two_insertions_between_the_same_words() -> None:
    one = says("Decides to protect persons in transit, in particular children, and their families;")
    other = says("Decides to protect persons in transit who need it and their families;")
    assert found((one,), (other,)) == [(0, 1, "b", "transit and", ClashKind.WORDS)]


def test_different_words_are_no_clash() -> None:
    one = says("Resolves to protect persons in transit and their families;")
    other = says("Decides to protect persons in transit and their communities;")
    assert found((one,), (other,)) == []


def test_the_same_edit_is_no_clash_and_both_are_rivals_of_a_third() -> None:
    same = says("Decides to protect migrants in transit and their families;")
    other = says("Decides to protect women in transit and their families;")
    assert found((same,), (other,), (same,)) == [
        (0, 1, "b", "persons", ClashKind.WORDS),
        (1, 2, "b", "persons", ClashKind.WORDS),
    ]


def test_the_same_words_in_other_marks_are_another_edit() -> None:
    def marked(mark: Mark) -> Replace:
        text = BASE["a"].text.removeprefix("Reconociendo")
        return Replace("a", (Run("Reconociendo", frozenset({mark})), Run(text)))

    assert found((marked(Mark.BOLD),), (marked(Mark.ITALIC),)) == [(0, 1, "a", "Reconociendo", ClashKind.WORDS)]
    assert found((marked(Mark.BOLD),), (marked(Mark.BOLD),)) == []


def test_an_edit_and_a_move_are_no_clash() -> None:
    assert found((says("Decides to protect everybody;"),), (Move("b", None),)) == []


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (says("Decides to protect everybody;"), Delete("b"), ClashKind.DELETION),
        (says("Decides to protect everybody;"), Keep("b"), ClashKind.WORDS),
        (Delete("b"), Keep("b"), ClashKind.DELETION),
        (Delete("b"), Move("b", None), ClashKind.DELETION),
        (Keep("b"), Move("b", None), ClashKind.MOVE),
        (Move("b", "c"), Move("b", None), ClashKind.MOVE),
    ],
)
def test_rivals_about_a_paragraph(one: Act, other: Act, kind: ClashKind) -> None:
    assert [clash[0:3] + clash[4:] for clash in found((one,), (other,))] == [(0, 1, "b", kind)]
    assert [clash[0:3] + clash[4:] for clash in found((other,), (one,))] == [(0, 1, "b", kind)]


@pytest.mark.parametrize("act", [says("Decides to protect everybody;"), Delete("b"), Keep("b"), Move("b", "c")])
def test_two_who_say_the_same_are_no_rivals(act: Act) -> None:
    assert found((act,), (act,)) == []


def test_two_paragraphs_at_one_place() -> None:
    one, other = Insert(paragraph("n1", "Fight smuggling."), "c"), Insert(paragraph("n2", "Fight trafficking."), "c")
    assert found((one,), (other,)) == [(0, 1, "c", "April.", ClashKind.INSERTION)]
    assert found((one,), (Insert(paragraph("n2", "Fight smuggling."), "c"),)) == []
    assert found((one,), (Insert(paragraph("n2", "Fight trafficking."), "b"),)) == []


def test_at_the_beginning_there_is_no_paragraph_to_name() -> None:
    one, other = Insert(paragraph("n1", "Fight smuggling."), None), Move("c", None)
    assert found((one,), (other,)) == [(0, 1, None, "", ClashKind.INSERTION)]


def test_a_paragraph_put_after_one_that_is_deleted_is_no_clash_but_after_one_that_is_moved_it_is() -> None:
    new = Insert(paragraph("n1", "Fight smuggling."), "b")
    assert found((new,), (Delete("b"),)) == []
    assert [clash[4] for clash in found((new,), (Move("b", None),))] == [ClashKind.INSERTION]


def test_one_key_for_two_new_paragraphs() -> None:
    one, other = Insert(paragraph("n", "Fight smuggling."), "a"), Insert(paragraph("n", "Fight smuggling."), "b")
    assert [clash[:3] for clash in found((one,), (other,))] == [(0, 1, "a")]


def test_a_change_on_another_base() -> None:
    with pytest.raises(NotOnBase) as refused:
        found((Delete("z"),))
    assert refused.value.key == "z"


@met("rivals", "peace")
@few
@given(st.data())
def test_clashes_are_the_same_in_any_order(seen: Counter[str], data: st.DataObject) -> None:
    base = data.draw(documents(min_size=1))
    proposed = data.draw(changes(base))

    def facts(order: list[Change]) -> list[tuple[object, ...]]:
        clashing = clashes(base, order)
        ranks = {change.id: rank for rank, change in enumerate(order)}
        assert all(ranks[clash.one] < ranks[clash.other] for clash in clashing)
        return sorted(
            (*sorted((clash.one, clash.other)), str(clash.key), clash.start, clash.stop, clash.words, clash.kind)
            for clash in clashing
        )

    assert facts(proposed) == facts(data.draw(st.permutations(proposed)))
    seen["rivals" if facts(proposed) else "peace"] += len(proposed) > 1


@met("several clashes", "one", "peace")
@few
@given(st.data())
def test_the_clashes_of_many_are_those_of_each_two(seen: Counter[str], data: st.DataObject) -> None:
    base = data.draw(documents(min_size=1))
    proposed = data.draw(changes(base))
    apart = [
        clash
        for place, one in enumerate(proposed)
        for other in proposed[place + 1 :]
        for clash in clashes(base, [one, other])
    ]
    assert set(clashes(base, proposed)) == set(apart)
    assert len(set(apart)) == len(apart)
    seen["several clashes" if len(apart) > 1 else "one" if apart else "peace"] += len(proposed) > 1
