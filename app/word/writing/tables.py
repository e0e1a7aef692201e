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
from app.text.rows import cells, cells_of
from app.text.runs import plain
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
_LONGEST = 80
"""Characters of a cell that count when columns share the width; more of them go on to further lines anyway."""


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
        widths = _widths(parted)
        first = rows[0][0].paragraph
        name = ", ".join(filter(None, map(plain, cells(first.runs))))
        table = framed(body, name, widths, across=(_WHOLE, "pct"), room=_ROOM, heads=bool(first.level))
        for (line, here), words in zip(rows, parted, strict=True):
            self._row(put(table, "tr"), line, words, here, widths)

    def _row(
        self,
        row: etree._Element,
        line: Line,
        parted: Sequence[Sequence[Piece]],
        here: Sequence[Anchor],
        widths: Sequence[int],
    ) -> None:
        properties = put(row, "trPr")
        if len(parted) < len(widths):
            put(properties, "gridAfter", val=str(len(widths) - len(parted)))
        put(properties, "cantSplit")
        if line.paragraph.level:
            put(properties, "tblHeader")
        self._fate(properties, line)
        for place, cell in enumerate(parted):
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
            self.words.write(paragraph, replace(line, pieces=tuple(cell)), around)

    def _fate(self, properties: etree._Element, line: Line) -> None:
        for tag, change in zip(TRACKED, (line.inserted_by, line.deleted_by), strict=True):
            if change is not None:
                self.revisions.signed(properties, tag, change)


def _widths(rows: Sequence[Sequence[Sequence[Piece]]]) -> list[int]:
    """How wide each column is: the longer its longest cell, the wider, but none under half of an equal share."""
    longest = [1] * max(map(len, rows))
    for row in rows:
        for column, cell in enumerate(row):
            longest[column] = max(longest[column], min(sum(len(piece.run.text) for piece in cell), _LONGEST))
    least = _WIDTH // len(longest) // 2
    rest = _WIDTH - least * len(longest)
    return [least + rest * each // sum(longest) for each in longest]


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
