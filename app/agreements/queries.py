"""What pages read of agreements, for who has a seat in a process that met. For everybody else they do not exist."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlmodel import Session, col, select

from app.agreements.history import history
from app.agreements.lines import agreement_lines
from app.agreements.models import Agreement
from app.agreements.policy import may_take_down
from app.agreements.states import Force, State
from app.agreements.views import AgreementLine, AgreementView, ProcessAgreements
from app.drafting.models import Declaration
from app.drafting.queries.finding import may_see as may_see_declaration
from app.errors import Unknown
from app.meetings.models import AgendaItem, Meeting, MeetingProcess
from app.meetings.queries import find as find_meeting
from app.processes.models import Process
from app.processes.names import name_of
from app.processes.policy import takes_part
from app.record.actor import Actor


class Only(StrEnum):
    """Which agreements of a process are wanted."""

    OPEN = "open"
    OVERDUE = "overdue"
    FLAGGED = "flagged"
    MINE = "mine"
    CLOSED = "closed"
    ALL = "all"


def agreements_of_meeting(
    session: Session, meeting_id: UUID, *, by: Actor, language: str, at: datetime
) -> tuple[AgreementLine, ...]:
    """The agreements of a meeting by number. Raises Unknown."""
    meeting = find_meeting(session, meeting_id, by=by)
    rows = session.exec(select(Agreement).where(Agreement.meeting_id == meeting.id).order_by(col(Agreement.number)))
    return agreement_lines(session, [(row, meeting) for row in rows], by=by, language=language, at=at)


def agreements_of(
    session: Session, process: Process, *, by: Actor, language: str, at: datetime, only: Only = Only.ALL
) -> ProcessAgreements:
    """The agreements of every meeting of a process: the earliest date first, those without one last. Raises Unknown."""
    if not takes_part(by, process.id):
        raise Unknown("There is no such process.")
    rows = session.exec(
        select(Agreement, Meeting)
        .join(Meeting, col(Meeting.id) == Agreement.meeting_id)
        .join(MeetingProcess, col(MeetingProcess.meeting_id) == Meeting.id)
        .where(MeetingProcess.process_id == process.id)
    ).all()
    lines = sorted(agreement_lines(session, rows, by=by, language=language, at=at), key=_urgency)
    return ProcessAgreements(
        lines=tuple(line for line in lines if _is(line, only)),
        counts={each.value: sum(_is(line, each) for line in lines) for each in Only},
    )


def mine(session: Session, process: Process, *, by: Actor, language: str, at: datetime) -> tuple[AgreementLine, ...]:
    """The open agreements of a process that the actor's delegation or office answers for. Raises Unknown."""
    found = agreements_of(session, process, by=by, language=language, at=at, only=Only.MINE)
    return found.lines


def agreement(session: Session, agreement_id: UUID, *, by: Actor, language: str, at: datetime) -> AgreementView:
    """An agreement with its history. Raises Unknown."""
    row, meeting = find(session, agreement_id, by=by)
    (line,) = agreement_lines(session, [(row, meeting)], by=by, language=language, at=at)
    process = session.get_one(Process, meeting.process_id)
    item = session.get_one(AgendaItem, row.agenda_item_id) if row.agenda_item_id else None
    declaration = session.get_one(Declaration, row.declaration_id) if row.declaration_id else None
    if declaration is not None and not may_see_declaration(session, declaration, by):
        declaration = None
    return AgreementView(
        line=line,
        process_slug=process.slug,
        process=name_of(process, language),
        agenda_item_id=item.id if item else None,
        agenda_item=item.title if item else "",
        declaration_id=declaration.id if declaration else None,
        declaration=declaration.title if declaration else "",
        source=row.source,
        version=row.version,
        created_at=row.created_at,
        history=history(session, row, language),
        may_correct=may_take_down(by, meeting).allowed,
    )


def find(session: Session, agreement_id: UUID, *, by: Actor) -> tuple[Agreement, Meeting]:
    """The agreement and its meeting, for who has a seat in a process that met. Raises Unknown."""
    row = session.get(Agreement, agreement_id)
    if row is None:
        raise Unknown("There is no such agreement.")
    try:
        return row, find_meeting(session, row.meeting_id, by=by)
    except Unknown:
        raise Unknown("There is no such agreement.") from None


def meeting_id_of(session: Session, agreement_id: UUID) -> UUID:
    """The meeting an agreement belongs to, to find out who asks. Raises Unknown."""
    row = session.get(Agreement, agreement_id)
    if row is None:
        raise Unknown("There is no such agreement.")
    return row.meeting_id


def _is(line: AgreementLine, only: Only) -> bool:
    is_open = line.state is State.OPEN
    return {
        Only.OPEN: is_open and line.force is not Force.NOT_AGREED,
        Only.OVERDUE: line.overdue,
        Only.FLAGGED: line.flagged,
        Only.MINE: is_open and line.mine,
        Only.CLOSED: not is_open,
        Only.ALL: True,
    }[only]


def _urgency(line: AgreementLine) -> tuple[bool, date, date, str, int]:
    return (
        line.state is not State.OPEN,
        line.due_on or date.max,
        line.held_on or date.max,
        str(line.meeting_id),
        line.number,
    )
