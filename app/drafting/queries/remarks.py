"""Comments, terms asked for, and agenda links, as they are read by whoever asks."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from app.accounts.models import User
from app.drafting.models import AgendaLink, Comment, Declaration, TermRequest
from app.drafting.policy import may_withdraw_term
from app.drafting.queries.finding import find_declaration, may_see
from app.drafting.queries.naming import names_of
from app.drafting.states import Audience, Wish
from app.drafting.terms import Occurrence, occurrences
from app.drafting.texts import current_revision, text_of
from app.meetings.models import AgendaItem, Meeting
from app.processes.models import Participant
from app.processes.policy import is_chair
from app.record.actor import Actor
from app.text.document import Document


@dataclass(frozen=True, slots=True)
class CommentView:
    """A comment. `delegation` is "" when the secretariat made it; `revision_id` is the text it was made on."""

    id: UUID
    paragraph_key: str | None
    revision_id: UUID | None
    delegation: str
    author: str
    text: str
    audience: Audience
    made_at: datetime


@dataclass(frozen=True, slots=True)
class TermView:
    """A term a delegation asks to be avoided or used, and where the present text has it. `reason` is None when the reader
    may not read it. `mine`: the reader's delegation may withdraw it."""

    id: UUID
    delegation: str
    term: str
    wish: Wish
    reason: str | None
    asked_at: datetime
    occurrences: tuple[Occurrence, ...]
    mine: bool


@dataclass(frozen=True, slots=True)
class LinkView:
    """A declaration, or one paragraph of it, under an agenda item."""

    id: UUID
    declaration_id: UUID
    declaration: str
    paragraph_key: str | None
    agenda_item_id: UUID
    agenda_item: str
    meeting_id: UUID
    meeting: str


def comments_on(
    session: Session, declaration_id: UUID, *, by: Actor, language: str, paragraph_key: str | None = None
) -> tuple[CommentView, ...]:
    """The comments on a declaration the actor may read, or on one of its paragraphs, oldest first. Raises Unknown."""
    row = find_declaration(session, declaration_id, by=by)
    names = names_of(session, row.process_id, language)
    wanted = (
        select(Comment, User.name)
        .join(Participant, col(Participant.id) == Comment.made_by)
        .join(User, col(User.id) == Participant.user_id)
        .where(Comment.declaration_id == row.id)
        .order_by(col(Comment.made_at), col(Comment.id))
    )
    if paragraph_key is not None:
        wanted = wanted.where(Comment.paragraph_key == paragraph_key)
    return tuple(
        CommentView(
            comment.id,
            comment.paragraph_key,
            comment.revision_id,
            names.of(comment.delegation_id),
            author,
            comment.text,
            Audience(comment.audience),
            comment.made_at,
        )
        for comment, author in session.exec(wanted)
        if _may_read(by, row, comment.audience, comment.delegation_id)
    )


def term_requests(session: Session, declaration_id: UUID, *, by: Actor, language: str) -> tuple[TermView, ...]:
    """The requests about terms that stand, oldest first, each with where the present text has the term. Raises Unknown."""
    row = find_declaration(session, declaration_id, by=by)
    names = names_of(session, row.process_id, language)
    revision = current_revision(session, row.id)
    text = text_of(session, revision.id) if revision else Document()
    wanted = (
        select(TermRequest)
        .where(TermRequest.declaration_id == row.id, col(TermRequest.withdrawn_at).is_(None))
        .order_by(col(TermRequest.asked_at), col(TermRequest.id))
    )
    return tuple(
        TermView(
            request.id,
            names.of(request.delegation_id),
            request.term,
            Wish(request.wish),
            request.reason if _may_read(by, row, request.audience, request.delegation_id) else None,
            request.asked_at,
            occurrences(text, request.term),
            may_withdraw_term(by, request.delegation_id).allowed,
        )
        for request in session.exec(wanted)
    )


def agenda_links_of(session: Session, declaration_id: UUID, *, by: Actor) -> tuple[LinkView, ...]:
    """The agenda items under which a declaration stands. Raises Unknown."""
    row = find_declaration(session, declaration_id, by=by)
    return _links(session, by, AgendaLink.declaration_id == row.id)


def links_of_item(session: Session, agenda_item_id: UUID, *, by: Actor) -> tuple[LinkView, ...]:
    """The declarations under an agenda item that the actor sees."""
    return _links(session, by, AgendaLink.agenda_item_id == agenda_item_id)


def _links(session: Session, by: Actor, which: object) -> tuple[LinkView, ...]:
    wanted = (
        select(AgendaLink, Declaration, AgendaItem, Meeting)
        .join(Declaration, col(Declaration.id) == AgendaLink.declaration_id)
        .join(AgendaItem, col(AgendaItem.id) == AgendaLink.agenda_item_id)
        .join(Meeting, col(Meeting.id) == AgendaItem.meeting_id)
        .where(which)  # type: ignore[arg-type]
        .order_by(col(AgendaItem.position), col(Declaration.title), col(AgendaLink.id))
    )
    return tuple(
        LinkView(made.id, row.id, row.title, made.paragraph_key, item.id, item.title, meeting.id, meeting.title)
        for made, row, item, meeting in session.exec(wanted)
        if may_see(session, row, by)
    )


def _may_read(by: Actor, row: Declaration, audience: str, delegation_id: UUID | None) -> bool:
    if audience == Audience.ALL or (delegation_id is not None and delegation_id == by.delegation_id):
        return True
    return audience == Audience.CHAIR and is_chair(by, row.process_id)
