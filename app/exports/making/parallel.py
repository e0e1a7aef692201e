"""The parallel text: a revision in two languages, paragraphs side by side."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile

from sqlmodel import Session

from app.drafting.texts import labels_of, text_of
from app.drafting.translations import LanguageVersion, Rendered, Standing
from app.exports.making.front import front_of
from app.exports.making.spoken import translated
from app.exports.making.tabled import under_each_other
from app.exports.order import Order
from app.exports.phrases import wording
from app.exports.phrases.words import LanguageWords
from app.exports.steps import Step
from app.text.paragraph import Paragraph, Role
from app.text.rows import cells
from app.text.runs import Mark, Run, Runs
from app.word.layout import Block, Cell, Look, Table, Text, as_it_stands, length, opening, said, shares
from app.word.papers import Paper
from app.word.writing.language import called

LONGEST_KEPT = 2_500
"""Characters of a paragraph up to which a row is not broken over two pages."""

MOST_COLUMNS = 6
"""Columns of a table of the text that have room twice on a page; the cells of a wider one stand one under another."""

_PARTS = 1000
"""The parts in which the width of a table is shared between its columns, for each language."""


@dataclass(frozen=True, slots=True)
class _Marked:
    """A paragraph beside its translation; `mark` stands before that where it is of an earlier text, or is not there."""

    beside: Rendered
    mark: str

    @property
    def source(self) -> Paragraph:
        return self.beside.source

    @property
    def translation(self) -> Runs:
        """The words in the other language behind their mark."""
        words = self.beside.runs
        return (Run(f"{self.mark} " if words else self.mark, frozenset({Mark.ITALIC})), *words) if self.mark else words


def parallel(session: Session, order: Order) -> Paper:
    """The two languages on paper that lies, each column in its language. Words of our own are in that of the text.

    A table of the text is a table here too: its columns in the one language, and beside them in the other, row by row.
    Raises Unknown, OutOfPlace.
    """
    declaration, revision = order.declaration, order.revision
    language, other = declaration.language, order.options.language
    text = text_of(session, revision.id)
    version = translated(session, order, text)
    marked = [_Marked(each, _mark(each, wording(other).languages)) for each in version.paragraphs]
    words, labels = wording(language), labels_of(session, revision, text, language)
    order.tell(Step.WRITING)
    source = called(language, language)
    stage = words.languages.parallel.format(name=revision.name, language=source, other=called(other, language))
    columns = (_capital(source), _capital(called(other, other)))
    blocks: list[Block] = [*opening(declaration.title, stage)]
    for note in (words.languages.authoritative.format(language=source), _counts(version, words.languages)):
        blocks.append(Text(said(note, italic=True), Look.NOTE, leads=True))
    for tabled, found in _sections(marked):
        if tabled:
            blocks.append(_columns(stage, columns, (language, other), found))
            continue
        rows = tuple(((Text(said(labels.get(each.source.key, ""))),), *_beside(each)) for each in found)
        kept = max(length(cell) for row in rows for cell in row) <= LONGEST_KEPT
        header, languages = (words.sheets.number, *columns), ("", language, other)
        blocks.append(Table(stage, (6, 47, 47), header, rows, kept=kept, languages=languages))
    return Paper(blocks, front_of(session, declaration, stage, at=order.at, landscape=True))


def _sections(paragraphs: Iterable[_Marked]) -> list[tuple[bool, list[_Marked]]]:
    """The paragraphs by what they are set in: as the rows of a table of their own, or one beside the other."""
    out: list[tuple[bool, list[_Marked]]] = []
    for rows, group in groupby(paragraphs, lambda each: each.source.role is Role.ROW):
        found = list(group)
        tabled = rows and _most_cells(found) <= MOST_COLUMNS
        if out and not tabled and not out[-1][0]:
            out[-1][1].extend(found)
        else:
            out.append((tabled, found))
    return out


def _most_cells(rows: Iterable[_Marked]) -> int:
    return max(len(cells(runs)) for each in rows for runs in (each.source.runs, each.translation))


def _columns(name: str, columns: tuple[str, str], languages: tuple[str, str], found: Sequence[_Marked]) -> Table:
    """A table of the text: the cells of each row, and beside them those of its translation."""
    wide = _most_cells(found)
    sides = [[_padded(runs, wide) for runs in (each.source.runs, each.translation)] for each in found]
    rows = tuple((*ours, *theirs) for ours, theirs in sides)
    widths = tuple(
        width
        for side in zip(*sides, strict=True)
        for width in shares(([length(cell) for cell in row] for row in side), _PARTS)
    )
    spoken = tuple(language for language in languages for _ in range(wide))
    heads = sum(1 for _ in takewhile(lambda each: each.source.level, found))
    return Table(name, widths, columns, rows, kept=True, languages=spoken, heads=heads)


def _padded(runs: Runs, wide: int) -> tuple[Cell, ...]:
    own = tuple((Text(as_it_stands(cell)),) for cell in cells(runs))
    return (*own, *((),) * (wide - len(own)))


def _beside(each: _Marked) -> tuple[Cell, Cell]:
    """The words in both languages; the cells of a row too wide for a table one under another."""
    ours, theirs = each.source.runs, each.translation
    if each.source.role is Role.ROW:
        heads = bool(each.source.level)
        return under_each_other(_padded(ours, 0), (), heads=heads), under_each_other(_padded(theirs, 0), (), heads=heads)
    look = Look.LABEL if each.source.role in (Role.TITLE, Role.HEADING) else Look.PLAIN
    return (Text(as_it_stands(ours), look),), (Text(as_it_stands(theirs), look),)


def _mark(each: Rendered, words: LanguageWords) -> str:
    if each.standing is Standing.MISSING:
        return words.missing
    if each.standing is Standing.STALE and each.entered is not None:
        return words.stale.format(name=each.entered.revision)
    return ""


def _counts(version: LanguageVersion, words: LanguageWords) -> str:
    return words.counts.format(
        all=len(version.paragraphs),
        current=version.count(Standing.CURRENT),
        stale=version.count(Standing.STALE),
        missing=version.count(Standing.MISSING),
        concordant=version.concordant,
    )


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
