"""What one amendment does to each paragraph, as rows of a form: the present words, and those proposed."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from app.drafting.queries import Anchored, changed_lines
from app.exports.making.tabled import Column, columns_of, first_cell, in_cells, set_out, under_each_other
from app.exports.phrases import Wording
from app.text.change import Act
from app.text.compare import words
from app.text.document import Document
from app.text.numbering import quoted
from app.text.paragraph import Paragraph, Role
from app.text.redline import Line, Piece
from app.text.rows import cells_of
from app.text.runs import joined
from app.word.layout import Cell, Look, Text, as_it_stands, marked, said

_WORDS = 5
"""How many of its first words tell which paragraph is meant, when it has no number."""


class Side(NamedTuple):
    """What stands on one side of a form: a remark of ours, and words with what comes and goes; one of them can be empty."""

    aside: str = ""
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """`paragraph` as the base has it, or as it is added behind `anchor` (None: at the beginning) when it is `added`.

    `present` and `proposed` are the two columns of a sheet; `marked` shows both at once. A row of a table is there cell
    under cell, and has a `column`; `now` and `then` are `present` and `proposed` as rows of a table.
    """

    paragraph: Paragraph
    anchor: str | None
    added: bool
    present: Cell
    proposed: Cell
    marked: Cell
    column: Column | None = None
    now: tuple[tuple[Cell, ...], ...] = ()
    then: tuple[tuple[Cell, ...], ...] = ()


class Rows:
    """Rows on one base, whose paragraphs have `numbers`."""

    def __init__(self, base: Document, numbers: Mapping[str, str], wording: Wording, language: str) -> None:
        self.base = base
        self.numbers = numbers
        self.wording = wording
        self.language = language
        self.columns = columns_of(base)

    def of(self, acts: tuple[Act, ...], by: Hashable) -> list[Row]:
        """What `acts` do, in the order of the text."""
        lines = changed_lines(self.base, acts, by)
        arriving = {each.line.paragraph.key: each for each in lines if _arrives(each)}
        found: list[Row] = []
        for each in lines:
            if not _arrives(each):
                before = found[-1] if found and found[-1].added and each.anchor == found[-1].anchor else None
                found.append(self._row(each, arriving.get(each.line.paragraph.key), before))
        return found

    def place(self, paragraph: Paragraph) -> str:
        """How a paragraph is called: by its number, else by its first words."""
        label = quoted(self.numbers.get(paragraph.key, ""), paragraph.role, self.language)
        if label:
            return label[0].upper() + label[1:]
        if paragraph.role is Role.ROW:
            return self.wording.sheets.row.format(words=_first(first_cell(paragraph)))
        return f"“{_first(paragraph.text)}”"

    def as_it_stands(self, paragraph: Paragraph) -> Cell:
        """The words of a paragraph of the base."""
        if paragraph.role is not Role.ROW:
            look = Look.LABEL if paragraph.role in (Role.TITLE, Role.HEADING) else Look.PLAIN
            return (Text(as_it_stands(paragraph.runs), look),)
        return under_each_other(set_out(paragraph), self.columns[paragraph.key].names, heads=bool(paragraph.level))

    def _row(self, each: Anchored, arriving: Anchored | None, before: Row | None) -> Row:
        line, added = each.line, each.line.inserted_by is not None
        present, proposed, both = self._sides(line, arriving)
        if line.paragraph.role is not Role.ROW:
            sides = _paragraph(present), _paragraph(proposed), _paragraph(both)
            return Row(line.paragraph, each.anchor, added, *sides)
        column, heads = self._column(each, before), bool(line.paragraph.level)
        at_once = tuple(text for side in _at_once(both, line) for text in _row_under(side, column, heads=heads))
        return Row(
            line.paragraph,
            each.anchor,
            added,
            _row_under(present, column, heads=heads),
            _row_under(proposed, column, heads=heads),
            at_once,
            column,
            _row_across(present),
            _row_across(proposed),
        )

    def _column(self, each: Anchored, before: Row | None) -> Column:
        """Where a row stands: its own table; that of the row behind which it is added; or one that it begins."""
        paragraph = each.line.paragraph
        beside = self.columns.get(paragraph.key) or (before.column if before is not None else None)
        beside = beside or self.columns.get(each.anchor or "")
        return beside or Column(paragraph.key, set_out(paragraph) if paragraph.level else ())

    def _sides(self, line: Line, arriving: Anchored | None) -> tuple[Side, Side, Side]:
        """What stands there now, what is proposed, and both at once."""
        phrases = self.wording.sheets
        if line.inserted_by is not None:
            new = Side("", _new(line.pieces))
            return Side(phrases.new_row if line.paragraph.role is Role.ROW else phrases.added), new, new
        if arriving is not None:
            aside = f"({self._move_to(arriving)})"
            after = joined(piece.run for piece in arriving.line.pieces if piece.deleted_by is None)
            pieces = words(line.paragraph.runs, after, line.deleted_by)
            return Side("", _old(pieces)), Side(aside, _new(pieces)), Side(aside, pieces)
        present = Side("", _old(line.pieces))
        if line.deleted_by is not None:
            return present, Side(phrases.gone), Side(phrases.gone, present.pieces)
        if line.remarks:
            aside = f"({self.wording.proposals.keep})"
            return Side("", tuple(map(Piece, line.paragraph.runs))), Side(aside), Side(aside)
        return present, Side("", _new(line.pieces)), Side("", line.pieces)

    def _move_to(self, arriving: Anchored) -> str:
        if arriving.anchor is None:
            return self.wording.proposals.move_first
        return self.wording.proposals.move_after.format(place=self.place(self.base[arriving.anchor]))


def _arrives(each: Anchored) -> bool:
    return each.line.moved and each.line.inserted_by is not None


def _old(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    return tuple(piece for piece in pieces if piece.inserted_by is None)


def _new(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    return tuple(piece for piece in pieces if piece.deleted_by is None)


def _aside(side: Side) -> Cell:
    return (Text(said(side.aside, italic=True)),) if side.aside else ()


def _paragraph(side: Side) -> Cell:
    return (*_aside(side), Text(marked(side.pieces))) if side.pieces else _aside(side)


def _row_across(side: Side) -> tuple[tuple[Cell, ...], ...]:
    aside = ((_aside(side),),) if side.aside else ()
    return (*aside, in_cells(side.pieces)) if side.pieces else aside


def _row_under(side: Side, column: Column, *, heads: bool) -> Cell:
    return (*_aside(side), *under_each_other(in_cells(side.pieces), column.names, heads=heads))


def _at_once(both: Side, line: Line) -> tuple[Side, ...]:
    """Both sides of a row at once; where it has another number of cells before and after, the row as it was before the row
    as it shall be."""
    if cells_of(replace(line, pieces=both.pieces)) is not None:
        return (both,)
    old, new = _old(both.pieces), _new(both.pieces)
    if all(piece.inserted_by is None for piece in both.pieces):
        return (Side(both.aside, old),)
    if all(piece.deleted_by is None for piece in both.pieces):
        return (Side(both.aside, new),)
    return Side(both.aside, old), Side("", new)


def _first(words: str) -> str:
    first = words.split()
    return f"{' '.join(first[:_WORDS])}{' …' if len(first) > _WORDS else ''}"
