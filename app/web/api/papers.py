"""The API of the documents before a meeting."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, File, Request, Response, UploadFile
from fastapi import Form as Field
from pydantic import BaseModel, ConfigDict

from app.config import Settings
from app.errors import TooLarge
from app.meetings import documents, queries
from app.meetings.seats import acting_at
from app.meetings.views import DocumentLine
from app.web.api.callers import Manages, Reads
from app.web.dependencies import App, At, Files, Reader, Writer
from app.web.exports.handing import handed
from app.web.rendering import reader_language

router = APIRouter(prefix="/meetings/{meeting_id}/documents", tags=["meetings"])


class DocumentShown(BaseModel):
    """A document before a meeting; one without a `filename` is announced. `size` is in bytes."""

    model_config = ConfigDict(
        from_attributes=True,
        json_schema_extra={
            "examples": [
                {
                    "id": "6c0f2f5e-7f0c-4b53-9c0b-2f1f2c9a6f10",
                    "title": "Report of the Technical Secretariat",
                    "symbol": "RCM/2017/3",
                    "note": "",
                    "filename": "report.pdf",
                    "media_type": "application/pdf",
                    "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                    "size": 48213,
                    "added_at": "2017-03-30T15:00:00Z",
                }
            ]
        },
    )

    id: UUID
    title: str
    symbol: str
    note: str
    filename: str
    media_type: str
    sha256: str
    size: int
    added_at: datetime


@router.get("")
def index(request: Request, meeting_id: UUID, session: Reader, user: Reads, at: At) -> list[DocumentShown]:
    """The documents before the meeting, in the order they came."""
    _meeting, by = acting_at(session, user, meeting_id, at=at)
    view = queries.meeting(session, meeting_id, by=by, language=reader_language(request), at=at)
    return [_shown(each) for each in view.documents]


@router.post("", status_code=201)
def add(
    meeting_id: UUID,
    title: Annotated[str, Field()],
    session: Writer,
    files: Files,
    settings: App,
    user: Manages,
    at: At,
    symbol: Annotated[str, Field()] = "",
    note: Annotated[str, Field()] = "",
    file: Annotated[UploadFile | None, File()] = None,
) -> DocumentShown:
    """Put a document before the meeting; without a file it is announced."""
    meeting, by = acting_at(session, user, meeting_id, at=at)
    content = _read(file, settings) if file else None
    made = documents.add(session, files, meeting, title, symbol=symbol, note=note, file=content, by=by, at=at)
    return DocumentShown.model_validate(made, from_attributes=True)


@router.put("/{document_id}/file", status_code=204)
def bring(
    meeting_id: UUID,
    document_id: UUID,
    file: Annotated[UploadFile, File()],
    session: Writer,
    files: Files,
    settings: App,
    user: Manages,
    at: At,
) -> None:
    """Bring the file of a document that was announced."""
    meeting, by = acting_at(session, user, meeting_id, at=at)
    documents.bring(session, files, meeting, document_id, _read(file, settings), by=by, at=at)


@router.get("/{document_id}/file", response_class=Response)
def hand_out(
    request: Request, meeting_id: UUID, document_id: UUID, session: Reader, files: Files, user: Reads, at: At
) -> Response:
    """The file itself."""
    meeting, _by = acting_at(session, user, meeting_id, at=at)
    document = documents.with_file(session, meeting, document_id)
    content = files.get(document.sha256)
    return handed(request, content, filename=document.filename, media_type=document.media_type, sha256=document.sha256)


@router.delete("/{document_id}", status_code=204)
def withdraw(meeting_id: UUID, document_id: UUID, session: Writer, user: Manages, at: At) -> None:
    """Withdraw a document. The record keeps what it was."""
    meeting, by = acting_at(session, user, meeting_id, at=at)
    documents.withdraw(session, meeting, document_id, by=by, at=at)


def _read(file: UploadFile, settings: Settings) -> tuple[str, bytes]:
    limit = settings.upload_limit_mb
    content = file.file.read(limit * 1024 * 1024 + 1)
    if len(content) > limit * 1024 * 1024:
        raise TooLarge("The file is larger than {limit} megabytes.", limit=limit, field="file")
    return file.filename or "document", content


def _shown(line: DocumentLine) -> DocumentShown:
    return DocumentShown.model_validate(line)
