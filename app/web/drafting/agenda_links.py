"""The agenda items a declaration is put under, for the chair side."""

from dataclasses import dataclass
from uuid import UUID

from fastapi import APIRouter, Request, Response

from app.drafting import agenda_links, queries
from app.drafting.models import Declaration
from app.drafting.policy import may_link
from app.drafting.queries import DeclarationView, LinkView
from app.drafting.queries.agenda import ItemLine
from app.errors import Malformed, Refusal, Unknown, require
from app.record.actor import Actor
from app.text.paragraph import Paragraph
from app.web.dependencies import At, Me, Reader, Session, Writer
from app.web.drafting.seated import at_declaration, way_below
from app.web.drafting.spoken import spoken_text
from app.web.forms import Form, Typed, or_again
from app.web.page import Page
from app.web.rendering import go, reader_language, render

router = APIRouter()


@dataclass(frozen=True, kw_only=True)
class AgendaLinksPage(Page):
    declaration: DeclarationView
    links: tuple[LinkView, ...]
    items: tuple[ItemLine, ...]
    paragraphs: tuple[tuple[Paragraph, str], ...]
    labels: dict[str, str]


@router.get("/declarations/{declaration_id}/agenda")
def show(request: Request, declaration_id: UUID, session: Reader, me: Me, at: At) -> Response:
    """Where the text is, and the form to put it under another item."""
    declaration, by = at_declaration(session, me, declaration_id, at)
    require(may_link(by, declaration))
    return _page(request, session, declaration, by)


@router.post("/declarations/{declaration_id}/agenda")
def link(request: Request, declaration_id: UUID, form: Form, session: Writer, me: Me, at: At) -> Response:
    declaration, by = at_declaration(session, me, declaration_id, at)
    with or_again(session, lambda refusal: _page(request, session, declaration, by, form=form, refusal=refusal)):
        item = form.uuid("item")
        if item is None:
            raise Malformed("Please choose an agenda item.", field="item")
        agenda_links.link(session, declaration, item, paragraph_key=form.text("paragraph") or None, by=by, at=at)
    return go(request, f"/declarations/{declaration.id}/agenda", "The text is under that agenda item.")


@router.post("/declarations/{declaration_id}/agenda/{link_id}/remove")
def unlink(request: Request, declaration_id: UUID, link_id: UUID, session: Writer, me: Me, at: At) -> Response:
    declaration, by = at_declaration(session, me, declaration_id, at)
    made = queries.find_agenda_link(session, link_id, by=by)
    if made.declaration_id != declaration.id:
        raise Unknown("There is no such link.")
    agenda_links.unlink(session, made, by=by, at=at)
    return go(request, f"/declarations/{declaration.id}/agenda", "The text is no longer under that agenda item.")


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
    page = AgendaLinksPage(
        crumbs=way_below(session, declaration, language),
        declaration=view,
        links=queries.agenda_links_of(session, declaration.id, by=by),
        items=queries.items_of(session, declaration.process_id, by=by),
        paragraphs=tuple((each, labels.get(each.key, "")) for each in present.document) if present else (),
        labels=labels,
        typed=form.kept if form else {},
        refusal=refusal,
    )
    return render(request, "drafting/agenda_links/show.html", page)
