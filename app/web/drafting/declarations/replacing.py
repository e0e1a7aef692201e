"""Putting another text, pasted or uploaded, in the place of a draft."""

from dataclasses import dataclass
from uuid import UUID

from fastapi import APIRouter, Request, Response

from app.drafting import declarations, queries
from app.drafting.models import Declaration
from app.drafting.policy import may_edit_draft
from app.drafting.queries import DeclarationView
from app.errors import OutOfPlace, Refusal, require
from app.record.actor import Actor
from app.web.dependencies import At, Me, Reader, Session, Writer
from app.web.drafting.declarations import bringing
from app.web.drafting.declarations.bringing import Preview
from app.web.drafting.seated import at_declaration, way_below
from app.web.forms import Form, Typed, or_again
from app.web.page import Page
from app.web.record.acts import Told, told
from app.web.rendering import go, reader_language, render

router = APIRouter()


@dataclass(frozen=True, kw_only=True)
class ReplacingPage(Page):
    declaration: DeclarationView
    preview: Preview | None = None
    happened: tuple[Told, ...] = ()


@router.get("/declarations/{declaration_id}/replace")
def form_(request: Request, declaration_id: UUID, session: Reader, me: Me, at: At) -> Response:
    """The form."""
    declaration, by = at_declaration(session, me, declaration_id, at)
    require(may_edit_draft(by, declaration))
    if not queries.declaration(session, declaration.id, by=by).is_draft:
        raise OutOfPlace("This text has been issued. From now on it changes by amendments.")
    return _page(request, session, declaration, by)


@router.post("/declarations/{declaration_id}/replace")
def replace_draft(
    request: Request, declaration_id: UUID, form: Form, reader: Reader, session: Writer, me: Me, at: At
) -> Response:
    """Read what is brought and show it; when it was seen, put it in the place of the draft."""
    if not form.raw("paragraphs"):
        declaration, by = at_declaration(reader, me, declaration_id, at)
        require(may_edit_draft(by, declaration))
        with or_again(reader, lambda refusal: _page(request, reader, declaration, by, form=form, refusal=refusal)):
            brought, filename = bringing.read(form)
        language = reader_language(request)
        left_out = bringing.left_out_in_words(language, brought)
        preview = bringing.preview(language, brought.document, left_out, filename)
        return _page(request, reader, declaration, by, form=form, preview=preview)
    declaration, by = at_declaration(session, me, declaration_id, at)
    with or_again(session, lambda refusal: _again(request, session, declaration, by, form, refusal)):
        document = bringing.sent_on(form)
        declarations.replace_draft(session, declaration, document, expected=form.number("expected"), by=by, at=at)
    return go(request, f"/declarations/{declaration.id}", "The draft was replaced. The former one stays in the record.")


def _again(
    request: Request, session: Session, declaration: Declaration, by: Actor, form: Typed, refusal: Refusal
) -> Response:
    preview = None
    if refusal.field != "paragraphs":
        document = bringing.sent_on(form)
        preview = bringing.preview(reader_language(request), document, form.list("left_out"), form.text("filename"))
    return _page(request, session, declaration, by, form=form, preview=preview, refusal=refusal)


def _page(
    request: Request,
    session: Session,
    declaration: Declaration,
    by: Actor,
    *,
    form: Typed | None = None,
    preview: Preview | None = None,
    refusal: Refusal | None = None,
) -> Response:
    language = reader_language(request)
    page = ReplacingPage(
        crumbs=way_below(session, declaration, language),
        declaration=queries.declaration(session, declaration.id, by=by),
        preview=preview,
        happened=told(language, refusal),
        typed=form.kept if form else {},
        refusal=refusal,
    )
    return render(request, "drafting/declarations/replace.html", page)
