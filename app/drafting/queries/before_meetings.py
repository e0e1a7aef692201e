"""The texts before a meeting: which stand under its agenda items, and which could be put there."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session, col, select

from app.drafting.models import AgendaLink, Declaration
from app.drafting.policy import may_link
from app.drafting.queries.finding import may_see
from app.drafting.texts import current_revision, labels_of, text_of
from app.meetings.models import AgendaItem
from app.record.actor import Actor
from app.text.runs import plain

OPENING = 90
"""How many characters of a paragraph are shown where it is to be chosen."""


@dataclass(frozen=True, slots=True)
class BeforeMeeting:
    """A declaration, or one paragraph of it under its number, under an agenda item. `gone`: the present text has that
    paragraph no more."""

    id: UUID
    declaration_id: UUID
    declaration: str
    paragraph_key: str | None
    label: str
    gone: bool
    may_unlink: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph that can be chosen: its key, its number and how it begins."""

    key: str
    label: str
    opening: str


@dataclass(frozen=True, slots=True)
class Linkable:
    """A declaration that the actor may put under an agenda item, and the paragraphs of its present text."""

    declaration_id: UUID
    declaration: str
    passages: tuple[Passage, ...]


def before_meeting(
    session: Session, meeting_id: UUID, *, by: Actor, language: str
) -> Mapping[UUID, tuple[BeforeMeeting, ...]]:
    """What stands under the items of a meeting's agenda and the actor sees, by item."""
    rows = session.exec(
        select(AgendaLink, Declaration)
        .join(Declaration, col(Declaration.id) == AgendaLink.declaration_id)
        .join(AgendaItem, col(AgendaItem.id) == AgendaLink.agenda_item_id)
        .where(AgendaItem.meeting_id == meeting_id)
        .order_by(col(Declaration.title), col(AgendaLink.id))
    ).all()
    labels = {
        declaration.id: _labels(session, declaration, language)
        for made, declaration in rows
        if made.paragraph_key is not None
    }
    found: dict[UUID, list[BeforeMeeting]] = defaultdict(list)
    for made, declaration in rows:
        if not may_see(session, declaration, by):
            continue
        known = labels.get(declaration.id, {})
        found[made.agenda_item_id].append(
            BeforeMeeting(
                id=made.id,
                declaration_id=declaration.id,
                declaration=declaration.title,
                paragraph_key=made.paragraph_key,
                label=known.get(made.paragraph_key, "") if made.paragraph_key else "",
                gone=made.paragraph_key is not None and made.paragraph_key not in known,
                may_unlink=may_link(by, declaration).allowed,
            )
        )
    return {item_id: tuple(links) for item_id, links in found.items()}


def linkable(session: Session, *, by: Actor, language: str) -> tuple[Linkable, ...]:
    """The declarations of the actor's process that they may put under an agenda item, by title."""
    rows = session.exec(
        select(Declaration).where(Declaration.process_id == by.process_id).order_by(col(Declaration.title))
    ).all()
    return tuple(
        Linkable(row.id, row.title, _passages(session, row, language)) for row in rows if may_link(by, row).allowed
    )


def _labels(session: Session, declaration: Declaration, language: str) -> Mapping[str, str]:
    revision = current_revision(session, declaration.id)
    return labels_of(session, revision, text_of(session, revision.id), language) if revision else {}


def _passages(session: Session, declaration: Declaration, language: str) -> tuple[Passage, ...]:
    revision = current_revision(session, declaration.id)
    if revision is None:
        return ()
    text = text_of(session, revision.id)
    labels = labels_of(session, revision, text, language)
    return tuple(Passage(each.key, labels[each.key], _opening(plain(each.runs))) for each in text)


def _opening(words: str) -> str:
    return words if len(words) <= OPENING else words[:OPENING].rsplit(" ", 1)[0] + " …"
