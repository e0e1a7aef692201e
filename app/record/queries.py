"""What pages read of the record: the acts of one process, for its chair side."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from app.errors import ALLOWED, Denied, Verdict, require
from app.record.actor import Actor
from app.record.models import Entry

PAGE = 50
"""Acts on one page."""


@dataclass(frozen=True, slots=True)
class ActLine:
    """An act as the record keeps it."""

    position: int
    at: datetime
    act: str
    subject_kind: str
    subject_id: str
    actor: str
    delegation: str
    role: str
    before: Any
    after: Any
    hash: str


@dataclass(frozen=True, slots=True)
class RecordPage:
    """Acts, the newest first. `older` is the position to ask on from, None at the beginning of the record."""

    acts: tuple[ActLine, ...]
    older: int | None


def may_read(by: Actor, process_id: UUID) -> Verdict:
    """The secretariat and the presidency in office read the record of their process."""
    if by.process_id == process_id and by.participant_id is not None and (by.role == "secretariat" or by.presiding):
        return ALLOWED
    return Denied("Only the secretariat and the presidency read the record of a process.")


def acts_of(session: Session, process_id: UUID, *, by: Actor, before: int | None = None, most: int = PAGE) -> RecordPage:
    """The acts in a process before the position `before`, or the newest; at most `most`. Raises Denied."""
    require(may_read(by, process_id))
    wanted = select(Entry).where(Entry.process_id == process_id).order_by(col(Entry.position).desc()).limit(most + 1)
    if before is not None:
        wanted = wanted.where(Entry.position < before)
    rows = session.exec(wanted).all()
    shown = rows[:most]
    return RecordPage(tuple(map(_line, shown)), shown[-1].position if len(rows) > most else None)


def _line(row: Entry) -> ActLine:
    return ActLine(
        row.position,
        row.at,
        row.act,
        row.subject_kind,
        row.subject_id,
        row.actor,
        row.delegation,
        row.role,
        row.before,
        row.after,
        row.hash,
    )
