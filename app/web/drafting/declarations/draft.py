"""Work on a draft: its paragraphs edited, added, deleted, moved; or the whole of it replaced."""

from dataclasses import dataclass
from uuid import UUID

from fastapi import APIRouter, Request, Response

from app.drafting import declarations, queries
from app.drafting.models import Declaration
from app.drafting.queries import DeclarationView
from app.errors import Malformed, Refusal, Unknown
from app.record.actor import Actor
from app.text import notation
from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.web.dependencies import At, Me, Reader, Session, Writer
from app.web.drafting.declarations.bringing import ROLES
from app.web.drafting.declarations.showing import draft_page
from app.web.drafting.seated import at_declaration, way_below
from app.web.forms import Form, Typed, or_again
from app.web.page import Page
from app.web.record.acts import Told, told
from app.web.rendering import go, reader_language, render

router = APIRouter()
LEVELS = ("1", "2", "3", "4", "5", "6")


@dataclass(frozen=True, kw_only=True)
class ParagraphPage(Page):
    """A paragraph of a draft in a form: one that is there, or (`paragraph` None) a new one behind `before`.

    `before` and `behind` are its neighbours. `text` is its words in notation; `now` them as they are, while the form holds
    what somebody typed before they changed.
    """

    declaration: DeclarationView
    paragraph: Paragraph | None
    label: str
    before: Paragraph | None
    behind: Paragraph | None
    text: str
    role: str
    level: int
    happened: tuple[Told, ...] = ()
    roles: tuple[str, ...] = ROLES
    levels: tuple[str, ...] = LEVELS


@router.get("/declarations/{declaration_id}/draft/add")
def add(request: Request, declaration_id: UUID, session: Reader, me: Me, at: At, after: str = "") -> Response:
    """The form for a new paragraph behind `after`."""
    declaration, by = at_declaration(session, me, declaration_id, at)
    return _form(request, session, declaration, by, None, after=after or None)


@router.post("/declarations/{declaration_id}/draft/add")
def add_paragraph(request: Request, declaration_id: UUID, form: Form, session: Writer, me: Me, at: At) -> Response:
    declaration, by = at_declaration(session, me, declaration_id, at)
    after = form.text("after") or None

    def again(refusal: Refusal) -> Response:
        return _form(request, session, declaration, by, None, after=after, form=form, refusal=refusal)

    with or_again(session, again):
        row = declarations.add_paragraph(
            session,
            declaration,
            after=after,
            role=_role(form),
            runs=notation.read(form.raw("text")),
            level=_level(form) or 0,
            expected=form.number("expected"),
            by=by,
            at=at,
        )
    return go(request, f"/declarations/{declaration.id}#p-{row.key}", "The paragraph was added.")


@router.get("/declarations/{declaration_id}/draft/{key}")
def edit(request: Request, declaration_id: UUID, key: str, session: Reader, me: Me, at: At) -> Response:
    """The form for a paragraph."""
    declaration, by = at_declaration(session, me, declaration_id, at)
    return _form(request, session, declaration, by, key)


@router.post("/declarations/{declaration_id}/draft/{key}")
def edit_paragraph(
    request: Request, declaration_id: UUID, key: str, form: Form, session: Writer, me: Me, at: At
) -> Response:
    declaration, by = at_declaration(session, me, declaration_id, at)
    with or_again(session, lambda refusal: _form(request, session, declaration, by, key, form=form, refusal=refusal)):
        declarations.edit_paragraph(
            session,
            declaration,
            key,
            runs=notation.read(form.raw("text")),
            role=_role(form),
            level=_level(form),
            expected=form.number("expected"),
            by=by,
            at=at,
        )
    return go(request, f"/declarations/{declaration.id}#p-{key}", "The paragraph was saved.")


