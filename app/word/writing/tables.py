"""Rows of a text as a table of Word: rows that come or go are tracked whole, words where they stand in their cells.

A row in which a cell itself comes or goes is written as one row that goes and one that comes, since readers differ on
tracked cells. Where that is the change of more than one, the row stands in the text as a paragraph, with its bars.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from lxml import etree

from app.text.paragraph import Role
from app.text.redline import Line, Piece
from app.text.rows import cells_of
from app.word.writing.markup import put
from app.word.writing.parts.comments import Anchor
from app.word.writing.revisions import Revisions
from app.word.writing.styles import Styles, style_name
from app.word.writing.words import TRACKED, Words

_WIDTH = 9072
"""Of all columns together, in twentieths of a point; Word stretches it to the text."""
_WHOLE = "5000"
"""The width of the text, in fiftieths of a per cent."""
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")


@dataclass(frozen=True, slots=True)
class Part:
    """Lines that follow each other and are `rows` of one table, or none of them is."""

    rows: bool
    lines: tuple[Line, ...]


def in_rows(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines, with two rows for one that has another number of cells before and after."""
    return tuple(each for line in lines for each in _old_and_new(line))


def divided(lines: Sequence[Line]) -> list[Part]:
    """The lines by what they are written in."""
    before = (None, *lines)
    tabled = [_stands_in_a_table(line, previous) for line, previous in zip(lines, before, strict=False)]
    grouped = groupby(zip(tabled, lines, strict=True), lambda pair: pair[0])
    return [Part(rows, tuple(line for _, line in group)) for rows, group in grouped]


@dataclass(frozen=True, slots=True)
class Tables:
    """Writes tables into one body."""

    revisions: Revisions
    styles: Styles
    words: Words

    def write(self, body: etree._Element, rows: Sequence[tuple[Line, Sequence[Anchor]]]) -> None:
        """Appends a w:tbl of these rows, each with the comments anchored in it."""
        parted = [cells_of(line) or () for line, _ in rows]
        columns = max(map(len, parted))
        table = put(body, "tbl")
        properties = put(table, "tblPr")
        put(properties, "tblW", w=_WHOLE, type="pct")
        borders = put(properties, "tblBorders")
        for edge in _EDGES:
            put(borders, edge, val="single", sz="4", space="0", color="auto")
        put(properties, "tblLook", val="0020" if rows[0][0].paragraph.level else "0000")
        grid = put(table, "tblGrid")
        for _ in range(columns):
            put(grid, "gridCol", w=str(_WIDTH // columns))
        for (line, here), cells in zip(rows, parted, strict=True):
            self._row(put(table, "tr"), line, cells, here, columns)

    def _row(
        self, row: etree._Element, line: Line, cells: Sequence[Sequence[Piece]], here: Sequence[Anchor], columns: int
    ) -> None:
        properties = put(row, "trPr")
        if len(cells) < columns:
            put(properties, "gridAfter", val=str(columns - len(cells)))
        put(properties, "cantSplit")
        if line.paragraph.level:
            put(properties, "tblHeader")
        self._fate(properties, line)
        for place, cell in enumerate(cells):
            column = put(row, "tc")
            put(put(column, "tcPr"), "tcW", w=str(_WIDTH // columns), type="dxa")
            paragraph = put(column, "p")
            look = put(paragraph, "pPr")
            put(look, "pStyle", val=self.styles.id(style_name(line.paragraph)))
            if (line.inserted_by, line.deleted_by) != (None, None):
                self._fate(put(look, "rPr"), line)
            around = [replace(anchor, start=0, end=len(cell)) for anchor in here] if place == 0 else ()
            self.words.write(paragraph, replace(line, pieces=tuple(cell)), around)

    def _fate(self, properties: etree._Element, line: Line) -> None:
        for tag, change in zip(TRACKED, (line.inserted_by, line.deleted_by), strict=True):
            if change is not None:
                self.revisions.signed(properties, tag, change)


def _stands_in_a_table(line: Line, before: Line | None) -> bool:
    if line.paragraph.role is not Role.ROW or line.seam is not None or (before is not None and before.seam is not None):
        return False
    return cells_of(line) is not None


def _old_and_new(line: Line) -> Iterator[Line]:
    changes = {change for piece in line.pieces for change in (piece.inserted_by, piece.deleted_by)} - {None}
    whole = line.inserted_by is not None or line.deleted_by is not None or line.seam is not None
    if line.paragraph.role is not Role.ROW or whole or len(changes) != 1 or cells_of(line) is not None:
        yield line
        return
    (change,) = changes
    old = tuple(replace(piece, deleted_by=change) for piece in line.pieces if piece.inserted_by is None)
    new = tuple(replace(piece, inserted_by=change) for piece in line.pieces if piece.deleted_by is None)
    yield replace(line, pieces=old, deleted_by=change)
    yield replace(line, pieces=new, inserted_by=change, remarks=())
