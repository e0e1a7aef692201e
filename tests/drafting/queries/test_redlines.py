"""The lines one change touches."""

from hypothesis import given
from hypothesis import strategies as st

from app.drafting.queries.redlines import changed_lines
from app.text.change import Change, Delete, Insert, Keep, Move, Replace
from app.text.compilation import compilation
from app.text.derive import acts_between
from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.runs import runs_of
from tests.text import strategies

BASE = Document(Paragraph(key, Role.OPERATIVE, runs_of(f"Words of {key}.")) for key in "abcde")


def test_where_they_stand() -> None:
    new = Paragraph("n", Role.OPERATIVE, runs_of("New."))
    acts = (Replace("b", runs_of("Words of bees.")), Insert(new, None), Move("d", "a"), Keep("c"), Delete("e"))
    found = [(each.anchor, each.line.paragraph.key) for each in changed_lines(BASE, acts, 1)]
    assert found == [(None, "n"), ("a", "d"), ("b", "b"), ("c", "c"), ("d", "d"), ("e", "e")]


@given(st.data())
def test_they_are_the_lines_of_the_whole_redline_that_show_a_change(data: st.DataObject) -> None:
    base = data.draw(strategies.documents())
    acts = acts_between(base, data.draw(strategies.edited(base)))
    whole = compilation(base, (Change(1, acts),), str).lines
    telling = [
        line
        for line in whole
        if line.inserted_by or line.deleted_by or any(piece.inserted_by or piece.deleted_by for piece in line.pieces)
    ]
    assert [each.line for each in changed_lines(base, acts, 1)] == telling