@router.post("/declarations/{declaration_id}/draft/{key}/move")
def move_paragraph(
    request: Request, declaration_id: UUID, key: str, form: Form, session: Writer, me: Me, at: At
) -> Response:
    """One place up or down."""
    declaration, by = at_declaration(session, me, declaration_id, at)
    with or_again(session, lambda refusal: draft_page(request, session, declaration, by, refusal)):
        keys = queries.draft(session, declaration.id, by=by, language=reader_language(request)).document.keys
        declarations.move_paragraph(
            session,
            declaration,
            key,
            after=_after(keys, key, up=form.text("to") == "up"),
            expected=form.number("expected"),
            by=by,
            at=at,
        )
    return go(request, f"/declarations/{declaration.id}#p-{key}", "The paragraph was moved.")


@router.post("/declarations/{declaration_id}/draft/{key}/delete")
def delete_paragraph(
    request: Request, declaration_id: UUID, key: str, form: Form, session: Writer, me: Me, at: At
) -> Response:
    """Only when the person has said so twice."""
    declaration, by = at_declaration(session, me, declaration_id, at)
    with or_again(session, lambda refusal: _form(request, session, declaration, by, key, form=form, refusal=refusal)):
        if not form.ticked("sure"):
            raise Malformed("Please confirm that this paragraph is to be deleted.", field="sure")
        declarations.delete_paragraph(session, declaration, key, expected=form.number("expected"), by=by, at=at)
    return go(request, f"/declarations/{declaration.id}", "The paragraph was deleted. Its words stay in the record.")


def _after(keys: tuple[str, ...], key: str, *, up: bool) -> str | None:
    """Behind which paragraph one stands that goes up or down one place. Raises Unknown."""
    if key not in keys:
        raise Unknown("There is no such paragraph in this text.")
    place = keys.index(key)
    others = keys[:place] + keys[place + 1 :]
    to = max(place - 1, 0) if up else min(place + 1, len(others))
    return others[to - 1] if to else None


def _role(form: Typed) -> Role:
    try:
        return Role(form.text("role"))
    except ValueError:
        raise Malformed("Please choose one of what is offered.", field="role") from None


def _level(form: Typed) -> int | None:
    """The depth of a heading, and whether a row heads its table; a paragraph of another role keeps what it has."""
    if _role(form) is Role.ROW:
        return int(form.ticked("heads"))
    return form.number("level") if form.text("level") and _role(form) is Role.HEADING else None


def _form(
    request: Request,
    session: Session,
    declaration: Declaration,
    by: Actor,
    key: str | None,
    *,
    after: str | None = None,
    form: Typed | None = None,
    refusal: Refusal | None = None,
) -> Response:
    language = reader_language(request)
    draft = queries.draft(session, declaration.id, by=by, language=language)
    document = draft.document
    paragraph = document.get(key) if key is not None else None
    gone = (key is not None and paragraph is None) or (after is not None and after not in document)
    if gone or not draft.declaration.is_draft:
        raise refusal or Unknown("There is no such paragraph in this text.")
    before, behind = _neighbours(document, key, after)
    page = ParagraphPage(
        crumbs=way_below(session, declaration, language),
        declaration=draft.declaration,
        paragraph=paragraph,
        label=draft.labels.get(key or "", ""),
        before=before,
        behind=behind,
        text=notation.write(paragraph.runs) if paragraph else "",
        role=(paragraph or before or Paragraph("", Role.OPERATIVE)).role.value,
        level=paragraph.level if paragraph else 1,
        happened=told(language, refusal),
        refusal=refusal,
        typed=form.kept if form else {},
    )
    return render(request, "drafting/declarations/paragraph.html", page)


def _neighbours(document: Document, key: str | None, after: str | None) -> tuple[Paragraph | None, Paragraph | None]:
    paragraphs = document.paragraphs
    place = document.place(key) if key is not None else document.place(after) + 1 if after is not None else 0
    following = place + 1 if key is not None else place
    before = paragraphs[place - 1] if place else None
    return before, paragraphs[following] if following < len(paragraphs) else None
