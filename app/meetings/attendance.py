"""Who attended a meeting, as the secretariat wrote it down."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, select

from app.errors import Malformed, require
from app.meetings.meetings import processes_of, touch
from app.meetings.models import Attendance, Meeting
from app.meetings.policy import may_keep
from app.meetings.typed import passage
from app.processes.models import Delegation
from app.record.actor import Actor
from app.record.chain import write


@dataclass(frozen=True, slots=True)
class Presence:
    """Whether a delegation was there, and who sat for it."""

    present: bool
    persons: str = ""


def note_all(
    session: Session,
    meeting: Meeting,
    presences: Mapping[UUID, Presence],
    *,
    expected: int,
    by: Actor,
    at: datetime,
) -> None:
    """Write down the whole room at once. Only what differs from what stands is written; a delegation of which nothing is
    known, neither that it was there nor who would have sat for it, gets no line. Raises Denied, Malformed, Stale.
    """
    require(may_keep(by, meeting))
    touch(session, meeting, expected=expected)
    rows = session.exec(select(Attendance).where(Attendance.meeting_id == meeting.id)).all()
    known = {row.delegation_id: Presence(row.present, row.persons) for row in rows}
    for delegation_id, told in presences.items():
        seen = Presence(told.present, passage(told.persons, field=f"persons_{delegation_id}"))
        if seen != known.get(delegation_id, Presence(present=False)):
            note(session, meeting, delegation_id, present=seen.present, persons=seen.persons, by=by, at=at)


def note(
    session: Session, meeting: Meeting, delegation_id: UUID, *, present: bool, persons: str = "", by: Actor, at: datetime
) -> Attendance:
    """Write down that a delegation was there or not, and who sat for it. Raises Denied, Malformed."""
    require(may_keep(by, meeting))
    delegation = session.get(Delegation, delegation_id)
    if delegation is None or delegation.process_id not in processes_of(session, meeting.id):
        raise Malformed("This delegation sits in none of the processes that meet.", field="delegation_id")
    where = (Attendance.meeting_id == meeting.id, Attendance.delegation_id == delegation_id)
    row = session.exec(select(Attendance).where(*where)).first()
    before = row.model_dump(mode="json", exclude={"id"}) if row else None
    row = row or Attendance(meeting_id=meeting.id, delegation_id=delegation_id)
    row.present, row.persons = present, passage(persons, field="persons")
    session.add(row)
    session.flush()
    subject, after = ("attendance", row.id), row.model_dump(mode="json", exclude={"id"})
    write(session, "attendance.note", subject, by=by, at=at, process_id=meeting.process_id, before=before, after=after)
    return row
