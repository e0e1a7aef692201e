from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.apply import NotOnBase, apply
from app.text.change import Delete, Insert, Keep, Move, Replace
from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.runs import runs_of
from app.text.sequence import compose, invert
from tests.support.met import met
from tests.text.strategies import documents, few
from tests.text.strategies_changes import acts


def paragraph(key: str, text: str | None = None) -> Paragraph:
    return Paragraph(key, Role.OPERATIVE, runs_of(text or f"Párrafo {key}."))


BASE = Document(map(paragraph, "abcd"))


def test_undone_what_was_deleted_stands_where_it_stood() -> None:
    assert invert(BASE, (Delete("b"),)) == (Insert(BASE["b"], "a"),)
    assert invert(BASE, (Insert(paragraph("x"), "b"),)) == (Delete("x"),)
    assert invert(BASE, (Replace("a", runs_of("Nuevo.")),)) == (Replace("a", BASE["a"].runs),)
    assert invert(BASE, (Keep("a"),)) == ()


def test_composed_the_last_word_counts() -> None:
    first, second = (Replace("a", runs_of("uno")), Insert(paragraph("x"), "a")), (Replace("a", runs_of("dos")), Delete("x"))
    assert compose(BASE, first, second) == (Replace("a", runs_of("dos")),)
    assert compose(BASE, (Insert(paragraph("x", "uno"), "d"),), (Replace("x", runs_of("dos")),)) == (
        Insert(paragraph("x", "dos"), "d"),
    )
    assert compose(BASE, (Replace("b", runs_of("uno")),), (Delete("b"),)) == (Delete("b"),)


def test_no_change_holds_until_there_is_one() -> None:
    assert compose(BASE, (Keep("a"), Keep("b")), (Delete("b"), Keep("a"))) == (Delete("b"), Keep("a"))
    assert compose(BASE, (Insert(paragraph("x"), None),), (Keep("x"),)) == (Insert(paragraph("x"), None),)
    assert compose(BASE, (Keep("d"),), (Move("d", None),)) == (Move("d", None),)


def test_brought_back_a_paragraph_is_what_it_was_or_it_is_refused() -> None:
    assert compose(BASE, (Delete("b"),), (Insert(paragraph("b", "Nuevo."), "a"),)) == (Replace("b", runs_of("Nuevo.")),)
    with pytest.raises(NotOnBase) as refused:
        compose(BASE, (Delete("b"),), (Insert(Paragraph("b", Role.HEADING, (), 2), "a"),))
    assert refused.value.key == "b"
    with pytest.raises(NotOnBase):
        compose(BASE, (Delete("b"),), (Delete("b"),))


@met("changed", "the same")
@few
@given(st.data())
def test_undone_it_is_the_base(seen: Counter[str], data: st.DataObject) -> None:
    base = data.draw(documents())
    said = data.draw(acts(base, "new"))
    new = apply(base, said)
    back = invert(base, said)
    assert apply(new, back) == base
    assert apply(base, invert(new, back)) == new
    seen["the same" if new == base else "changed"] += 1


@met("keeps", "undoes")
@few
@given(st.data())
def test_composed_it_is_as_one_after_the_other(seen: Counter[str], data: st.DataObject) -> None:
    base = data.draw(documents(min_size=1))
    first = data.draw(acts(base, "one"))
    middle = apply(base, first)
    undo = not data.draw(st.integers(0, 3))
    second = invert(base, first) if undo else data.draw(acts(middle, "two"))
    both = compose(base, first, second)
    assert apply(base, both) == apply(middle, second)
    assert compose(base, both, ()) == compose(base, (), both)
    if undo:
        assert all(isinstance(act, Keep) for act in both)
    third = data.draw(acts(apply(base, both), "three"))
    left, right = compose(base, both, third), compose(base, first, compose(middle, second, third))
    assert apply(base, left) == apply(base, right)
    seen["keeps"] += any(isinstance(act, Keep) for act in both)
    seen["undoes"] += undo
