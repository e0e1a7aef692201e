from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from app.text.apply import apply
from app.text.change import Delete, Insert, Move
from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.runs import runs_of
from app.text.standing import Standing
from tests.support.met import met
from tests.text.strategies import documents, few
from tests.text.strategies_changes import acts


def paragraph(key: str) -> Paragraph:
    return Paragraph(key, Role.OPERATIVE, runs_of(f"Párrafo {key}."))


BASE = Document(map(paragraph, "abcd"))


def test_what_stands_before_a_paragraph() -> None:
    standing = Standing(BASE, (Move("a", "c"), Insert(paragraph("x"), "a"), Delete("b"), Insert(paragraph("y"), "b")))
    assert standing.placed == ("y", "a", "x")
    assert [standing.before(key) for key in "ycaxd"] == [None, "y", "c", "a", "x"]


def test_at_the_beginning_nothing_stands_before() -> None:
    standing = Standing(BASE, (Delete("a"), Move("b", "d")))
    assert [standing.before(key) for key in "cdb"] == [None, "c", "d"]


def test_behind_deleted_paragraphs_stands_what_was_put_between_them() -> None:
    standing = Standing(BASE, (Delete("b"), Delete("c"), Insert(paragraph("x"), "a")))
    assert standing.before("d") == "x"
    standing = Standing(
        BASE, (Delete("a"), Delete("b"), Delete("c"), Insert(paragraph("x"), "c"), Insert(paragraph("y"), None))
    )
    assert [standing.before(key) for key in "dxy"] == ["x", "y", None]


@met("something put", "only taken or kept", "behind what is deleted")
@few
@given(st.data())
def test_it_is_as_in_the_text_that_is_built(seen: Counter[str], data: st.DataObject) -> None:
    base = data.draw(documents())
    said = data.draw(acts(base, "new", most=5))
    new = apply(base, said)
    standing = Standing(base, said)
    assert {key: standing.before(key) for key in new.keys} == {key: new.before(key) for key in new.keys}
    assert standing.placed == tuple(key for key in new.keys if key in standing.placed)
    seen["something put" if standing.placed else "only taken or kept"] += 1
    gone = {act.key for act in said if isinstance(act, Delete)}
    seen["behind what is deleted"] += any(isinstance(act, Insert | Move) and act.after in gone for act in said)
