"""A declaration begins, as a draft that only the secretariat and the presidency see."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, select

from app.drafting.declarations.rows import clean, put_document
from app.drafting.keys import NewKey, document_rekeyed, new_key
from app.drafting.limits import line, require_document_fits, require_pasteable, required_line
from app.drafting.models import Declaration
from app.drafting.policy import may_open_declaration
from app.drafting.versions import note
from app.errors import Malformed, Unknown, require
from app.meetings.models import Meeting, MeetingProcess
from app.processes.models import Process
from app.record.actor import Actor
from app.text.document import Document
from app.text.pasted import document_of
from app.text.stored import document_to_plain


def open_draft(
    session: Session,
    *,
    process_id: UUID,
    title: str,
    language: str,
    document: Document | None = None,
    symbol: str = "",
    character: str = "",
    meeting_id: UUID | None = None,
    by: Actor,
    at: datetime,
    fresh: NewKey = new_key,
) -> Declaration:
    """Open a declaration with a draft by hand (no `document`) or of imported paragraphs.

    `language` is one of the process's working languages. `character` says what kind of instrument is meant ("succinct
    political declaration"). Every paragraph of `document` gets a key of ours. Raises Denied, Malformed, TooLarge, Unknown.
    """
    require(may_open_declaration(by, process_id))
    require_language(session, language, process_id)
    require_meeting(session, meeting_id, process_id)
    text = clean(document_rekeyed(document or Document(), fresh))
    require_document_fits(text)
    declaration = Declaration(
        process_id=process_id,
        title=required_line(title, "title"),
        symbol=line(symbol, "symbol"),
        language=language,
        character=line(character, "character"),
        meeting_id=meeting_id,
        created_at=at,
    )
    session.add(declaration)
    session.flush()
    put_document(session, declaration, text)
    opened = {"title": declaration.title, "language": language, "paragraphs": document_to_plain(text)}
    note(session, "declaration.open", ("declaration", declaration.id), declaration, by=by, at=at, after=opened)
    return declaration


def open_from_text(
    session: Session,
    *,
    process_id: UUID,
    title: str,
    language: str,
    text: str,
    symbol: str = "",
    character: str = "",
    meeting_id: UUID | None = None,
    by: Actor,
    at: datetime,
    fresh: NewKey = new_key,
) -> Declaration:
    """Open a declaration of pasted text, whose paragraphs and their roles are read out of it and can be corrected.

    Raises as `open_draft` does, and Malformed when there are no words in the text.
    """
    require(may_open_declaration(by, process_id))
    require_pasteable(text, "text")
    document = document_of(text, fresh)
    if not document.paragraphs:
        raise Malformed("There are no words in this text.", field="text")
    return open_draft(
        session,
        process_id=process_id,
        title=title,
        language=language,
        document=document,
        symbol=symbol,
        character=character,
        meeting_id=meeting_id,
        by=by,
        at=at,
        fresh=fresh,
    )


def require_meeting(session: Session, meeting_id: UUID | None, process_id: UUID) -> None:
    """Raises Unknown when there is a meeting named that this process does not take part in."""
    if meeting_id is None:
        return
    meeting = session.get(Meeting, meeting_id)
    if meeting is not None and (meeting.process_id == process_id or _takes_part(session, meeting_id, process_id)):
        return
    raise Unknown("There is no such meeting.", field="meeting_id")


def _takes_part(session: Session, meeting_id: UUID, process_id: UUID) -> bool:
    seats = select(MeetingProcess.id).where(
        MeetingProcess.meeting_id == meeting_id, MeetingProcess.process_id == process_id
    )
    return session.exec(seats).first() is not None


def require_language(session: Session, language: str, process_id: UUID) -> None:
    """Raises Malformed unless it is a working language of the process; Unknown where there is no such process."""
    process = session.get(Process, process_id)
    if process is None:
        raise Unknown("There is no such process.")
    if language not in process.languages:
        raise Malformed("This is not a working language of the process.", field="language")
