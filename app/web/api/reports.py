"""The API of the documents made of a meeting: its report, and the list of what it agreed on."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from app.exports import exports
from app.exports.jobs import ordering
from app.exports.jobs import queries as jobs
from app.exports.kinds import Form, MeetingKind, Options
from app.exports.putting import put_before_its_meeting
from app.exports.queries import exports_of_meeting
from app.exports.quick import is_quick
from app.meetings.seats import acting_at
from app.web.api.callers import Manages, Reads
from app.web.api.exports import DocumentShown, Prefer, document_shown
from app.web.api.jobs import JobShown, job_shown
from app.web.api.once import IdempotencyKey, once_with_headers
from app.web.api.papers import DocumentShown as PaperShown
from app.web.dependencies import At, Exports, Files, Reader, Writer
from app.web.rendering import reader_language

router = APIRouter(prefix="/meetings/{meeting_id}/reports", tags=["meetings"])


class ReportAsked(BaseModel):
    """`report`: what the secretariat took down: attendance, agenda, statements, agreements with who and when. `outcome`:
    what the meeting agreed on, only suggested, and could not settle. `language` is that of its words, `en`, `es`, `pt` or
    `fr`; without one it is yours. `form` is the ending of the file: `docx`, `html`, `md`; `pdf` and `odt` where LibreOffice
    is installed."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"kind": "report", "language": "en"}]})

    kind: MeetingKind
    language: str = Field("", examples=["es"], max_length=20)
    form: Form = Form.WORD


class PuttingAsked(BaseModel):
    """Under which title the document stands before the meeting."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"title": "Report of the meeting"}]})

    title: str = Field(max_length=300)


@router.get("")
def index(meeting_id: UUID, session: Reader, user: Reads, at: At) -> list[DocumentShown]:
    """The documents made of the meeting for your side, the latest first; `GET /documents/…` has each of them."""
    meeting, by = acting_at(session, user, meeting_id, at=at)
    return [document_shown(line) for line in exports_of_meeting(session, meeting, by=by)]


@router.post(
    "",
    status_code=201,
    response_model=DocumentShown,
    responses={202: {"model": JobShown, "description": "It takes long and was ordered; `Location` says how far it is."}},
)
def make(
    request: Request,
    meeting_id: UUID,
    asked: ReportAsked,
    reader: Reader,
    session: Writer,
    store: Exports,
    user: Reads,
    at: At,
    key: IdempotencyKey = None,
    prefer: Prefer = "",
) -> Response:
    """Have the report or the list of agreements made. It is kept, and can be had again where `Location` says.

    What takes long is ordered instead, as for the documents of a declaration.
    """
    meeting, by = acting_at(reader, user, meeting_id, at=at)
    options = Options(form=asked.form, language=asked.language or reader_language(request))
    order = exports.ordered_of_meeting(reader, meeting, asked.kind, by=by, at=at, options=options)
    at_once = "respond-async" not in prefer and is_quick(reader, order)
    # Before anything is written: nobody waits for it.
    made = exports.make_to_order(reader, order) if at_once else None

    def act() -> tuple[int, Any, dict[str, str]]:
        if made is None:
            job = jobs.job(session, ordering.place(session, order, by=by, at=at).id, by=by)
            return 202, job_shown(request, job), {"Location": f"/api/v1/jobs/{job.id}"}
        export = exports.keep(session, store, made, by=by, at=at)
        kept = exports_of_meeting(session, meeting, by=by)
        shown = next(document_shown(line) for line in kept if line.id == export.id)
        return 201, shown, {"Location": f"/api/v1/documents/{export.id}"}

    return once_with_headers(session, user, key, {"reports": meeting_id, "asked": asked}, at=at, act=act)


@router.post("/{export_id}/put", status_code=201)
def put(
    meeting_id: UUID,
    export_id: UUID,
    asked: PuttingAsked,
    session: Writer,
    store: Exports,
    files: Files,
    user: Manages,
    at: At,
) -> PaperShown:
    """Put a document that was made of the meeting before it, byte for byte: whoever has a seat there finds it among its
    documents. For the presidency and the secretariat of the convening process."""
    _meeting, by = acting_at(session, user, meeting_id, at=at)
    put_there = put_before_its_meeting(session, store, files, export_id, by=by, at=at, title=asked.title)
    return PaperShown.model_validate(put_there, from_attributes=True)
