"""Rows of a table of the text, in a document about it: a table again, or cell under cell where there is no room."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.redline import Piece
from app.text.rows import cells, parted
from app.text.runs import plain
from app.word.layout import Cell, Look, Table, Text, as_it_stands, length, marked, said, shares

_WHOLE = 1000
"""The parts in which the width of a table is shared."""


@dataclass(frozen=True, slots=True)
class Column:
    """To which table of the text a row belongs: the key of its first row, and the cells of its head, if it has one."""

    table: str
    head: tuple[Cell, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple("".join(span.run.text for text in cell for span in text.spans) for cell in self.head)


def columns_of(text: Document) -> dict[str, Column]:
    """Where each row of `text` stands, by its key."""
    found: dict[str, Column] = {}
    before: Column | None = None
    for paragraph in text:
        if paragraph.role is not Role.ROW:
            before = None
            continue
        if before is None:
            before = Column(paragraph.key, set_out(paragraph) if paragraph.level else ())
        found[paragraph.key] = before
    return found


def set_out(paragraph: Paragraph) -> tuple[Cell, ...]:
    """The cells of a row as they stand."""
    return tuple((Text(as_it_stands(cell)),) for cell in cells(paragraph.runs))


def in_cells(pieces: Iterable[Piece]) -> tuple[Cell, ...]:
    """The cells of a row with what comes and goes in it, all of which have the same number of cells."""
    return tuple((Text(marked(cell)),) for cell in parted(pieces))


def under_each_other(row: Sequence[Cell], names: Sequence[str], *, heads: bool) -> Cell:
    """The cells of a row one under another, each behind the name of its column; empty ones are left out."""
    out: list[Text] = []
    for place, cell in enumerate(row):
        name = names[place] if place < len(names) and not heads else ""
        for text in cell:
            if text.spans:
                lead = said(f"{name}: ", italic=True) if name else ()
                out.append(Text((*lead, *text.spans), Look.LABEL if heads else text.look))
    return tuple(out)


def table_of(name: str, rows: Sequence[tuple[Cell, ...]], heads: int, header: tuple[str, ...] = ()) -> Table:
    """A table of these rows, the first `heads` of which head it. A row of one cell goes across."""
    wide = max((len(row) for row in rows), default=1)
    full = tuple(row if len(row) in (1, wide) else (*row, *((),) * (wide - len(row))) for row in rows)
    widths = shares(([length(cell) for cell in row] for row in rows if len(row) > 1 or wide == 1), _WHOLE)
    return Table(name, widths, header, full, kept=True, heads=heads)


def first_cell(paragraph: Paragraph) -> str:
    """The words of the first cell of a row that has any: the row is called by them."""
    return next(filter(None, map(plain, cells(paragraph.runs))), "")
