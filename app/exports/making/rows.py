"""What one amendment does to each paragraph, as rows of a form: the present words, and those proposed."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from app.drafting.queries import Anchored, changed_lines
from app.exports.phrases import Wording
from app.text.change import Act
from app.text.compare import words
from app.text.document import Document
from app.text.numbering import quoted
from app.text.paragraph import Paragraph
from app.text.runs import joined
from app.word.layout import Cell, Text, after, as_it_stands, before, both, said

_WORDS = 5
"""How many of its first words tell which paragraph is meant, when it has no number."""


@dataclass(frozen=True, slots=True)
class Row:
    """`paragraph` as the base has it, or as it is added behind `anchor` (None: at the beginning) when it is `added`.

    `present` and `proposed` are the two columns of a sheet; `marked` shows both at once.
    """

    paragraph: Paragraph
    anchor: str | None
    added: bool
    present: Cell
    proposed: Cell
    marked: Cell


class Rows:
    """Rows on one base, whose paragraphs have `numbers`."""

    def __init__(self, base: Document, numbers: Mapping[str, str], wording: Wording, language: str) -> None:
        self.base = base
        self.numbers = numbers
        self.wording = wording
        self.language = language

    def of(self, acts: tuple[Act, ...], by: Hashable) -> list[Row]:
        """What `acts` do, in the order of the text."""
        lines = changed_lines(self.base, acts, by)
        arriving = {
            line.paragraph.key: each for each in lines if (line := each.line).moved and line.inserted_by is not None
        }
        return [
            self._row(each, arriving.get(each.line.paragraph.key))
            for each in lines
            if not (each.line.moved and each.line.inserted_by is not None)
        ]

    def place(self, paragraph: Paragraph) -> str:
        """How a paragraph is called: by its number, else by its first words."""
        label = quoted(self.numbers.get(paragraph.key, ""), paragraph.role, self.language)
        if label:
            return label[0].upper() + label[1:]
        first = paragraph.text.split()
        return f"“{' '.join(first[:_WORDS])}{' …' if len(first) > _WORDS else ''}”"

    def _row(self, each: Anchored, arriving: Anchored | None) -> Row:
        line, phrases = each.line, self.wording.sheets
        present: tuple[Text, ...]
        proposed: tuple[Text, ...]
        if line.inserted_by is not None:
            present, proposed = _aside(phrases.added), (Text(after(line.pieces)),)
            return Row(line.paragraph, each.anchor, True, present, proposed, proposed)
        if arriving is not None:
            aside = _aside(f"({self._move_to(arriving)})")
            new = joined(piece.run for piece in arriving.line.pieces if piece.deleted_by is None)
            pieces = words(line.paragraph.runs, new, line.deleted_by)
            present, proposed = (Text(before(pieces)),), (*aside, Text(after(pieces)))
            return Row(line.paragraph, each.anchor, False, present, proposed, (*aside, Text(both(pieces))))
        if line.deleted_by is not None:
            present, aside = (Text(before(line.pieces)),), _aside(phrases.gone)
            return Row(line.paragraph, each.anchor, False, present, aside, (*aside, *present))
        if line.remarks:
            aside = _aside(f"({self.wording.proposals.keep})")
            present = (Text(as_it_stands(line.paragraph.runs)),)
            return Row(line.paragraph, each.anchor, False, present, aside, aside)
        present, proposed = (Text(before(line.pieces)),), (Text(after(line.pieces)),)
        return Row(line.paragraph, each.anchor, False, present, proposed, (Text(both(line.pieces)),))

    def _move_to(self, arriving: Anchored) -> str:
        if arriving.anchor is None:
            return self.wording.proposals.move_first
        return self.wording.proposals.move_after.format(place=self.place(self.base[arriving.anchor]))


def _aside(words: str) -> Cell:
    return (Text(said(words, italic=True)),)


def _arrives(each: Anchored) -> bool:
    return each.line.moved and each.line.inserted_by is not None
