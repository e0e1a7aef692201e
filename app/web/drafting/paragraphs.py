"""The history of a paragraph, and the comments on it."""

from dataclasses import dataclass
from uuid import UUID

from fastapi import APIRouter, Request, Response

from app.drafting import queries
from app.drafting.models import Declaration
from app.drafting.policy import may_amend
from app.drafting.queries import CommentView, DeclarationView, Event
from app.errors import Refusal, Unknown
from app.positions.queries import OnRecord, positions_on
from app.processes.models import Delegation
from app.record.actor import Actor
from app.text.paragraph import Paragraph
from app.web.dependencies import At, Me, Reader, Session
from app.web.drafting.seated import at_declaration, way_below
from app.web.drafting.spoken import spoken_labels
from app.web.forms import Typed
from app.web.page import Page
from app.web.rendering import reader_language, render

router = APIRouter()


@dataclass(frozen=True, kw_only=True)
class ParagraphHistoryPage(Page):
    """`paragraph` is it in the present text, None when it is there no more (or not yet); `names` are those of the
    amendments, for the marks of the redlines."""

    declaration: DeclarationView
    key: str
    paragraph: Paragraph | None
    label: str
    events: tuple[Event, ...]
    comments: tuple[CommentView, ...]
    positions: OnRecord
    amends: bool

    @property
    def names(self) -> dict[object, str]:
        return {event.amendment.id: event.amendment.sponsor_names for event in self.events if event.amendment is not None}


@router.get("/declarations/{declaration_id}/paragraphs/{key}")
def show(request: Request, declaration_id: UUID, key: str, session: Reader, me: Me, at: At) -> Response:
    """Who proposed which words, when, and what became of them."""
    declaration, by = at_declaration(session, me, declaration_id, at)
    return paragraph_page(request, session, declaration, key, by)


def paragraph_page(
    request: Request,
    session: Session,
    declaration: Declaration,
    key: str,
    by: Actor,
    *,
    form: Typed | None = None,
    refusal: Refusal | None = None,
) -> Response:
    """The page, also with a comment that was refused. Raises Unknown."""
    language = reader_language(request)
    if queries.declaration(session, declaration.id, by=by).is_draft:
        raise Unknown("There is no such paragraph in this text.")
    present = queries.current(session, declaration.id, by=by, language=language)
    delegation = session.get(Delegation, by.delegation_id) if by.delegation_id else None
    page = ParagraphHistoryPage(
        crumbs=way_below(session, declaration, language),
        declaration=present.declaration,
        key=key,
        paragraph=present.document.get(key),
        label=spoken_labels(present, language).get(key, ""),
        events=queries.paragraph_history(session, declaration.id, key, by=by, language=language),
        comments=queries.comments_on(session, declaration.id, by=by, language=language, paragraph_key=key),
        positions=positions_on(session, declaration.id, by=by, language=language),
        amends=may_amend(by, declaration, delegation).allowed,
        typed=form.kept if form else {},
        refusal=refusal,
    )
    return render(request, "drafting/paragraphs/history.html", page)
