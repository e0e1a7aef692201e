"""The documents before a meeting: putting them there, handing them out, withdrawing them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request, Response

from app.errors import Malformed, Refusal
from app.exports.jobs.queries import JobLine, jobs_of_meeting
from app.exports.kinds import Form as Written
from app.exports.making.forms import forms_of_papers
from app.exports.phrases import WORDINGS
from app.exports.queries import ExportLine, exports_of_meeting
from app.meetings import documents
from app.meetings.queries import find
from app.meetings.seats import acting_at
from app.record.actor import Actor
from app.web.dependencies import At, Files, Me, Reader, Session, Writer
from app.web.exports.handing import handed
from app.web.forms import Form, or_again
from app.web.meetings.seated import MeetingPage, shown
from app.web.rendering import go, reader_language, render

router = APIRouter(prefix="/meetings/{meeting_id}/documents")


@dataclass(frozen=True, kw_only=True)
class DocumentsPage(MeetingPage):
    """`kept` are the documents made of the meeting for the reader's side, `jobs` those in the making; they can be had in
    `forms` and `languages`, and `chosen` is what was asked for. `made` is the one just made. `accept` are the endings a
    browser offers first; any other file can be put before a meeting too."""

    kept: tuple[ExportLine, ...]
    jobs: tuple[JobLine, ...]
    forms: tuple[Written, ...]
    chosen: dict[str, str]
    languages: tuple[str, ...] = tuple(WORDINGS)
    made: UUID | None = None
    tab: str = "documents"
    accept: str = ",".join(documents.MEDIA_TYPES)


@router.get("")
def show(request: Request, meeting_id: UUID, session: Reader, me: Me, at: At, made: UUID | None = None) -> Response:
    _meeting, by = acting_at(session, me, meeting_id, at=at)
    return page(request, session, meeting_id, by, at, made=made)


@router.post("")
def add(request: Request, meeting_id: UUID, form: Form, session: Writer, files: Files, me: Me, at: At) -> Response:
    meeting, by = acting_at(session, me, meeting_id, at=at)

    def again(refusal: Refusal) -> Response:
        return page(request, session, meeting_id, by, at, refusal=refusal, typed=form.kept)

    with or_again(session, again):
        documents.add(
            session,
            files,
            meeting,
            form.raw("title"),
            symbol=form.raw("symbol"),
            note=form.raw("note"),
            file=form.file("file"),
            by=by,
            at=at,
        )
    return go(request, f"/meetings/{meeting_id}/documents", "The document is before the meeting.")


@router.post("/{document_id}/file")
def bring(
    request: Request, meeting_id: UUID, document_id: UUID, form: Form, session: Writer, files: Files, me: Me, at: At
) -> Response:
    meeting, by = acting_at(session, me, meeting_id, at=at)

    def again(refusal: Refusal) -> Response:
        return page(request, session, meeting_id, by, at, refusal=refusal)

    with or_again(session, again):
        file = form.file("file")
        if file is None:
            raise Malformed("Choose the file first.")
        documents.bring(session, files, meeting, document_id, file, by=by, at=at)
    return go(request, f"/meetings/{meeting_id}/documents", "The file of the document is there.")


@router.get("/{document_id}/file")
def hand_out(
    request: Request, meeting_id: UUID, document_id: UUID, session: Reader, files: Files, me: Me, at: At
) -> Response:
    meeting, _by = acting_at(session, me, meeting_id, at=at)
    document = documents.with_file(session, meeting, document_id)
    content = files.get(document.sha256)
    return handed(request, content, filename=document.filename, media_type=document.media_type, sha256=document.sha256)


@router.post("/{document_id}/withdraw")
def withdraw(request: Request, meeting_id: UUID, document_id: UUID, session: Writer, me: Me, at: At) -> Response:
    meeting, by = acting_at(session, me, meeting_id, at=at)
    documents.withdraw(session, meeting, document_id, by=by, at=at)
    return go(request, f"/meetings/{meeting_id}/documents", "The document is withdrawn. The record keeps what it was.")


def page(
    request: Request,
    session: Session,
    meeting_id: UUID,
    by: Actor,
    at: datetime,
    *,
    chosen: dict[str, str] | None = None,
    **more: Any,
) -> Response:
    """The documents of the meeting; `chosen` is what the reader asked to have made of it."""
    meeting = find(session, meeting_id, by=by)
    told = DocumentsPage(
        **shown(request, session, meeting_id, by, at).page(),
        kept=exports_of_meeting(session, meeting, by=by),
        jobs=jobs_of_meeting(session, meeting, by=by, at=at),
        forms=forms_of_papers(),
        chosen=chosen or {"language": reader_language(request)},
        **more,
    )
    return render(request, "meetings/documents/show.html", told)
