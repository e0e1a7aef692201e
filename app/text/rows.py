"""A row of a table as words: its cells parted by bars, "Mexico | 24 April | done".

A row is one paragraph, so it is amended, moved, put in and taken out like any other, and nothing that holds for paragraphs
has an exception for tables. Rows that follow each other are one table.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, ClassVar, Protocol, TypeVar

from app.text.normalise import trimmed
from app.text.paragraph import Paragraph, Role
from app.text.redline import Line, Piece
from app.text.runs import Run, Runs, plain

BAR = "|"
"""What parts two cells of a row."""


class Worded(Protocol):
    """A run and what is known of it, as a dataclass: a piece of a redline, a term that was looked for."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def run(self) -> Run: ...


Stretch = TypeVar("Stretch", bound=Worded)


def row(cells: Iterable[Runs]) -> Runs:
    """The words of a row with these cells. A bar within a cell parts it in two."""
    out: list[Run] = []
    for place, cell in enumerate(cells):
        if place:
            out.append(Run(f" {BAR} " if out else f"{BAR} "))
        out += trimmed(cell)
    return trimmed(tuple(out))


def cells(runs: Runs) -> tuple[Runs, ...]:
    """The cells of a row, without the blanks at their ends; at least one."""
    return tuple(trimmed(tuple(piece.run for piece in cell)) for cell in _parted(Piece(run) for run in runs))


def parted(stretches: Iterable[Stretch]) -> tuple[tuple[Stretch, ...], ...]:
    """The stretches of a row by cell, each as it was but for the words it loses: the bars, and the blanks beside them."""
    return tuple(tuple(_trimmed(cell)) for cell in _parted(stretches))


def cells_of(line: Line) -> tuple[tuple[Piece, ...], ...] | None:
    """The pieces of a row by cell, without the blanks beside the bars. None where a bar itself comes or goes in a row that
    stays: then it has one number of cells with the change and another without."""
    whole = (line.inserted_by, line.deleted_by)
    for piece in line.pieces:
        if piece.run.note is None and BAR in piece.run.text and (piece.inserted_by, piece.deleted_by) != whole:
            return None
    return parted(line.pieces)


def columns(paragraphs: Iterable[Paragraph]) -> dict[str, tuple[str, ...]]:
    """For the rows that stand below one that heads their table, by their keys, what it says above each of their cells."""
    out: dict[str, tuple[str, ...]] = {}
    head: tuple[str, ...] = ()
    for paragraph in paragraphs:
        if paragraph.role is not Role.ROW:
            head = ()
        elif paragraph.level:
            head = tuple(plain(cell) for cell in cells(paragraph.runs))
        elif head:
            out[paragraph.key] = head
    return out


def _parted(stretches: Iterable[Stretch]) -> list[list[Stretch]]:
    out: list[list[Stretch]] = [[]]
    for piece in stretches:
        if piece.run.note is not None:
            out[-1].append(piece)
            continue
        for place, words in enumerate(piece.run.text.split(BAR)):
            if place:
                out.append([])
            if words:
                out[-1].append(replace(piece, run=Run(words, piece.run.marks)))
    return out


def _trimmed(cell: list[Stretch]) -> Iterator[Stretch]:
    """The cell without the blanks at its ends, but for those that come or go by themselves: a change is never silent."""
    first, last = 0, len(cell) - 1
    for place, piece in enumerate(cell):
        words = piece.run.text
        if piece.run.note is None and place == first:
            words = words.lstrip()
        if piece.run.note is None and place == last:
            words = words.rstrip()
        if words:
            yield piece if words == piece.run.text else replace(piece, run=Run(words, piece.run.marks))
