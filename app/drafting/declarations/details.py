"""What a declaration is called and where it belongs."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from app.drafting.declarations.opening import require_language, require_meeting
from app.drafting.limits import line, required_line
from app.drafting.models import Declaration
from app.drafting.policy import may_set_details
from app.drafting.texts import current_revision
from app.drafting.versions import advance, lock, note
from app.errors import OutOfPlace, require
from app.record.actor import Actor


def set_details(
    session: Session,
    declaration: Declaration,
    *,
    title: str,
    symbol: str,
    character: str,
    meeting_id: UUID | None,
    language: str | None = None,
    expected: int,
    by: Actor,
    at: datetime,
) -> None:
    """Set title, symbol, character and the meeting it is meant for, all at once; of a draft also its language, unless None.

    Raises Denied, MovedOn, Malformed (no title, not a language of the process), OutOfPlace (another language of a text that
    was issued), TooLarge, Unknown (no such meeting).
    """
    require(may_set_details(by, declaration))
    lock(session, declaration)
    require_meeting(session, meeting_id, declaration.process_id)
    language = language or declaration.language
    if language != declaration.language:
        if current_revision(session, declaration.id) is not None:
            raise OutOfPlace("A text that was issued stays in the language it was issued in.", field="language")
        require_language(session, language, declaration.process_id)
    before = _details(declaration)
    advance(session, declaration, expected=expected)
    declaration.title = required_line(title, "title")
    declaration.symbol = line(symbol, "symbol")
    declaration.language = language
    declaration.character = line(character, "character")
    declaration.meeting_id = meeting_id
    session.add(declaration)
    subject = ("declaration", declaration.id)
    after = _details(declaration)
    note(session, "declaration.set_details", subject, declaration, by=by, at=at, before=before, after=after)


def _details(declaration: Declaration) -> dict[str, str | None]:
    meeting = declaration.meeting_id
    return {
        "title": declaration.title,
        "symbol": declaration.symbol,
        "language": declaration.language,
        "character": declaration.character,
        "meeting": str(meeting) if meeting else None,
    }
