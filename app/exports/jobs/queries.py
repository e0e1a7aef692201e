"""What pages read of documents that are in the making, scoped to who asks."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import Session, col, or_, select

from app.accounts.models import User
from app.drafting.models import Declaration, Revision
from app.errors import Allowed, OutOfPlace, Refusal, Unknown
from app.exports.jobs.ordering import waiting_before
from app.exports.kinds import Form, Kind, Options
from app.exports.models import ExportJob
from app.exports.policy import may_cancel, may_see_job, side_of
from app.exports.states import OPEN, JobState
from app.exports.steps import Step
from app.processes.models import Participant, Process
from app.record.actor import Actor

REMEMBERED = timedelta(days=1)
"""How long what failed stands among what is in the making."""


@dataclass(frozen=True, slots=True)
class JobLine:
    """A document that was ordered, and how far it is.

    `step` is what is being done, after `steps_done` of `steps`; `before` how many wait before it. `document` is what it
    became, where the reader may have that; `refusal` why it failed. `against` as of an ExportLine.
    """

    id: UUID
    declaration_id: UUID
    kind: Kind
    form: Form
    revision: str
    against: str
    anonymous: bool
    language: str
    state: JobState
    step: Step | None
    steps_done: int
    steps: int
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


def find_job(session: Session, job_id: UUID, *, by: Actor) -> ExportJob:
    """The order itself, to be cancelled. Raises Unknown when it is not for the reader."""
    row = session.get(ExportJob, job_id)
    if row is None or not may_see_job(by, row):
        raise Unknown("There is no such document.")
    return row


def job(session: Session, job_id: UUID, *, by: Actor) -> JobLine:
    """How far an order is. Raises Unknown when it is not for the reader."""
    return _line(session, find_job(session, job_id, by=by), by)


def jobs_of(session: Session, declaration: Declaration, *, by: Actor, at: datetime) -> tuple[JobLine, ...]:
    """What is waiting or in the making of a declaration, and what failed lately, the oldest first."""
    failed = (col(ExportJob.state) == JobState.FAILED) & (col(ExportJob.ended_at) > at - REMEMBERED)
    rows = session.exec(
        select(ExportJob)
        .where(ExportJob.declaration_id == declaration.id, or_(col(ExportJob.state).in_(OPEN), failed))
        .order_by(col(ExportJob.ordered_at), col(ExportJob.id))
    )
    return tuple(_line(session, row, by) for row in rows if may_see_job(by, row))


def process_of_job(session: Session, job_id: UUID) -> Process:
    """In which process a document was ordered, for whoever has yet to show a seat there. Raises Unknown."""
    row = session.get(ExportJob, job_id)
    if row is None:
        raise Unknown("There is no such document.")
    return session.get_one(Process, row.process_id)


def _line(session: Session, row: ExportJob, by: Actor) -> JobLine:
    options, state = Options.of(row.options), JobState(row.state)
    ordered_by = session.exec(select(User.name).join(Participant).where(Participant.id == row.ordered_by)).one()
    own = row.side == side_of(by, session.get_one(Declaration, row.declaration_id))
    return JobLine(
        id=row.id,
        declaration_id=row.declaration_id,
        kind=Kind(row.kind),
        form=options.form,
        revision=session.get_one(Revision, row.revision_id).name,
        against=session.get_one(Revision, row.against_id).name if row.against_id else "",
        anonymous=options.anonymous,
        language=options.language,
        state=state,
        step=Step(row.step) if row.step else None,
        steps_done=row.steps_done,
        steps=row.steps,
        before=waiting_before(session, row) if state is JobState.WAITING else 0,
        ordered_by=ordered_by,
        ordered_at=row.ordered_at,
        ended_at=row.ended_at,
        document=row.export_id if own else None,
        refusal=OutOfPlace(row.refusal["text"], **row.refusal["values"]) if row.refusal else None,
        may_cancel=state in OPEN and isinstance(may_cancel(by, row), Allowed),
    )
