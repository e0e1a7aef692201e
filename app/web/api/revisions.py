"""The API of texts that were issued: a revision, two compared, the history of a paragraph."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field

from app.drafting import queries
from app.drafting.queries import Event
from app.errors import Unknown
from app.web.api.callers import Reads
from app.web.api.declarations import RevisionLine, revision_line
from app.web.api.texts import LineText, ParagraphText, document_shown, line_shown, paragraph_shown, redline_shown
from app.web.dependencies import At, Reader
from app.web.drafting.seated import at_declaration, at_revision
from app.web.rendering import reader_language

router = APIRouter(tags=["revisions"])


class RevisionShown(RevisionLine):
    """A revision, whole."""

    declaration_id: UUID
    issued_by: str = Field(examples=["Technical Secretariat"])
    is_current: bool
    paragraphs: list[ParagraphText]


class ComparisonShown(BaseModel):
    """What became of `old` in `new`: without what is inserted it is `old`, without what is deleted it is `new`."""

    old: RevisionLine
    new: RevisionLine
    lines: list[LineText]


class EventShown(BaseModel):
    """Something that happened to a paragraph. `lines` is the redline of what was proposed or decided, its marks bearing the
    id of the amendment; `text` a reason you may read, a note, or what an amendment came to."""

    at: datetime
    kind: str = Field(examples=["tabled"])
    revision: str = Field(examples=["Zero draft"])
    label: str = Field(examples=["PP1"])
    paragraph: ParagraphText | None
    amendment_id: UUID | None
    amendment: str = Field(examples=["AM.3"])
    sponsors: list[str] = Field(examples=[["Guatemala"]])
    lines: list[LineText]
    text: str


@router.get("/declarations/{declaration_id}/revisions")
def index(declaration_id: UUID, session: Reader, user: Reads, at: At) -> list[RevisionLine]:
    """The revisions of a declaration, oldest first."""
    declaration, by = at_declaration(session, user, declaration_id, at)
    return [revision_line(head) for head in queries.declaration(session, declaration.id, by=by).revisions]


@router.get("/revisions/{revision_id}")
def show(request: Request, revision_id: UUID, session: Reader, user: Reads, at: At) -> RevisionShown:
    """A revision as it was issued. It is never changed."""
    revision, by = at_revision(session, user, revision_id, at)
    view = queries.revision(session, revision.id, by=by, language=reader_language(request))
    return RevisionShown(
        **revision_line(view.head).model_dump(),
        declaration_id=view.declaration.id,
        issued_by=view.issued_by,
        is_current=view.is_current,
        paragraphs=document_shown(view.document, view.labels),
    )


@router.get("/declarations/{declaration_id}/compare")
def compare(
    request: Request, declaration_id: UUID, old: UUID, new: UUID, session: Reader, user: Reads, at: At
) -> ComparisonShown:
    """Any two revisions of a declaration, as a redline."""
    declaration, by = at_declaration(session, user, declaration_id, at)
    found = queries.compare(session, old, new, by=by, language=reader_language(request))
    if found.declaration.id != declaration.id:
        raise Unknown("There is no such revision.")
    return ComparisonShown(
        old=revision_line(found.old), new=revision_line(found.new), lines=redline_shown(found.redline, found.labels)
    )


@router.get("/declarations/{declaration_id}/paragraphs/{key}/history")
def history(request: Request, declaration_id: UUID, key: str, session: Reader, user: Reads, at: At) -> list[EventShown]:
    """Who proposed which words of a paragraph, when, and what became of them; oldest first."""
    declaration, by = at_declaration(session, user, declaration_id, at)
    events = queries.paragraph_history(session, declaration.id, key, by=by, language=reader_language(request))
    return [_event(event) for event in events]


def _event(event: Event) -> EventShown:
    labels = {event.paragraph.key: event.label} if event.paragraph else {}
    return EventShown(
        at=event.at,
        kind=event.kind,
        revision=event.revision,
        label=event.label,
        paragraph=paragraph_shown(event.paragraph, labels) if event.paragraph else None,
        amendment_id=event.amendment.id if event.amendment else None,
        amendment=event.amendment.name if event.amendment else "",
        sponsors=[sponsor.name for sponsor in event.amendment.sponsors] if event.amendment else [],
        lines=[line_shown(line, {}) for line in event.lines],
        text=event.text,
    )
