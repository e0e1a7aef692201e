"""Putting a document that was made of a meeting before the meeting, so that all who have a seat there find it."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from app.errors import Unknown
from app.exports.exports import fetch
from app.meetings import documents
from app.meetings.models import Meeting, MeetingDocument
from app.record.actor import Actor
from app.store import Store


def put_before_its_meeting(
    session: Session, store: Store, files: Store, export_id: UUID, *, by: Actor, at: datetime, title: str
) -> MeetingDocument:
    """The document byte for byte as it was made, under `title`, among those before its meeting; `store` has those that were
    made, `files` those that are before meetings. Raises Unknown (not a document of a meeting, or not for the side of `by`),
    Denied, Malformed."""
    export, content = fetch(session, store, export_id, by=by)
    if export.meeting_id is None:
        raise Unknown("There is no such document.")
    meeting = session.get_one(Meeting, export.meeting_id)
    return documents.add(session, files, meeting, title, file=(export.filename, content), by=by, at=at)
