"""In which capacity a person acts where a meeting is concerned."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from app.accounts.models import User
from app.errors import Unknown
from app.meetings.meetings import processes_of
from app.meetings.models import Meeting
from app.processes.seats import actors_of
from app.record.actor import Actor


def acting_at(session: Session, user: User, meeting_id: UUID, *, at: datetime) -> tuple[Meeting, Actor]:
    """The meeting, and the person in their seat there: in the process that convenes it, else in another that meets.

    Raises Unknown when they have a seat in none: for them there is no such meeting.
    """
    meeting = session.get(Meeting, meeting_id)
    if meeting is not None:
        meets = processes_of(session, meeting.id)
        seats = [actor for actor in actors_of(session, user, at=at) if actor.process_id in meets]
        for actor in sorted(seats, key=lambda seat: seat.process_id != meeting.process_id):
            return meeting, actor
    raise Unknown("There is no such meeting.")
