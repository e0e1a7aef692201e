"""A text, or one of its paragraphs, put before a meeting under an agenda item."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, select

from app.drafting.declarations.opening import require_meeting
from app.drafting.models import AgendaLink, Declaration
from app.drafting.policy import may_link
from app.drafting.texts import current_revision, text_of
from app.drafting.versions import note
from app.errors import OutOfPlace, Unknown, require
from app.meetings.models import AgendaItem
from app.record.actor import Actor


def link(
    session: Session,
    declaration: Declaration,
    agenda_item_id: UUID,
    *,
    paragraph_key: str | None = None,
    by: Actor,
    at: datetime,
) -> AgendaLink:
    """Put the text, or the paragraph of its present revision under `paragraph_key`, under an agenda item.

    Raises Denied, Unknown (no such item or paragraph), OutOfPlace (linked already).
    """
    require(may_link(by, declaration))
    item = session.get(AgendaItem, agenda_item_id)
    if item is None:
        raise Unknown("There is no such agenda item.")
    require_meeting(session, item.meeting_id, declaration.process_id)
    if paragraph_key is not None:
        revision = current_revision(session, declaration.id)
        if revision is None or paragraph_key not in text_of(session, revision.id):
            raise Unknown("There is no such paragraph in the present text.")
    session.refresh(item, with_for_update=True)
    same = select(AgendaLink).where(
        AgendaLink.agenda_item_id == agenda_item_id,
        AgendaLink.declaration_id == declaration.id,
        AgendaLink.paragraph_key == paragraph_key,
    )
    if session.exec(same).first() is not None:
        raise OutOfPlace("This is under that agenda item already.")
    made = AgendaLink(agenda_item_id=agenda_item_id, declaration_id=declaration.id, paragraph_key=paragraph_key)
    session.add(made)
    session.flush()
    facts = {"agenda_item": str(agenda_item_id), "paragraph": paragraph_key}
    note(session, "agenda_link.make", ("agenda_link", made.id), declaration, by=by, at=at, after=facts)
    return made


def unlink(session: Session, made: AgendaLink, *, by: Actor, at: datetime) -> None:
    """Take it from under the agenda item. Raises Denied."""
    declaration = session.get_one(Declaration, made.declaration_id)
    require(may_link(by, declaration))
    facts = {"agenda_item": str(made.agenda_item_id), "paragraph": made.paragraph_key}
    session.delete(made)
    session.flush()
    note(session, "agenda_link.remove", ("agenda_link", made.id), declaration, by=by, at=at, before=facts)
