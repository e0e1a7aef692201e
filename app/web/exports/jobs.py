"""A document in the making: how far it is, and cancelling it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from fastapi import APIRouter, Request, Response

from app.accounts.models import User
from app.drafting import queries
from app.errors import Refusal
from app.exports.jobs import ordering
from app.exports.jobs.queries import JobLine, actor_at_job, find_job, job
from app.exports.models import ExportJob
from app.meetings.queries import find as find_meeting
from app.record.actor import Actor
from app.web.dependencies import At, Me, Reader, Session, Writer
from app.web.drafting.seated import way_below
from app.web.forms import or_again
from app.web.languages import say
from app.web.meetings.seated import way_to_meetings
from app.web.page import Crumb, Page
from app.web.rendering import go, reader_language, render

router = APIRouter(prefix="/jobs/{job_id}")


@dataclass(frozen=True, kw_only=True)
class JobPage(Page):
    """`documents` is where it stands among others; `fetching`: the reader asked for the file, and gets it as soon as it is
    there."""

    job: JobLine
    documents: str
    fetching: bool


@router.get("")
def show(request: Request, job_id: UUID, session: Reader, me: Me, at: At, then: str = "page") -> Response:
    """How far it is; the file, when it is done and the reader waits for it (`then` is "file").

    A page that has been looking again by itself is told to load anew when there is nothing more to wait for.
    """
    by = at_job(session, me, job_id, at)
    line = job(session, job_id, by=by)
    response = _page(request, session, line, by, fetching=then == "file")
    if "hx-request" in request.headers and not line.is_open and then != "list":
        response.headers["HX-Refresh"] = "true"
    return response


@router.post("/cancel")
def cancel(request: Request, job_id: UUID, session: Writer, me: Me, at: At) -> Response:
    """Not make it after all."""
    by = at_job(session, me, job_id, at)
    row = find_job(session, job_id, by=by)
    with or_again(session, lambda refusal: _page(request, session, job(session, job_id, by=by), by, refusal=refusal)):
        ordering.cancel(session, row, by=by, at=at)
    return go(request, _documents(row), "The document is cancelled.")


def at_job(session: Session, me: User, job_id: UUID, at: datetime) -> Actor:
    """The reader as who acts in the process where it was ordered. Raises Unknown."""
    return actor_at_job(session, me, job_id, at=at)


def _page(
    request: Request,
    session: Session,
    line: JobLine,
    by: Actor,
    *,
    fetching: bool = False,
    refusal: Refusal | None = None,
) -> Response:
    crumbs = (*_way(request, session, line, by), Crumb(say(reader_language(request), "Documents"), _documents(line)))
    page = JobPage(crumbs=crumbs, job=line, documents=_documents(line), fetching=fetching, refusal=refusal)
    return render(request, "exports/jobs/show.html", page)


def _way(request: Request, session: Session, line: JobLine, by: Actor) -> tuple[Crumb, ...]:
    if line.meeting_id is not None:
        meeting = find_meeting(session, line.meeting_id, by=by)
        return (*way_to_meetings(request, session, by), Crumb(meeting.title, f"/meetings/{meeting.id}"))
    assert line.declaration_id is not None
    return way_below(session, queries.find_declaration(session, line.declaration_id, by=by), reader_language(request))


def _documents(job: JobLine | ExportJob) -> str:
    """Where it stands among others when it is made."""
    return f"/meetings/{job.meeting_id}/documents" if job.meeting_id else f"/declarations/{job.declaration_id}/documents"
