"""What a declaration is called and where it belongs, for the chair side."""

from dataclasses import dataclass
from uuid import UUID

from fastapi import APIRouter, Request, Response

from app.drafting import declarations, queries
from app.drafting.models import Declaration
from app.drafting.policy import may_set_details
from app.drafting.queries import DeclarationView
from app.drafting.queries.agenda import MeetingLine
from app.errors import Refusal, require
from app.processes.models import Process
from app.record.actor import Actor
from app.web.dependencies import At, Me, Reader, Session, Writer
from app.web.drafting.declarations.opening import tongues_of
from app.web.drafting.seated import at_declaration, way_below
from app.web.forms import Form, Typed, or_again
from app.web.page import Page
from app.web.record.acts import Told, told
from app.web.rendering import go, reader_language, render

router = APIRouter()


@dataclass(frozen=True, kw_only=True)
class DetailsPage(Page):
    declaration: DeclarationView
    meetings: tuple[MeetingLine, ...]
    tongues: tuple[tuple[str, str], ...]
    happened: tuple[Told, ...] = ()


@router.get("/declarations/{declaration_id}/details")
def form_(request: Request, declaration_id: UUID, session: Reader, me: Me, at: At) -> Response:
    """The form."""
    declaration, by = at_declaration(session, me, declaration_id, at)
    require(may_set_details(by, declaration))
    return _page(request, session, declaration, by)


@router.post("/declarations/{declaration_id}/details")
def set_details(request: Request, declaration_id: UUID, form: Form, session: Writer, me: Me, at: At) -> Response:
    declaration, by = at_declaration(session, me, declaration_id, at)
    with or_again(session, lambda refusal: _page(request, session, declaration, by, form=form, refusal=refusal)):
        declarations.set_details(
            session,
            declaration,
            title=form.text("title"),
            symbol=form.text("symbol"),
            character=form.text("character"),
            meeting_id=form.uuid("meeting_id"),
            language=form.text("language") or None,
            expected=form.number("expected"),
            by=by,
            at=at,
        )
    return go(request, f"/declarations/{declaration.id}", "Saved.")


def _page(
    request: Request,
    session: Session,
    declaration: Declaration,
    by: Actor,
    *,
    form: Typed | None = None,
    refusal: Refusal | None = None,
) -> Response:
    language = reader_language(request)
    page = DetailsPage(
        crumbs=way_below(session, declaration, language),
        declaration=queries.declaration(session, declaration.id, by=by),
        meetings=queries.meetings_of(session, declaration.process_id, by=by),
        tongues=tongues_of(session.get_one(Process, declaration.process_id)),
        happened=told(language, refusal),
        typed=form.kept if form else {},
        refusal=refusal,
    )
    return render(request, "drafting/declarations/details.html", page)
