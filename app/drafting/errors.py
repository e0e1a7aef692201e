"""What drafting says no with, where the answer needs more than a sentence."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.errors import OutOfPlace, Stale


@dataclass(frozen=True, slots=True)
class Happened:
    """An act of somebody else that moved a text on: who, when, which act of the record on which thing, before and after."""

    at: datetime
    by: str
    delegation: str
    act: str
    subject_kind: str
    subject_id: str
    before: Any
    after: Any


class MovedOn(Stale):
    """The text has moved on. `changes` are the acts that moved it, oldest first."""

    def __init__(
        self, text: str, /, *, changes: tuple[Happened, ...] = (), field: str | None = None, **values: Any
    ) -> None:
        super().__init__(text, field=field, **values)
        self.changes = changes


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two amendments that cannot both go into one text: their names as people say them ("AM.3"), and the words of the
    base both of them touch; `key` is the paragraph. `kind` is the kind of `app.text.clash.Clash`."""

    one: str
    other: str
    key: str | None
    words: str
    kind: str


class Contradictory(OutOfPlace):
    """What was accepted cannot all stand in one text. `contradictions` are all the pairs."""

    def __init__(self, text: str, /, *, contradictions: tuple[Contradiction, ...], **values: Any) -> None:
        super().__init__(text, **values)
        self.contradictions = contradictions
