"""What each reading of the file says, paragraph by paragraph, under the tags."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from app.text.normalise import normalise_runs, trimmed
from app.text.paragraph import Role
from app.text.rows import cells, row
from app.text.runs import NO_MARKS, Mark, Run, Runs, joined, plain
from app.word.found import Imported, in_rows
from app.word.read import document_of


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph as one reading of the file has it. `whole` are its words, `words` those without a number somebody typed
    before them; `role` and `level` are what it seems to be, `style` its style in Word, and `styled` the marks that this
    makes of all the words of a heading."""

    tag: str
    whole: Runs
    words: Runs
    role: Role
    level: int
    style: str
    styled: frozenset[Mark]


def texts_of(imported: Imported) -> dict[str, Text]:
    """The paragraphs by tag, in order."""
    lines = in_rows(imported.paragraphs)
    unnamed = iter(range(len(lines)))
    document = document_of(imported, lambda: f"+?{next(unnamed)}")
    return {
        paragraph.key: Text(
            paragraph.key,
            found.runs,
            paragraph.runs,
            paragraph.role,
            paragraph.level,
            (found.style or "").casefold(),
            found.styled,
        )
        for paragraph, found in zip(document, lines, strict=True)
    }


@dataclass(frozen=True, slots=True)
class Dress:
    """How a paragraph of the base looks in the file without anybody having changed it: `numbered` when a number that is in
    its words is so in the file, `marks` what its style in Word makes of all its words or would make if they were not marked
    so anyhow, `notes` its footnotes as they are in the base, by their text in the file."""

    whole: bool
    marks: frozenset[Mark]
    notes: dict[str, str]

    def undressed(self, text: Text) -> Runs:
        """The words of a reading of that paragraph, as the base would have them."""
        return joined(self._run(run) for run in (text.whole if self.whole else text.words))

    def _run(self, run: Run) -> Run:
        if run.note is not None:
            return replace(run, note=self.notes.get(run.note.strip(), run.note))
        return replace(run, marks=run.marks - self.marks) if self.marks else run


def dress(base: Runs, text: Text) -> Dress:
    """How the paragraph of the base that reads `base` looks in the file, whose reading without changes is `text`."""
    whole = plain(text.whole) == plain(base) or plain(text.words) != plain(base)
    notes = {run.note.strip(): run.note for run in base if run.note is not None}
    marked = {mark for run in base for mark in run.marks}
    return Dress(whole, _added(base, text.whole if whole else text.words) | (text.styled - marked), notes)


def same(one: Runs, other: Runs) -> bool:
    """Whether the two read the same, blanks at their ends and of their footnotes left aside."""
    return _comparable(one) == _comparable(other)


def same_row(one: Runs, other: Runs) -> bool:
    """Whether two rows read the same cell by cell, however their bars are set."""
    return same(row(cells(one)), row(cells(other)))


def same_words(one: Runs, other: Runs) -> bool:
    """Whether they are the same but for marks and footnotes."""
    return plain(trimmed(one)) == plain(trimmed(other))


def _comparable(runs: Runs) -> Runs:
    clean = trimmed(normalise_runs(runs))
    return tuple(run if run.note is None else Run(run.text, NO_MARKS, run.note.strip()) for run in clean)


def _added(base: Runs, runs: Runs) -> frozenset[Mark]:
    """The marks that all the words of `runs` have beyond those of `base`, when that is the only difference."""
    before, after = list(_letters(base)), list(_letters(runs))
    if not before or [letter for letter, _ in before] != [letter for letter, _ in after]:
        return NO_MARKS
    differences = {(new - old, old <= new) for (_, old), (_, new) in zip(before, after, strict=True)}
    if len(differences) != 1:
        return NO_MARKS
    ((marks, only_more),) = differences
    return marks if only_more else NO_MARKS


def _letters(runs: Iterable[Run]) -> Iterator[tuple[str, frozenset[Mark]]]:
    return ((letter, run.marks) for run in runs if run.note is None for letter in run.text if not letter.isspace())
