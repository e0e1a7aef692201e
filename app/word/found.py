"""What is found in a file: its paragraphs, in order, and what of it could not be taken over."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from app.text.rows import row
from app.text.runs import NO_MARKS, Mark, Run, Runs, plain
from app.word.omissions import Omission


@dataclass(frozen=True, slots=True)
class Cell:
    """Where in a table a paragraph stands. `row` counts the rows of all tables of the file from 0, `column` the columns of
    its row, of which there are `columns`; `heads` says that the row heads the table."""

    row: int
    column: int
    columns: int
    heads: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A paragraph as it stands in the file.

    `style` is the name under which Word knows its style in every language ("heading 1", "List Paragraph").
    `label` is the number or bullet that is computed in front of it ("3.", "(a)"); it is not part of `runs`.
    `level` is the depth of a heading, 1 to 6. `key` is the key under which this application wrote the paragraph.
    `cell` is set on a paragraph in a table, `is_row` on the paragraphs of a row put together. `styled` are the marks that
    its style makes of all the words of a heading, and that are not in `runs` for that.
    """

    runs: Runs
    style: str | None = None
    label: str | None = None
    level: int | None = None
    key: str | None = None
    cell: Cell | None = None
    is_row: bool = False
    styled: frozenset[Mark] = NO_MARKS

    @property
    def text(self) -> str:
        """The words alone."""
        return plain(self.runs)


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file says, empty paragraphs left out, and what of it was left out or taken over in another form."""

    paragraphs: tuple[Found, ...]
    left_out: tuple[Omission, ...] = ()


def in_rows(paragraphs: Iterable[Found]) -> tuple[Found, ...]:
    """The paragraphs with those of one row put together as a row (`app.text.rows`), under the key of the first of them.

    Several in one cell are its lines. A number computed in front of one is of its words: in a table nothing computes it.
    """
    return tuple(_rows(paragraphs))


def _rows(paragraphs: Iterable[Found]) -> Iterator[Found]:
    for place, found in groupby(paragraphs, lambda one: one.cell.row if one.cell is not None else None):
        lines = list(found)
        first = lines[0].cell
        if place is None or first is None:
            yield from lines
            continue
        cells: list[list[Run]] = [[] for _ in range(first.columns)]
        for line in lines:
            if line.cell is not None:
                words = cells[min(line.cell.column, first.columns - 1)]
                words += [Run("\n")] if words else []
                words += [Run(f"{line.label} "), *line.runs] if line.label else line.runs
        key = next((line.key for line in lines if line.key), None)
        yield replace(lines[0], runs=row(map(tuple, cells)), label=None, level=None, key=key, is_row=True)
