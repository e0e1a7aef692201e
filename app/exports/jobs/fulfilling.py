"""Making what was ordered, for the eyes of who ordered it as they now are, and keeping it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from app.accounts.models import User
from app.drafting.models import Revision
from app.errors import OutOfPlace
from app.exports.exports import Made, keep, make_to_order, ordered, ordered_of_meeting
from app.exports.jobs.claims import done
from app.exports.kinds import Kind, MeetingKind, Options
from app.exports.models import Export, ExportJob
from app.exports.order import AnyOrder
from app.exports.policy import side_of
from app.exports.seats import seated, subject
from app.exports.steps import Telling, to_nobody
from app.meetings.models import Meeting
from app.processes.models import Participant
from app.record.actor import Actor
from app.store import Store


@dataclass(frozen=True, slots=True)
class Document:
    """What an attempt brought: a file, its name, the head of the record when it was made, and the id of the house style it
    is written on, "" for ours."""

    content: bytes
    filename: str
    record_head: str
    house_style: str = ""


def fulfil(session: Session, job: ExportJob, *, at: datetime, tell: Telling) -> Document:
    """Make the document. Reads only. Raises as `app.exports.exports.make` does, and when who ordered it lost their seat."""
    made = make_to_order(session, _order(session, job, by=orderer(session, job, at=at), at=at, tell=tell))
    return Document(made.content, made.filename, made.record_head, str(made.house_style_id or ""))


def deliver(session: Session, store: Store, job: ExportJob, document: Document, *, by: Actor, at: datetime) -> Export:
    """Keep the document, and end the order, in one transaction. `job` is held (`claims.held_job`), `by` who ordered it, so
    that it is kept once, whoever else has made it meanwhile. Raises Denied when they may no longer have it.
    """
    style = UUID(document.house_style) if document.house_style else None
    order = _order(session, job, by=by, at=at, tell=to_nobody)
    export = keep(
        session, store, Made(order, document.filename, document.content, document.record_head, style), by=by, at=at
    )
    done(session, job, export.id, at=at)
    return export


def orderer(session: Session, job: ExportJob, *, at: datetime) -> Actor:
    """Who ordered it, in the seat they have now. Raises Unknown when they have none, OutOfPlace when it is another.

    What was ordered for one side is never made for another: a presidency that was handed over meanwhile reads less.
    """
    participant = session.get_one(Participant, job.ordered_by)
    by = seated(session, session.get_one(User, participant.user_id), job, at=at)
    if side_of(by, job.process_id) != job.side:
        raise OutOfPlace("Your seat has changed since you ordered this document. Please order it again.")
    return by


def _order(session: Session, job: ExportJob, *, by: Actor, at: datetime, tell: Telling) -> AnyOrder:
    """What was asked for, judged anew. Raises as `ordered` and `ordered_of_meeting` do."""
    options = Options.of(job.options)
    of = subject(session, job)
    if isinstance(of, Meeting):
        return ordered_of_meeting(session, of, MeetingKind(job.kind), by=by, at=at, options=options, tell=tell)
    return ordered(
        of,
        Kind(job.kind),
        session.get_one(Revision, job.revision_id),
        against=session.get_one(Revision, job.against_id) if job.against_id else None,
        by=by,
        at=at,
        options=options,
        tell=tell,
    )
