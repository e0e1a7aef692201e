"""How a translation stands to the paragraph of a revision. Worked out from the words, never kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from app.text.runs import Runs, joined


class Standing(StrEnum):
    """CURRENT: the paragraph says what it said when it was translated. STALE: it has changed since. MISSING: nobody has
    translated it."""

    CURRENT = "current"
    STALE = "stale"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class State:
    """One state of a paragraph in a language: its words, of what words they are the translation, and on which revision.

    `on` is the number of that revision, `revision` its name. `number` counts the states from 1.
    """

    id: UUID
    key: str
    number: int
    runs: Runs
    source: Runs
    on: int
    revision: str
    made_by: UUID
    made_at: datetime


def standing(entered: Sequence[State], words: Runs, revision: int) -> tuple[Standing, State | None]:
    """How, and which of `entered` (oldest first) stands for a paragraph that says `words` in the revision of that number.

    The newest that translates these very words, on whatever revision; else the newest of an earlier text.
    """
    same = [each for each in entered if joined(each.source) == joined(words)]
    if same:
        return Standing.CURRENT, same[-1]
    earlier = [each for each in entered if each.on <= revision]
    return (Standing.STALE, earlier[-1]) if earlier else (Standing.MISSING, None)
