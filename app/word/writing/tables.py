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
from app.text.rows import cells as cells_in
from app.text.rows import cells_of, parted
from app.text.runs import plain
from app.word.layout import shares
from app.word.writing.frame import GREY, framed
from app.word.writing.markup import put
from app.word.writing.parts.comments import Anchor
from app.word.writing.revisions import Revisions
from app.word.writing.styles import Styles, style_name
from app.word.writing.words import TRACKED, Words

_WIDTH = 9072
"""Of all columns together, in twentieths of a point; Word stretches it to the text."""
_WHOLE = "5000"
"""The width of the text, in fiftieths of a per cent."""
_ROOM = (("left", "100"), ("right", "100"))


Row = tuple[tuple[Piece, ...], ...]
"""The pieces of a row by cell."""


@dataclass(frozen=True, slots=True)
class Part:
    """Lines that follow each other: the `rows` of one table, a line each, or lines that are in none; then it is None."""

    lines: tuple[Line, ...]
    rows: tuple[Row, ...] | None


def in_parts(lines: Iterable[Line]) -> list[Part]:
    """The lines by what they are written in, with two rows for one that has another number of cells before and after."""
    read = [each for line in lines for each in _old_and_new(line)]
    seamed = (False, *(line.seam is not None for line, _ in read))
    rows = [row if line.seam is None and not seam else None for seam, (line, row) in zip(seamed, read, strict=False)]
    parts = []
    for tabled, group in groupby(zip(read, rows, strict=True), lambda pair: pair[1] is not None):
        found = list(group)
        cells = tuple(row for _, row in found if row is not None)
        parts.append(Part(tuple(line for (line, _), _ in found), cells if tabled else None))
    return parts


@dataclass(frozen=True, slots=True)
class Tables:
    """Writes tables into one body."""

    revisions: Revisions
    styles: Styles
    words: Words

    def write(
        self, body: etree._Element, lines: Sequence[Line], rows: Sequence[Row], anchors: Iterator[Sequence[Anchor]]
    ) -> None:
        """Appends a w:tbl of these `rows`, the cells of `lines`, each with the comments that come next of `anchors`."""
        widths = _widths(rows)
        first = lines[0].paragraph
        name = ", ".join(filter(None, map(plain, cells_in(first.runs))))
        table = framed(body, name, widths, across=(_WHOLE, "pct"), room=_ROOM, heads=bool(first.level))
        for line, row in zip(lines, rows, strict=True):
            self._row(put(table, "tr"), line, row, next(anchors), widths)

    def _row(
        self,
        row: etree._Element,
        line: Line,
        cells: Row,
        here: Sequence[Anchor],
        widths: Sequence[int],
    ) -> None:
        properties = put(row, "trPr")
        if len(cells) < len(widths):
            put(properties, "gridAfter", val=str(len(widths) - len(cells)))
        put(properties, "cantSplit")
        if line.paragraph.level:
            put(properties, "tblHeader")
        self._fate(properties, line)
        for place, cell in enumerate(cells):
            column = put(row, "tc")
            shape = put(column, "tcPr")
            put(shape, "tcW", w=str(widths[place]), type="dxa")
            if line.paragraph.level:
                put(shape, "shd", val="clear", color="auto", fill=GREY)
            paragraph = put(column, "p")
            look = put(paragraph, "pPr")
            put(look, "pStyle", val=self.styles.id(style_name(line.paragraph)))
            if (line.inserted_by, line.deleted_by) != (None, None):
                self._fate(put(look, "rPr"), line)
            around = [replace(anchor, start=0, end=len(cell)) for anchor in here] if place == 0 else ()
            self.words.write(paragraph, replace(line, pieces=cell), around)

    def _fate(self, properties: etree._Element, line: Line) -> None:
        for tag, change in zip(TRACKED, (line.inserted_by, line.deleted_by), strict=True):
            if change is not None:
                self.revisions.signed(properties, tag, change)


def _widths(rows: Sequence[Row]) -> tuple[int, ...]:
    return shares(([sum(len(piece.run.text) for piece in cell) for cell in row] for row in rows), _WIDTH)


def _old_and_new(line: Line) -> Iterator[tuple[Line, Row | None]]:
    """The line, and its cells if it is a row in which none comes or goes; else the row as it was and as it will be."""
    row = cells_of(line) if line.paragraph.role is Role.ROW else None
    changes = {change for piece in line.pieces for change in (piece.inserted_by, piece.deleted_by)} - {None}
    whole = line.inserted_by is not None or line.deleted_by is not None or line.seam is not None
    if row is not None or line.paragraph.role is not Role.ROW or whole or len(changes) != 1:
        yield line, row
        return
    (change,) = changes
    old = tuple(replace(piece, deleted_by=change) for piece in line.pieces if piece.inserted_by is None)
    new = tuple(replace(piece, inserted_by=change) for piece in line.pieces if piece.deleted_by is None)
    yield replace(line, pieces=old, deleted_by=change), parted(old)
    yield replace(line, pieces=new, inserted_by=change, remarks=()), parted(new)
