"""What documents about a text are made of: paragraphs and tables, as values."""

from collections.abc import Iterable
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
    """A paragraph. `new_page`: it begins one. `language` is that of its words, "" for that of the document."""

    spans: tuple[Span, ...]
    look: Look = Look.PLAIN
    new_page: bool = False
    language: str = ""


Cell = tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `widths` are the parts of the width that its columns have; `header` is repeated on every page.

    A row with one cell goes across all columns. `name` is read out to whoever cannot see it. One that is not `ruled` has
    no lines; rows that are `kept` are not broken over two pages. `languages` are those of the columns, "" for that of the
    document; none at all where every column is in it.
    """

    name: str
    widths: tuple[int, ...]
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    ruled: bool = True
    kept: bool = False
    languages: tuple[str, ...] = ()


Block = Text | Table


def said(words: str, *, bold: bool = False, italic: bool = False) -> tuple[Span, ...]:
    """Words of our own."""
    marks = {mark for mark, wanted in ((Mark.BOLD, bold), (Mark.ITALIC, italic)) if wanted}
    return (Span(Run(words, frozenset(marks) or NO_MARKS)),) if words else ()


def paragraph(words: str, look: Look = Look.PLAIN, *, italic: bool = False) -> Text:
    """A paragraph of our own words."""
    return Text(said(words, italic=italic), look)


def cell(*lines: str) -> Cell:
    """A cell with a paragraph a line."""
    return tuple(paragraph(line) for line in lines)


def as_it_stands(runs: Runs) -> tuple[Span, ...]:
    """Words of a text, unmarked."""
    return tuple(map(Span, runs))


def before(pieces: Iterable[Piece]) -> tuple[Span, ...]:
    """The words of a redline's line as they were; those that go are struck through."""
    return tuple(Span(piece.run, struck=piece.deleted_by is not None) for piece in pieces if piece.inserted_by is None)


def after(pieces: Iterable[Piece]) -> tuple[Span, ...]:
    """The words of a redline's line as they will be; those that come are bold and underlined."""
    return tuple(
        Span(_set_off(piece.run) if piece.inserted_by is not None else piece.run)
        for piece in pieces
        if piece.deleted_by is None
    )


def both(pieces: Iterable[Piece]) -> tuple[Span, ...]:
    """All words of a redline's line: those that go struck through, those that come bold and underlined."""
    return tuple(
        Span(_set_off(piece.run) if piece.inserted_by is not None else piece.run, struck=piece.deleted_by is not None)
        for piece in pieces
    )


def _set_off(run: Run) -> Run:
    return Run(run.text, run.marks | {Mark.BOLD, Mark.UNDERLINE}, run.note)
