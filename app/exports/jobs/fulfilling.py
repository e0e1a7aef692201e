"""Making what was ordered, for the eyes of who ordered it as they now are, and keeping it."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from app.accounts.models import User
from app.drafting.models import Declaration, Revision
from app.errors import OutOfPlace
from app.exports.exports import Made, keep, make
from app.exports.jobs.claims import done
from app.exports.kinds import Kind, Options
from app.exports.models import Export, ExportJob
from app.exports.policy import side_of
from app.exports.steps import Telling
from app.processes.models import Participant, Process
from app.processes.seats import actor_for
from app.record.actor import Actor
from app.store import Store


@dataclass(frozen=True, slots=True)
class Document:
    """What an attempt brought: a file, its name, and the head of the record when it was made."""

    content: bytes
    filename: str
    record_head: str


def fulfil(session: Session, job: ExportJob, *, at: datetime, tell: Telling) -> Document:
    """Make the document. Reads only. Raises as `app.exports.exports.make` does, and when who ordered it lost their seat."""
    by = orderer(session, job, at=at)
    made = make(
        session,
        session.get_one(Declaration, job.declaration_id),
        Kind(job.kind),
        session.get_one(Revision, job.revision_id),
        against=session.get_one(Revision, job.against_id) if job.against_id else None,
        by=by,
        at=at,
        options=Options.of(job.options),
        tell=tell,
    )
    return Document(made.content, made.filename, made.record_head)


def deliver(session: Session, store: Store, job: ExportJob, document: Document, *, by: Actor, at: datetime) -> Export:
    """Keep the document, and end the order, in one transaction. `job` is held (`claims.held_job`), `by` who ordered it, so
    that it is kept once, whoever else has made it meanwhile. Raises Denied when they may no longer have it.
    """
    made = Made(
        declaration=session.get_one(Declaration, job.declaration_id),
        kind=Kind(job.kind),
        revision=session.get_one(Revision, job.revision_id),
        against=session.get_one(Revision, job.against_id) if job.against_id else None,
        options=Options.of(job.options),
        filename=document.filename,
        content=document.content,
        record_head=document.record_head,
    )
    export = keep(session, store, made, by=by, at=at)
    done(session, job, export.id, at=at)
    return export


def orderer(session: Session, job: ExportJob, *, at: datetime) -> Actor:
    """Who ordered it, in the seat they have now. Raises Unknown when they have none, OutOfPlace when it is another.

    What was ordered for one side is never made for another: a presidency that was handed over meanwhile reads less.
    """
    participant = session.get_one(Participant, job.ordered_by)
    user, process = session.get_one(User, participant.user_id), session.get_one(Process, job.process_id)
    by = actor_for(session, user, process, at=at)
    if side_of(by, session.get_one(Declaration, job.declaration_id)) != job.side:
        raise OutOfPlace("Your seat has changed since you ordered this document. Please order it again.")
    return by
