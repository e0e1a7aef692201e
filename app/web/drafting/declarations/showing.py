"""A declaration: while it is a draft the text to work on, once issued the text to read."""

from dataclasses import dataclass
from uuid import UUID

from fastapi import APIRouter, Request, Response

from app.drafting import queries
from app.drafting.declarations import is_late
from app.drafting.models import Declaration
from app.drafting.policy import may_amend, may_decide
from app.drafting.queries import DeclarationView, DraftView, Reading
from app.drafting.queries.placing import process_of_declaration
from app.drafting.translations.queries import LanguageLine, languages
from app.errors import Refusal
from app.positions.queries import OnRecord, positions_on
from app.processes.models import Delegation
from app.record.actor import Actor
from app.text.paragraph import Role
from app.web.dependencies import At, Me, Reader, Session
from app.web.drafting.seated import at_declaration, way_to
from app.web.page import Page
from app.web.record.acts import Told, told
from app.web.rendering import reader_language, render

router = APIRouter()


@dataclass(frozen=True, kw_only=True)
class DraftPage(Page):
    draft: DraftView
    happened: tuple[Told, ...] = ()

    @property
    def declaration(self) -> DeclarationView:
        return self.draft.declaration


@dataclass(frozen=True, kw_only=True)
class ReadingPage(Page):
    reading: Reading
    chairs: bool
    amends: bool
    late: bool
    meeting: str
    languages: tuple[LanguageLine, ...]
    positions: OnRecord

    @property
    def declaration(self) -> DeclarationView:
        return self.reading.declaration

    @property
    def titled(self) -> bool:
        """Whether the text itself begins with its title, so that the page need not say it too."""
        paragraphs = self.reading.paragraphs
        return bool(paragraphs) and paragraphs[0].paragraph.role is Role.TITLE


@router.get("/declarations/{declaration_id}")
def show(request: Request, declaration_id: UUID, session: Reader, me: Me, at: At) -> Response:
    """The draft for the chair side, the present text for everybody who takes part."""
    declaration, by = at_declaration(session, me, declaration_id, at)
    language = reader_language(request)
    view = queries.declaration(session, declaration.id, by=by)
    if view.is_draft:
        return draft_page(request, session, declaration, by)
    delegation = session.get(Delegation, by.delegation_id) if by.delegation_id else None
    meetings = queries.meetings_of(session, declaration.process_id, by=by)
    page = ReadingPage(
        crumbs=way_to(process_of_declaration(session, declaration.id), language),
        reading=queries.reading(session, declaration.id, by=by, language=language),
        chairs=may_decide(by, declaration).allowed,
        amends=may_amend(by, declaration, delegation).allowed,
        late=is_late(declaration, at),
        meeting=next((each.title for each in meetings if each.id == declaration.meeting_id), ""),
        languages=languages(session, view.current.id, by=by) if view.current else (),
        positions=positions_on(session, declaration.id, by=by, language=language),
    )
    return render(request, "drafting/declarations/read.html", page)


def draft_page(
    request: Request, session: Session, declaration: Declaration, by: Actor, refusal: Refusal | None = None
) -> Response:
    """The draft, paragraph by paragraph, with what can be done to each."""
    language = reader_language(request)
    page = DraftPage(
        crumbs=way_to(process_of_declaration(session, declaration.id), language),
        draft=queries.draft(session, declaration.id, by=by, language=language),
        happened=told(language, refusal),
        refusal=refusal,
    )
    return render(request, "drafting/declarations/draft.html", page)
