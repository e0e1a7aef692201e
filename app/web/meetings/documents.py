"""The documents before a meeting: putting them there, handing them out, withdrawing them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request, Response

from app.errors import Malformed, Refusal
from app.meetings import documents
from app.meetings.seats import acting_at
from app.record.actor import Actor
from app.web.dependencies import At, Files, Me, Reader, Session, Writer
from app.web.exports.handing import handed
from app.web.forms import Form, or_again
from app.web.meetings.seated import MeetingPage, shown
from app.web.rendering import go, render

router = APIRouter(prefix="/meetings/{meeting_id}/documents")


@dataclass(frozen=True, kw_only=True)
class DocumentsPage(MeetingPage):
    """`accept` are the endings a browser offers first; any other file can be put before a meeting too."""

    tab: str = "documents"
    accept: str = ",".join(documents.MEDIA_TYPES)


@router.get("")
def show(request: Request, meeting_id: UUID, session: Reader, me: Me, at: At) -> Response:
    _meeting, by = acting_at(session, me, meeting_id, at=at)
    return _page(request, session, meeting_id, by, at)


@router.post("")
def add(request: Request, meeting_id: UUID, form: Form, session: Writer, files: Files, me: Me, at: At) -> Response:
    meeting, by = acting_at(session, me, meeting_id, at=at)

    def again(refusal: Refusal) -> Response:
        return _page(request, session, meeting_id, by, at, refusal=refusal, typed=form.kept)

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
        return _page(request, session, meeting_id, by, at, refusal=refusal)

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


def _page(request: Request, session: Session, meeting_id: UUID, by: Actor, at: datetime, **more: Any) -> Response:
    page = DocumentsPage(**shown(request, session, meeting_id, by, at).page(), **more)
    return render(request, "meetings/documents/show.html", page)
