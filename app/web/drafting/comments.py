"""The comments on a declaration as a whole, and making one on it or on a paragraph."""

from dataclasses import dataclass
from uuid import UUID

from fastapi import APIRouter, Request, Response

from app.drafting import comments, queries
from app.drafting.models import Declaration
from app.drafting.policy import may_decide
from app.drafting.queries import CommentView, DeclarationView
from app.errors import Refusal
from app.record.actor import Actor
from app.web.dependencies import At, Me, Reader, Session, Writer
from app.web.drafting.paragraphs import paragraph_page
from app.web.drafting.seated import at_declaration, way_below
from app.web.drafting.spoken import spoken_text
from app.web.forms import Form, Typed, or_again
from app.web.page import Page
from app.web.rendering import go, reader_language, render

router = APIRouter()


@dataclass(frozen=True, kw_only=True)
class CommentsPage(Page):
    """`labels` says what each paragraph is called, by key."""

    declaration: DeclarationView
    comments: tuple[CommentView, ...]
    labels: dict[str, str]
    revisions: dict[UUID, str]
    chairs: bool


@router.get("/declarations/{declaration_id}/comments")
def show(request: Request, declaration_id: UUID, session: Reader, me: Me, at: At) -> Response:
    """Every comment the reader may read, and the form for one on the text as a whole."""
    declaration, by = at_declaration(session, me, declaration_id, at)
    return _page(request, session, declaration, by)


@router.post("/declarations/{declaration_id}/comments")
def make(request: Request, declaration_id: UUID, form: Form, session: Writer, me: Me, at: At) -> Response:
    declaration, by = at_declaration(session, me, declaration_id, at)
    key = form.text("paragraph") or None

    def again(refusal: Refusal) -> Response:
        if key is not None:
            return paragraph_page(request, session, declaration, key, by, form=form, refusal=refusal)
        return _page(request, session, declaration, by, form=form, refusal=refusal)

    with or_again(session, again):
        made = comments.make(
            session,
            declaration,
            text=form.raw("text"),
            paragraph_key=key,
            audience=form.text("audience", "all"),
            by=by,
            at=at,
        )
    place = f"paragraphs/{key}" if key else "comments"
    return go(request, f"/declarations/{declaration.id}/{place}#c-{made.id}", "Your comment stands.")


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
    _, labels = spoken_text(session, view, by=by, language=language)
    page = CommentsPage(
        crumbs=way_below(session, declaration, language),
        declaration=view,
        comments=queries.comments_on(session, declaration.id, by=by, language=language),
        labels=labels,
        revisions={each.id: each.name for each in view.revisions},
        chairs=may_decide(by, declaration).allowed,
        typed=form.kept if form else {},
        refusal=refusal,
    )
    return render(request, "drafting/declarations/comments.html", page)
