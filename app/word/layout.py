"""What documents about a text are made of: paragraphs and tables, as values."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from app.text.redline import Piece
from app.text.runs import NO_MARKS, Mark, Run, Runs


class Span(NamedTuple):
    """Words with one look."""

    run: Run
    struck: bool = False


class Look(StrEnum):
    """How a paragraph stands: what it is called in the navigation pane follows from it."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    HEADING = "heading"
    SUBHEADING = "subheading"
    PLAIN = "plain"
    NOTE = "note"
    LABEL = "label"
    """Bold, and never parted from what follows."""


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph. `new_page`: it begins one; `leads`: it is never parted from what follows. `language` is that of its
    words, "" for that of the document."""

    spans: tuple[Span, ...]
    look: Look = Look.PLAIN
    new_page: bool = False
    language: str = ""
    leads: bool = False


Cell = tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `widths` are the parts of the width that its columns have; `header` is repeated on every page, and where it
    has fewer words than there are columns, each goes across as many of them. So are the first `heads` of its rows.

    A row with one cell goes across all columns. `name` is read out to whoever cannot see it. One that is not `ruled` has
    no lines; rows that are `kept` are not broken over two pages, and one that is `whole` is not either as
    long as it has room on one. `languages` are those of the columns, "" for that of the
    document; none at all where every column is in it.
    """

    name: str
    widths: tuple[int, ...]
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    ruled: bool = True
    kept: bool = False
    languages: tuple[str, ...] = ()
    heads: int = 0
    whole: bool = False

    @property
    def across(self) -> int:
        """Over how many columns each word of the header goes."""
        return len(self.widths) // len(self.header) if self.header else 1

    @property
    def is_long(self) -> bool:
        """Whether words run on in its cells, so that they are better read one under another where there is little room."""
        return any(len(cell) > 1 or length(cell) > SHORT for row in self.rows if len(row) > 1 for cell in row)


Block = Text | Table

SHORT = 80
"""Characters up to which a cell is taken in at a glance, and that count when columns share the width."""


def length(cell: Cell) -> int:
    """The characters of a cell."""
    return sum(len(span.run.text) for text in cell for span in text.spans)


def shares(rows: Iterable[Sequence[int]], whole: int) -> tuple[int, ...]:
    """How columns share the width `whole`, from the characters of their cells, row by row: the longer the longest cell of
    one, the wider it is, but none is under half of an equal share."""
    longest: list[int] = []
    for row in rows:
        longest += [1] * (len(row) - len(longest))
        for column, characters in enumerate(row):
            longest[column] = max(longest[column], min(characters, SHORT))
    least = whole // len(longest) // 2
    rest = whole - least * len(longest)
    return tuple(least + rest * each // sum(longest) for each in longest)


def said(words: str, *, bold: bool = False, italic: bool = False) -> tuple[Span, ...]:
    """Words of our own."""
    marks = {mark for mark, wanted in ((Mark.BOLD, bold), (Mark.ITALIC, italic)) if wanted}
    return (Span(Run(words, frozenset(marks) or NO_MARKS)),) if words else ()


def paragraph(words: str, look: Look = Look.PLAIN, *, italic: bool = False) -> Text:
    """A paragraph of our own words."""
    return Text(said(words, italic=italic), look)


def opening(title: str, below: str) -> tuple[Text, Text]:
    """How a document about a text, or about a meeting, begins: its title, and below it what it is, or is about."""
    return paragraph(title, Look.TITLE), Text(said(below, italic=True), Look.SUBTITLE)


def cell(*lines: str) -> Cell:
    """A cell with a paragraph a line."""
    return tuple(paragraph(line) for line in lines)


def as_it_stands(runs: Runs) -> tuple[Span, ...]:
    """Words of a text, unmarked."""
    return tuple(map(Span, runs))


def marked(pieces: Iterable[Piece]) -> tuple[Span, ...]:
    """Words of a redline's line: those that go struck through, those that come bold and underlined."""
    return tuple(
        Span(_set_off(piece.run) if piece.inserted_by is not None else piece.run, struck=piece.deleted_by is not None)
        for piece in pieces
    )


def _set_off(run: Run) -> Run:
    return Run(run.text, run.marks | {Mark.BOLD, Mark.UNDERLINE}, run.note)
