"""The documents before a meeting."""

from datetime import datetime
from pathlib import PurePath
from uuid import UUID

from sqlmodel import Session

from app.accounts.lines import line
from app.errors import Malformed, OutOfPlace, Unknown, require
from app.meetings.models import Meeting, MeetingDocument
from app.meetings.policy import may_keep
from app.meetings.typed import passage
from app.record.actor import Actor
from app.record.chain import write
from app.store import Store

MEDIA_TYPES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".pdf": "application/pdf",
    ".txt": "text/plain; charset=utf-8",
}
"""What may be put before a meeting, by the ending of its name; anything else is handed out as plain bytes."""


def add(
    session: Session,
    store: Store,
    meeting: Meeting,
    title: str,
    *,
    by: Actor,
    at: datetime,
    symbol: str = "",
    note: str = "",
    file: tuple[str, bytes] | None = None,
) -> MeetingDocument:
    """Put a document before a meeting; without a file it is announced by its title. Raises Denied, Malformed, TooLarge."""
    require(may_keep(by, meeting))
    document = MeetingDocument(
        meeting_id=meeting.id,
        title=line(title, field="title", most=300),
        symbol=line(symbol, field="symbol", most=60, required=False),
        note=passage(note, field="note"),
        added_at=at,
    )
    if file is not None:
        _keep(document, store, file)
    session.add(document)
    session.flush()
    subject, after = ("meeting_document", document.id), _facts(document)
    write(session, "meeting_document.add", subject, by=by, at=at, process_id=meeting.process_id, after=after)
    return document


def bring(
    session: Session,
    store: Store,
    meeting: Meeting,
    document_id: UUID,
    file: tuple[str, bytes],
    *,
    by: Actor,
    at: datetime,
) -> None:
    """Bring the file of a document that was announced. Raises Denied, Malformed, Unknown, OutOfPlace when it is there."""
    require(may_keep(by, meeting))
    document = of(session, meeting, document_id)
    if document.sha256:
        raise OutOfPlace(
            "The file of this document is there already. Withdraw the document to put another before the meeting."
        )
    before = _facts(document)
    _keep(document, store, file)
    session.add(document)
    session.flush()
    subject, after = ("meeting_document", document.id), _facts(document)
    write(
        session, "meeting_document.bring", subject, by=by, at=at, process_id=meeting.process_id, before=before, after=after
    )


def withdraw(session: Session, meeting: Meeting, document_id: UUID, *, by: Actor, at: datetime) -> None:
    """Take a document from before a meeting. The record keeps what it was; the file stays in the store."""
    require(may_keep(by, meeting))
    document = of(session, meeting, document_id)
    subject, before = ("meeting_document", document.id), _facts(document)
    write(session, "meeting_document.withdraw", subject, by=by, at=at, process_id=meeting.process_id, before=before)
    session.delete(document)
    session.flush()


def of(session: Session, meeting: Meeting, document_id: UUID) -> MeetingDocument:
    """The document before this meeting. Raises Unknown."""
    document = session.get(MeetingDocument, document_id)
    if document is None or document.meeting_id != meeting.id:
        raise Unknown("There is no such document.")
    return document


def with_file(session: Session, meeting: Meeting, document_id: UUID) -> MeetingDocument:
    """The document before this meeting, to be handed out. Raises Unknown while it is announced only."""
    document = of(session, meeting, document_id)
    if not document.sha256:
        raise Unknown("This document is announced; there is no file of it yet.")
    return document


def _keep(document: MeetingDocument, store: Store, file: tuple[str, bytes]) -> None:
    name, content = file
    if not content:
        raise Malformed("The file is empty.", field="file")
    document.filename = line(name.replace("\\", "/").rsplit("/", 1)[-1], field="file")
    document.media_type = MEDIA_TYPES.get(PurePath(document.filename).suffix.lower(), "application/octet-stream")
    document.sha256, document.size = store.put(content), len(content)


def _facts(document: MeetingDocument) -> dict:
    return document.model_dump(mode="json", exclude={"id", "added_at"})
