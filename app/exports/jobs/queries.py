"""What pages read of documents that are in the making, scoped to who asks."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, or_, select

from app.accounts.models import User
from app.drafting.models import Declaration, Revision
from app.errors import Allowed, OutOfPlace, Refusal, Unknown
from app.exports.jobs.ordering import waiting_before
from app.exports.kinds import Form, Kind, MeetingKind, Options
from app.exports.models import ExportJob
from app.exports.policy import may_cancel, may_see_job, side_of
from app.exports.seats import meets, seated, subject
from app.exports.states import OPEN, JobState
from app.exports.steps import Step
from app.meetings.models import Meeting
from app.processes.models import Participant
from app.record.actor import Actor

REMEMBERED = timedelta(days=1)
"""How long what failed stands among what is in the making."""


@dataclass(frozen=True, slots=True)
class JobLine:
    """A document that was ordered, and how far it is.

    It is of a declaration or of a meeting. `step` is what is being done, after `steps_done` of `steps`, and `parts_done` of
    its `parts` where these are known; `before` how many wait before it. `document` is what it became, where the reader may
    have that; `refusal` why it failed. `revision` and `against` are as of an ExportLine.
    """

    id: UUID
    declaration_id: UUID | None
    meeting_id: UUID | None
    kind: Kind | MeetingKind
    form: Form
    revision: str
    against: str
    anonymous: bool
    language: str
    state: JobState
    step: Step | None
    steps_done: int
    steps: int
    parts_done: int
    parts: int
    before: int
    ordered_by: str
    ordered_at: datetime
    ended_at: datetime | None
    document: UUID | None
    refusal: Refusal | None
    may_cancel: bool

    @property
    def is_open(self) -> bool:
        """Whether something is still to come."""
        return self.state in OPEN

    @property
    def percent(self) -> int | None:
        """How much of the present step is done; None where that is not known."""
        return 100 * self.parts_done // self.parts if self.parts else None


def find_job(session: Session, job_id: UUID, *, by: Actor) -> ExportJob:
    """The order itself, to be cancelled. Raises Unknown when it is not for the reader."""
    row = session.get(ExportJob, job_id)
    if row is None or not may_see_job(by, row, meets(session, subject(session, row))):
        raise Unknown("There is no such document.")
    return row


def job(session: Session, job_id: UUID, *, by: Actor) -> JobLine:
    """How far an order is. Raises Unknown when it is not for the reader."""
    return _line(session, find_job(session, job_id, by=by), by)


def jobs_of(session: Session, declaration: Declaration, *, by: Actor, at: datetime) -> tuple[JobLine, ...]:
    """What is waiting or in the making of a declaration, and what failed lately, the oldest first."""
    return _jobs(session, declaration, col(ExportJob.declaration_id) == declaration.id, by, at)


def jobs_of_meeting(session: Session, meeting: Meeting, *, by: Actor, at: datetime) -> tuple[JobLine, ...]:
    """What is waiting or in the making of a meeting, and what failed lately, the oldest first."""
    return _jobs(session, meeting, col(ExportJob.meeting_id) == meeting.id, by, at)


def actor_at_job(session: Session, user: User, job_id: UUID, *, at: datetime) -> Actor:
    """The person in the seat in which they see how far a document is. Raises Unknown."""
    return seated(session, user, session.get(ExportJob, job_id), at=at)


def _jobs(
    session: Session, of: Declaration | Meeting, its: ColumnElement[bool], by: Actor, at: datetime
) -> tuple[JobLine, ...]:
    failed = (col(ExportJob.state) == JobState.FAILED) & (col(ExportJob.ended_at) > at - REMEMBERED)
    rows = session.exec(
        select(ExportJob)
        .where(its, or_(col(ExportJob.state).in_(OPEN), failed))
        .order_by(col(ExportJob.ordered_at), col(ExportJob.id))
    )
    seen_by = meets(session, of)
    return tuple(_line(session, row, by) for row in rows if may_see_job(by, row, seen_by))


def _line(session: Session, row: ExportJob, by: Actor) -> JobLine:
    options, state = Options.of(row.options), JobState(row.state)
    ordered_by = session.exec(select(User.name).join(Participant).where(Participant.id == row.ordered_by)).one()
    own = row.side == side_of(by, row.process_id)
    seen_by = meets(session, subject(session, row))
    return JobLine(
        id=row.id,
        declaration_id=row.declaration_id,
        meeting_id=row.meeting_id,
        kind=Kind(row.kind) if row.meeting_id is None else MeetingKind(row.kind),
        form=options.form,
        revision=session.get_one(Revision, row.revision_id).name if row.revision_id else "",
        against=session.get_one(Revision, row.against_id).name if row.against_id else "",
        anonymous=options.anonymous,
        language=options.language,
        state=state,
        step=Step(row.step) if row.step else None,
        steps_done=row.steps_done,
        steps=row.steps,
        parts_done=row.parts_done,
        parts=row.parts,
        before=waiting_before(session, row) if state is JobState.WAITING else 0,
        ordered_by=ordered_by,
        ordered_at=row.ordered_at,
        ended_at=row.ended_at,
        document=row.export_id if own else None,
        refusal=OutOfPlace(row.refusal["text"], **row.refusal["values"]) if row.refusal else None,
        may_cancel=state in OPEN and isinstance(may_cancel(by, row, seen_by), Allowed),
    )
