"""Words with their marks: the smallest piece of a text."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

NOTE_ANCHOR = "\ufffc"
"""The single character that stands where a footnote is called (OBJECT REPLACEMENT CHARACTER)."""


class Mark(StrEnum):
    """A typographic mark that carries meaning in a negotiated text."""

    BOLD = "bold"
    ITALIC = "italic"
    UNDERLINE = "underline"
    SUPERSCRIPT = "superscript"


NO_MARKS: frozenset[Mark] = frozenset()


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with the same marks.

    `note` is the text of a footnote; a run that has one holds `NOTE_ANCHOR` and nothing else as its text.
    """

    text: str
    marks: frozenset[Mark] = NO_MARKS
    note: str | None = None

    def __post_init__(self) -> None:
        if (self.note is not None) != (self.text == NOTE_ANCHOR):
            raise ValueError("a footnote is called by exactly one anchor character, and an anchor calls a footnote")


Runs = tuple[Run, ...]


def plain(runs: Iterable[Run]) -> str:
    """The words alone: no marks, no footnotes."""
    return "".join(run.text for run in runs if run.note is None)


def joined(runs: Iterable[Run]) -> Runs:
    """The same words in the fewest runs: empty ones dropped, equal neighbours made one. Idempotent."""
    out: list[Run] = []
    for run in runs:
        if not run.text:
            continue
        if out and run.note is None and out[-1].note is None and out[-1].marks == run.marks:
            out[-1] = Run(out[-1].text + run.text, run.marks)
        else:
            out.append(run)
    return tuple(out)


def runs_of(text: str) -> Runs:
    """Unmarked text as runs."""
    return (Run(text),) if text else ()
