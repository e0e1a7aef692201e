"""The terms delegations ask to see, or not to see, in a declaration."""

from dataclasses import dataclass
from uuid import UUID

from fastapi import APIRouter, Request, Response

from app.drafting import queries, terms
from app.drafting.models import Declaration
from app.drafting.policy import may_ask_term, may_decide
from app.drafting.queries import DeclarationView, TermView
from app.errors import Refusal, Unknown
from app.processes.models import Delegation
from app.record.actor import Actor
from app.web.dependencies import At, Me, Reader, Session, Writer
from app.web.drafting.seated import at_declaration, way_below
from app.web.drafting.spoken import spoken_text
from app.web.forms import Form, Typed, or_again
from app.web.page import Page
from app.web.rendering import go, reader_language, render

router = APIRouter()


@dataclass(frozen=True, kw_only=True)
class TermsPage(Page):
    """`labels` says what each paragraph is called, by key; `asks` whether the reader may ask."""

    declaration: DeclarationView
    terms: tuple[TermView, ...]
    labels: dict[str, str]
    asks: bool
    chairs: bool


@router.get("/declarations/{declaration_id}/terms")
def show(request: Request, declaration_id: UUID, session: Reader, me: Me, at: At) -> Response:
    """The requests that stand, and where the present text has the terms."""
    declaration, by = at_declaration(session, me, declaration_id, at)
    return _page(request, session, declaration, by)


@router.post("/declarations/{declaration_id}/terms")
def ask(request: Request, declaration_id: UUID, form: Form, session: Writer, me: Me, at: At) -> Response:
    declaration, by = at_declaration(session, me, declaration_id, at)
    with or_again(session, lambda refusal: _page(request, session, declaration, by, form=form, refusal=refusal)):
        terms.ask(
            session,
            declaration,
            term=form.text("term"),
            wish=form.text("wish", "avoid"),
            reason=form.raw("reason"),
            audience=form.text("audience", "all"),
            by=by,
            at=at,
        )
    return go(request, f"/declarations/{declaration.id}/terms", "Your request stands.")


@router.post("/declarations/{declaration_id}/terms/{term_id}/withdraw")
def withdraw(request: Request, declaration_id: UUID, term_id: UUID, session: Writer, me: Me, at: At) -> Response:
    declaration, by = at_declaration(session, me, declaration_id, at)
    asked = queries.find_term_request(session, term_id, by=by)
    if asked.declaration_id != declaration.id:
        raise Unknown("There is no such request.")
    with or_again(session, lambda refusal: _page(request, session, declaration, by, refusal=refusal)):
        terms.withdraw(session, asked, by=by, at=at)
    return go(request, f"/declarations/{declaration.id}/terms", "Your request is withdrawn.")


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
    view = queries.declaration(session, declaration.id, by=by)
    present, labels = spoken_text(session, view, by=by, language=language)
    delegation = session.get(Delegation, by.delegation_id) if by.delegation_id else None
    page = TermsPage(
        crumbs=way_below(session, declaration, language),
        declaration=view,
        terms=queries.term_requests(session, declaration.id, by=by, language=language),
        labels=labels,
        asks=present is not None and may_ask_term(by, declaration, delegation).allowed,
        chairs=may_decide(by, declaration).allowed,
        typed=form.kept if form else {},
        refusal=refusal,
    )
    return render(request, "drafting/terms/show.html", page)
