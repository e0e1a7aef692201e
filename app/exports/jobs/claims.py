"""How a worker takes an order up, holds it while it makes it, and lets go of it.

An order is held by its `claim`, a value of one attempt, for a lease that the worker renews. A worker that dies renews
nothing: after the lease another takes the order up, under a claim of its own, and what the first may still say counts for
nothing. These are not acts of anybody: they write nothing to the record.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, and_, or_
from sqlmodel import Session, col, select

from app.errors import OutOfPlace, Refusal
from app.exports.kinds import Options
from app.exports.models import ExportJob
from app.exports.states import JobState
from app.exports.steps import Progress, steps_of

LEASE = timedelta(seconds=20)
"""How long a worker may be silent before its order is taken up by another."""

ATTEMPTS = 3
"""How often an order is taken up before it is given up: what kills its worker will kill the next."""


@dataclass(frozen=True, slots=True)
class Claim:
    """An order, held by one attempt."""

    job_id: UUID
    token: UUID


def is_something_to_do(session: Session, *, at: datetime) -> bool:
    """Whether an order waits, or has lost its worker."""
    return session.exec(select(ExportJob.id).where(_ready(at)).limit(1)).first() is not None


def claim(session: Session, *, at: datetime) -> Claim | None:
    """Take up the order that has waited longest; None when there is none. One that was lost too often is given up."""
    while True:
        # Rows that another is taking up at this moment are passed by, not waited for.
        job = session.exec(
            select(ExportJob)
            .where(_ready(at))
            .order_by(col(ExportJob.ordered_at), col(ExportJob.id))
            .limit(1)
            .with_for_update(skip_locked=True)
        ).first()
        if job is None:
            return None
        if job.attempts < ATTEMPTS:
            break
        _fail(session, job, _lost(), at)
    job.state, job.attempts, job.started_at = JobState.RUNNING, job.attempts + 1, at
    job.claim, job.lease_until = uuid4(), at + LEASE
    _not_begun(job)
    session.add(job)
    session.flush()
    return Claim(job.id, job.claim)


def holds(session: Session, held: Claim) -> bool:
    """Whether the order is still held by this attempt: neither cancelled nor taken up by another."""
    return session.exec(select(ExportJob.id).where(*_of(held))).first() is not None


def renew(session: Session, held: Claim, *, told: Progress | None, at: datetime) -> bool:
    """Say that the attempt lives, and how far it is. False when the order is no longer held by it."""
    job = held_job(session, held)
    if job is None:
        return False
    if told is not None:
        job.step, job.steps_done = told.step, steps_of(Options.of(job.options)).index(told.step)
        job.parts_done, job.parts = told.done, told.parts
    job.lease_until = at + LEASE
    session.add(job)
    return True


def give_back(session: Session, held: Claim) -> None:
    """Let another make it, as when the service stops: this attempt does not count."""
    job = held_job(session, held)
    if job is not None:
        _wait_again(session, job)
        job.attempts -= 1


def stumble(session: Session, held: Claim, *, at: datetime) -> None:
    """The attempt ended without a document and without a reason: it is tried again, or given up."""
    job = held_job(session, held)
    if job is not None and job.attempts >= ATTEMPTS:
        _fail(session, job, _lost(), at)
    elif job is not None:
        _wait_again(session, job)


def fail(session: Session, held: Claim, refusal: Refusal, *, at: datetime) -> None:
    """It cannot be made, for a reason that will be the same next time."""
    job = held_job(session, held)
    if job is not None:
        _fail(session, job, refusal, at)


def done(session: Session, job: ExportJob, export_id: UUID, *, at: datetime) -> None:
    """It became the document. `job` is what `held_job` gave, in the transaction that keeps the document."""
    job.state, job.ended_at, job.export_id = JobState.DONE, at, export_id
    job.step, job.steps_done, job.parts_done, job.parts = "", job.steps, 0, 0
    job.claim, job.lease_until = None, None
    session.add(job)


def held_job(session: Session, held: Claim) -> ExportJob | None:
    """The order, locked until the transaction ends; None when it is no longer held by this attempt."""
    return session.exec(select(ExportJob).where(*_of(held)).with_for_update()).first()


def _ready(at: datetime) -> ColumnElement[bool]:
    lost = and_(col(ExportJob.state) == JobState.RUNNING, col(ExportJob.lease_until) < at)
    return or_(col(ExportJob.state) == JobState.WAITING, lost)


def _of(held: Claim) -> tuple[ColumnElement[bool], ...]:
    return (
        col(ExportJob.id) == held.job_id,
        col(ExportJob.claim) == held.token,
        col(ExportJob.state) == JobState.RUNNING,
    )


def _wait_again(session: Session, job: ExportJob) -> None:
    job.state, job.claim, job.lease_until = JobState.WAITING, None, None
    _not_begun(job)
    session.add(job)


def _not_begun(job: ExportJob) -> None:
    job.step, job.steps_done, job.parts_done, job.parts = "", 0, 0, 0


def _fail(session: Session, job: ExportJob, refusal: Refusal, at: datetime) -> None:
    job.state, job.ended_at = JobState.FAILED, at
    job.claim = job.lease_until = None
    job.refusal = {"text": refusal.text, "values": {name: str(value) for name, value in refusal.values.items()}}
    session.add(job)
    session.flush()


def _lost() -> OutOfPlace:
    return OutOfPlace("This document could not be made, though it was tried {attempts} times.", attempts=ATTEMPTS)
