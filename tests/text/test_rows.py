"""Rows of tables as words."""

from dataclasses import dataclass

from hypothesis import assume, given
from hypothesis import strategies as st

from app.text.normalise import trimmed
from app.text.paragraph import Paragraph, Role
from app.text.redline import Line, Piece
from app.text.rows import BAR, cells, cells_of, columns, parted, row
from app.text.runs import NOTE_ANCHOR, Mark, Run, joined, plain, runs_of
from tests.support.met import met
from tests.text import strategies


def told(text: str) -> list[str]:
    return [plain(cell) for cell in cells(runs_of(text))]


def test_bars_part_cells_and_blanks_beside_them_are_of_none():
    assert told("Mexico | 24 April|done ") == ["Mexico", "24 April", "done"]
    assert told("| b |") == ["", "b", ""]
    assert told("alone") == ["alone"]
    assert told("") == [""]


def test_a_row_is_its_cells_with_bars_between():
    assert plain(row([runs_of("a"), (), runs_of(" b ")])) == "a |  | b"
    assert plain(row([(), runs_of("b")])) == "| b"
    assert row([]) == ()


def test_marks_and_notes_stay_in_their_cell():
    bold = frozenset({Mark.BOLD})
    note = Run(NOTE_ANCHOR, note="of | 2017")
    assert cells((Run("a | b", bold), note, Run(" | c"))) == ((Run("a", bold),), (Run("b", bold), note), (Run("c"),))


@given(st.lists(strategies.runs, min_size=1, max_size=5))
def test_cells_come_back(some):
    whole = [cell for runs in some for cell in cells(runs)]
    assert [plain(cell) for cell in cells(row(whole))] == [plain(trimmed(cell)) for cell in whole]


def line(*pieces: Piece, **whole: object) -> Line:
    paragraph = Paragraph("k", Role.ROW, tuple(piece.run for piece in pieces))
    return Line(paragraph, pieces, **whole)


def shown(found: Line) -> list[list[tuple]] | None:
    parted = cells_of(found)
    return parted and [[(each.run.text, each.inserted_by, each.deleted_by) for each in cell] for cell in parted]


def test_changes_stand_in_the_cells_they_are_made_in():
    changed = Piece(Run("old"), deleted_by="x"), Piece(Run("new"), inserted_by="x")
    assert shown(line(Piece(Run("a | b ")), *changed, Piece(Run(" | c")))) == [
        [("a", None, None)],
        [("b ", None, None), ("old", None, "x"), ("new", "x", None)],
        [("c", None, None)],
    ]


def test_a_row_that_comes_or_goes_whole_has_its_cells():
    assert shown(line(Piece(Run("a | b"), inserted_by="x"), inserted_by="x")) == [[("a", "x", None)], [("b", "x", None)]]
    assert shown(line(Piece(Run("a | b"), deleted_by="x"), deleted_by="x")) == [[("a", None, "x")], [("b", None, "x")]]


def test_where_a_bar_comes_or_goes_there_are_no_cells_to_show():
    assert cells_of(line(Piece(Run("a")), Piece(Run(" | b"), inserted_by="x"))) is None
    assert cells_of(line(Piece(Run("a | b"), deleted_by="y"), inserted_by="x")) is None


@st.composite
def rows(draw: st.DrawFn) -> Line:
    """A row with chance words, of which some pieces come or go; bars stay more often than not."""
    found = draw(st.lists(strategies.runs, min_size=1, max_size=4))
    pieces = []
    for run in row(found):
        stays = BAR in run.text and draw(st.integers(0, 3)) > 0
        fate = (None, None) if stays else draw(st.sampled_from(((None, None), ("x", None), (None, "x"))))
        pieces.append(Piece(run, *fate))
    return line(*pieces)


@met("parted", "not parted")
@given(rows())
def test_no_word_of_a_row_is_lost(seen, found):
    parted = cells_of(found)
    seen["not parted" if parted is None else "parted"] += 1
    if parted is not None:
        words = "".join(piece.run.text for cell in parted for piece in cell)
        whole = "".join(piece.run.text.replace(BAR, "") for piece in found.pieces)
        assert "".join(words.split()) == "".join(whole.split())


@given(rows())
def test_either_side_of_a_row_by_cells_is_that_row_by_cells(found):
    by_cells = cells_of(found)
    assume(by_cells is not None)
    for gone in ("deleted_by", "inserted_by"):
        side = joined(piece.run for piece in found.pieces if getattr(piece, gone) is None)
        by_cell = [plain(tuple(piece.run for piece in cell if getattr(piece, gone) is None)).strip() for cell in by_cells]
        assert by_cell == [plain(cell).strip() for cell in cells(side)]


@dataclass(frozen=True)
class Found:
    run: Run
    number: int


def test_whatever_is_known_of_a_run_stays_with_it_in_its_cell():
    assert parted([Found(Run("a | b"), 1), Found(Run(" c "), 2)]) == (
        (Found(Run("a"), 1),),
        (Found(Run("b"), 1), Found(Run(" c"), 2)),
    )


def test_what_stands_above_a_cell():
    def said(key: str, words: str, level: int = 0, role: Role = Role.ROW) -> Paragraph:
        return Paragraph(key, role, runs_of(words), level)

    table = [said("h", "Who | When", 1), said("a", "Mexico | 24 April"), said("b", "Panama")]
    between = said("p", "Recalling,", role=Role.PREAMBULAR)
    headless = [said("c", "Belize | May")]
    head = ("Who", "When")
    assert columns([*table, between, *headless]) == {"a": head, "b": head}
    assert columns([*table, said("h2", "What", 1), said("d", "a map")])["d"] == ("What",)
