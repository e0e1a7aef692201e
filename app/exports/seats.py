"""Who may see what a document is of, and in which seat a person has it."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from app.accounts.models import User
from app.drafting.models import Declaration
from app.errors import Unknown
from app.exports.models import Export, ExportJob
from app.meetings.meetings import processes_of
from app.meetings.models import Meeting
from app.meetings.seats import acting_at
from app.processes.models import Process
from app.processes.seats import actor_for
from app.record.actor import Actor


def meets(session: Session, of: Declaration | Meeting) -> frozenset[UUID]:
    """The processes whose people may see a declaration or a meeting."""
    if isinstance(of, Meeting):
        return frozenset(processes_of(session, of.id))
    return frozenset({of.process_id})


def subject(session: Session, row: Export | ExportJob) -> Declaration | Meeting:
    """What a document is of."""
    if row.meeting_id is not None:
        return session.get_one(Meeting, row.meeting_id)
    return session.get_one(Declaration, row.declaration_id)


def seated(session: Session, user: User, row: Export | ExportJob | None, *, at: datetime) -> Actor:
    """The person in the seat in which they have a document, or see how far one is. Raises Unknown when they have none, and
    when there is no such document."""
    try:
        if row is not None and row.meeting_id is not None:
            return acting_at(session, user, row.meeting_id, at=at)[1]
        if row is not None:
            return actor_for(session, user, session.get_one(Process, row.process_id), at=at)
    except Unknown:
        pass
    raise Unknown("There is no such document.")
