"""The API of documents in the making: how far they are, and cancelling them."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field

from app.exports.jobs import ordering, queries
from app.exports.jobs.queries import JobLine, find_job
from app.exports.kinds import Form, Kind, MeetingKind
from app.exports.states import JobState
from app.exports.steps import Step
from app.meetings.seats import acting_at
from app.web.api.callers import Reads
from app.web.dependencies import At, Reader, Writer
from app.web.drafting.seated import at_declaration
from app.web.exports.jobs import at_job
from app.web.rendering import in_words, reader_language

router = APIRouter(tags=["documents"])

AGAIN = {"Retry-After": "1"}
"""When to ask again how far a document is."""


class JobShown(BaseModel):
    """A document that was ordered. `state` is `waiting`, `running`, `done`, `failed` or `cancelled`. While it is made,
    `step` says what is being done, after `steps_done` of `steps`, and `percent` how much of it is done, where that is
    known; while it waits, `before` how many come first. When it is done, `document` is the id under which
    `GET /documents/…` has it; when it failed, `detail` says why, to a person. `revision` is empty for a document of a
    meeting; `notice` is as for a document, when it is ordered."""

    id: UUID
    kind: Kind | MeetingKind
    form: Form
    language: str = ""
    revision: str = Field(examples=["Rev.1"])
    against: str = Field(examples=["Zero draft"])
    anonymous: bool
    state: JobState
    step: Step | None
    steps_done: int
    steps: int
    percent: int | None
    before: int
    ordered_by: str
    ordered_at: datetime
    ended_at: datetime | None
    document: UUID | None
    detail: str = ""
    notice: str = ""


@router.get("/declarations/{declaration_id}/jobs")
def index(request: Request, declaration_id: UUID, session: Reader, user: Reads, at: At) -> list[JobShown]:
    """The documents of a declaration that wait or are in the making, and those that failed within a day."""
    declaration, by = at_declaration(session, user, declaration_id, at)
    return [job_shown(request, line) for line in queries.jobs_of(session, declaration, by=by, at=at)]


@router.get("/meetings/{meeting_id}/jobs")
def index_of_meeting(request: Request, meeting_id: UUID, session: Reader, user: Reads, at: At) -> list[JobShown]:
    """The documents of a meeting that wait or are in the making, and those that failed within a day."""
    meeting, by = acting_at(session, user, meeting_id, at=at)
    return [job_shown(request, line) for line in queries.jobs_of_meeting(session, meeting, by=by, at=at)]


@router.get("/jobs/{job_id}")
def show(request: Request, job_id: UUID, response: Response, session: Reader, user: Reads, at: At) -> JobShown:
    """How far a document is that was ordered. An order that has ended is remembered for a week; while it has not,
    `Retry-After` says in how many seconds to ask again."""
    line = queries.job(session, job_id, by=at_job(session, user, job_id, at))
    if line.is_open:
        response.headers.update(AGAIN)
    return job_shown(request, line)


@router.delete("/jobs/{job_id}")
def cancel(request: Request, job_id: UUID, session: Writer, user: Reads, at: At) -> JobShown:
    """Not make it after all: for who ordered it, and for the chair side. Refused (409) when it has ended."""
    by = at_job(session, user, job_id, at)
    ordering.cancel(session, find_job(session, job_id, by=by), by=by, at=at)
    return job_shown(request, queries.job(session, job_id, by=by))


def job_shown(request: Request, line: JobLine) -> JobShown:
    """An order as it is answered."""
    plain = {name: getattr(line, name) for name in JobShown.model_fields if name not in ("detail", "notice")}
    return JobShown(**plain, detail=in_words(reader_language(request), line.refusal) if line.refusal else "")
