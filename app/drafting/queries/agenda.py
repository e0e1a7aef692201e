"""The meetings a text may be meant for, and the agenda items it may be put under."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, or_, select

from app.meetings.models import AgendaItem, Meeting, MeetingProcess
from app.processes.policy import takes_part
from app.record.actor import Actor


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting in which a process takes part."""

    id: UUID
    title: str
    starts_on: date | None


@dataclass(frozen=True, slots=True)
class ItemLine:
    """An agenda item of a meeting."""

    id: UUID
    title: str
    meeting: str


def meetings_of(session: Session, process_id: UUID, *, by: Actor) -> tuple[MeetingLine, ...]:
    """The meetings in which the process takes part, the latest first; none for who takes no part in it."""
    if not takes_part(by, process_id):
        return ()
    seats = select(MeetingProcess.meeting_id).where(MeetingProcess.process_id == process_id)
    rows = session.exec(
        select(Meeting)
        .where(or_(col(Meeting.process_id) == process_id, col(Meeting.id).in_(seats)))
        .order_by(col(Meeting.starts_on).desc(), col(Meeting.title))
    )
    return tuple(MeetingLine(row.id, row.title, row.starts_on) for row in rows)


def items_of(session: Session, process_id: UUID, *, by: Actor) -> tuple[ItemLine, ...]:
    """The agenda items of those meetings, meeting by meeting, in the order of the agenda."""
    meetings = {line.id: (place, line.title) for place, line in enumerate(meetings_of(session, process_id, by=by))}
    rows = session.exec(
        select(AgendaItem).where(col(AgendaItem.meeting_id).in_(meetings)).order_by(col(AgendaItem.position))
    ).all()
    below: dict[tuple[UUID, UUID | None], list[AgendaItem]] = {}
    for row in rows:
        below.setdefault((row.meeting_id, row.parent_id), []).append(row)
    found: list[ItemLine] = []

    def walk(meeting_id: UUID, parent: UUID | None) -> None:
        for row in below.get((meeting_id, parent), ()):
            found.append(ItemLine(row.id, row.title, meetings[meeting_id][1]))
            walk(meeting_id, row.id)

    for meeting_id in sorted(meetings, key=lambda each: meetings[each][0]):
        walk(meeting_id, None)
    return tuple(found)
