"""Putting a reservation or an explanation of position on record."""

from dataclasses import dataclass
from uuid import UUID

from fastapi import APIRouter, Request, Response

from app.drafting import queries
from app.drafting.models import Declaration
from app.drafting.queries import DeclarationView
from app.drafting.texts import require_current
from app.errors import Refusal, require
from app.positions import positions
from app.positions.policy import may_enter
from app.positions.states import Kind
from app.processes.models import Delegation
from app.processes.names import name_of
from app.record.actor import Actor
from app.web.dependencies import At, Me, Reader, Session, Writer
from app.web.drafting.labelled import Texts
from app.web.drafting.seated import at_declaration, way_below
from app.web.forms import Form, Typed, or_again
from app.web.page import Page
from app.web.rendering import LANGUAGE_NAMES, go, reader_language, render

router = APIRouter(prefix="/declarations/{declaration_id}/positions")


@dataclass(frozen=True, kw_only=True)
class EnteringPage(Page):
    """`paragraphs` are those of the present text, each with what it is called; `on` is the one asked for, or "".
    `spoken` are the languages to choose from, `language` the one the reader would."""

    declaration: DeclarationView
    kind: Kind
    delegation: str
    revision_id: UUID
    paragraphs: tuple[tuple[str, str], ...]
    on: str
    spoken: tuple[tuple[str, str], ...]
    language: str


@router.get("/enter")
def show(
    request: Request,
    declaration_id: UUID,
    session: Reader,
    me: Me,
    at: At,
    kind: Kind = Kind.RESERVATION,
    paragraph: str = "",
) -> Response:
    """The form, for who may speak for a delegation."""
    declaration, by = at_declaration(session, me, declaration_id, at)
    return _page(request, session, declaration, by, kind, paragraph)


@router.post("")
def enter(request: Request, declaration_id: UUID, form: Form, session: Writer, me: Me, at: At) -> Response:
    declaration, by = at_declaration(session, me, declaration_id, at)
    kind, paragraph = form.text("kind", Kind.RESERVATION), form.text("paragraph")
    shown = Kind.EXPLANATION if kind == Kind.EXPLANATION else Kind.RESERVATION

    def again(refusal: Refusal) -> Response:
        return _page(request, session, declaration, by, shown, paragraph, form=form, refusal=refusal)

    with or_again(session, again):
        entered = positions.enter(
            session,
            declaration,
            kind=kind,
            words=form.raw("words"),
            language=form.text("language", declaration.language),
            paragraph_key=paragraph or None,
            on=form.uuid("revision"),
            by=by,
            at=at,
        )
    return go(request, f"/declarations/{declaration.id}/positions#k-{entered.id}", "Your words are on record.")


def _page(
    request: Request,
    session: Session,
    declaration: Declaration,
    by: Actor,
    kind: Kind,
    paragraph: str,
    *,
    form: Typed | None = None,
    refusal: Refusal | None = None,
) -> Response:
    delegation = session.get(Delegation, by.delegation_id) if by.delegation_id else None
    require(may_enter(by, declaration, delegation))
    assert delegation is not None
    language = reader_language(request)
    revision = require_current(session, declaration)
    text = Texts(session, by=by, language=language).of(revision.id)
    spoken = positions.languages_for(session, declaration)
    page = EnteringPage(
        crumbs=way_below(session, declaration, language),
        declaration=queries.declaration(session, declaration.id, by=by),
        kind=kind,
        delegation=name_of(delegation, language),
        revision_id=revision.id,
        paragraphs=tuple(text.names.items()),
        on=paragraph,
        spoken=tuple((code, LANGUAGE_NAMES.get(code, code)) for code in spoken),
        language=language if language in spoken else declaration.language,
        typed=form.kept if form else {},
        refusal=refusal,
    )
    return render(request, "positions/enter.html", page)
