"""Ordering a document, and cancelling what was ordered."""

from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlmodel import Session, col, func, select

from app.errors import OutOfPlace, TooMany, Unknown, require
from app.exports.models import ExportJob
from app.exports.order import AnyOrder
from app.exports.policy import may_cancel, side_of
from app.exports.seats import meets
from app.exports.seats import subject as subject_of
from app.exports.states import OPEN, JobState
from app.exports.steps import steps_of
from app.record.actor import Actor
from app.record.chain import write

MOST = 10
"""Documents one person may have waiting or in the making."""

KEPT = timedelta(days=7)
"""How long an order that has ended is remembered; what it became is kept for good, and so is the record."""


def place(session: Session, order: AnyOrder, *, by: Actor, at: datetime) -> ExportJob:
    """Have a document made when its turn comes. An order that stands already is answered with itself: it is made once.

    `order` is what `ordered` or `ordered_of_meeting` judged. Raises Unknown, TooMany.
    """
    if by.participant_id is None:
        raise Unknown("There is no such declaration.")
    forget(session, at=at)
    asked = ExportJob(
        **order.facts(),
        side=side_of(by, order.of.process_id),
        ordered_by=by.participant_id,
        ordered_at=at,
        steps=len(steps_of(order.options)),
    )
    standing = session.exec(
        select(ExportJob).where(ExportJob.ordered_by == by.participant_id, col(ExportJob.state).in_(OPEN))
    ).all()
    same = {"declaration_id", "meeting_id", "kind", "revision_id", "against_id", "options", "side"}
    for each in standing:
        if each.model_dump(include=same) == asked.model_dump(include=same):
            return each
    if len(standing) >= MOST:
        raise TooMany("You have {count} documents in the making. Wait for them, or cancel some.", count=len(standing))
    session.add(asked)
    session.flush()
    after = asked.model_dump(mode="json", include=same)
    write(session, "export.order", ("export_job", asked.id), by=by, at=at, process_id=asked.process_id, after=after)
    return asked


def cancel(session: Session, job: ExportJob, *, by: Actor, at: datetime) -> ExportJob:
    """Not make it after all. Whoever is making it stops. Raises Denied; OutOfPlace when it has ended already."""
    require(may_cancel(by, job, meets(session, subject_of(session, job))))
    # As it now is: a worker may have ended it since it was read.
    session.refresh(job, with_for_update=True)
    if job.state not in OPEN:
        raise OutOfPlace("This document is no longer in the making.")
    before = {"state": job.state}
    job.state, job.ended_at = JobState.CANCELLED, at
    job.claim = job.lease_until = None
    session.add(job)
    subject, after = ("export_job", job.id), {"state": job.state}
    write(session, "export.cancel", subject, by=by, at=at, process_id=job.process_id, before=before, after=after)
    return job


def forget(session: Session, *, at: datetime) -> None:
    """Remove the orders that ended long ago."""
    session.exec(delete(ExportJob).where(col(ExportJob.ended_at) < at - KEPT))  # type: ignore[call-overload]


def waiting_before(session: Session, job: ExportJob) -> int:
    """How many orders come before this one, among those that wait."""
    earlier = select(func.count()).where(ExportJob.state == JobState.WAITING, ExportJob.ordered_at < job.ordered_at)
    return session.exec(earlier).one()
