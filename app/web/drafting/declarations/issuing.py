"""Issuing a draft as the first revision."""

from dataclasses import dataclass
from uuid import UUID

from fastapi import APIRouter, Request, Response

from app.drafting import queries, revisions
from app.drafting.models import Declaration
from app.drafting.policy import may_issue
from app.drafting.queries import DraftView
from app.errors import Malformed, Refusal, require
from app.record.actor import Actor
from app.web.dependencies import At, Me, Reader, Session, Writer
from app.web.drafting.seated import at_declaration, way_below
from app.web.forms import Form, Typed, or_again
from app.web.page import Page
from app.web.record.acts import Told, told
from app.web.rendering import go, reader_language, render

router = APIRouter()


@dataclass(frozen=True, kw_only=True)
class IssuingPage(Page):
    draft: DraftView
    name: str
    happened: tuple[Told, ...] = ()


@router.get("/declarations/{declaration_id}/issue")
def form_(request: Request, declaration_id: UUID, session: Reader, me: Me, at: At) -> Response:
    """The form, with the draft as it will stand for ever."""
    declaration, by = at_declaration(session, me, declaration_id, at)
    require(may_issue(by, declaration))
    if not queries.declaration(session, declaration.id, by=by).is_draft:
        return go(request, f"/declarations/{declaration.id}")
    return _page(request, session, declaration, by)


@router.post("/declarations/{declaration_id}/issue")
def issue_first(request: Request, declaration_id: UUID, form: Form, session: Writer, me: Me, at: At) -> Response:
    declaration, by = at_declaration(session, me, declaration_id, at)
    with or_again(session, lambda refusal: _page(request, session, declaration, by, form=form, refusal=refusal)):
        if not form.ticked("sure"):
            raise Malformed("Please confirm that the text is to be issued: it cannot be taken back.", field="sure")
        revision = revisions.issue_first(
            session,
            declaration,
            name=form.text("name"),
            note=form.raw("note"),
            expected=form.number("expected"),
            by=by,
            at=at,
        )
    return go(
        request,
        f"/declarations/{declaration.id}",
        "{name} is issued. Everybody who takes part sees it.",
        name=revision.name,
    )


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
    page = IssuingPage(
        crumbs=way_below(session, declaration, language),
        draft=queries.draft(session, declaration.id, by=by, language=language),
        name=revisions.proposed_name(session, declaration),
        happened=told(language, refusal),
        typed=form.kept if form else {},
        refusal=refusal,
    )
    return render(request, "drafting/declarations/issue.html", page)
