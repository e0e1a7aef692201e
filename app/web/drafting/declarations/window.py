"""The window for amendments, for the chair side: open it, close it, set its deadline."""

from dataclasses import dataclass
from uuid import UUID

from fastapi import APIRouter, Request, Response

from app.drafting import declarations, queries
from app.drafting.models import Declaration
from app.drafting.policy import may_move_window
from app.drafting.queries import DeclarationView
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
class WindowPage(Page):
    declaration: DeclarationView
    happened: tuple[Told, ...] = ()

    @property
    def deadline(self) -> str:
        """As a field for a date and an hour takes it, in UTC."""
        return self.declaration.deadline.strftime("%Y-%m-%dT%H:%M") if self.declaration.deadline else ""


@router.get("/declarations/{declaration_id}/window")
def form_(request: Request, declaration_id: UUID, session: Reader, me: Me, at: At) -> Response:
    """The form."""
    declaration, by = at_declaration(session, me, declaration_id, at)
    require(may_move_window(by, declaration))
    return _page(request, session, declaration, by)


@router.post("/declarations/{declaration_id}/window")
def move(request: Request, declaration_id: UUID, form: Form, session: Writer, me: Me, at: At) -> Response:
    """Open, close, or set the deadline, as the button says that was pressed."""
    declaration, by = at_declaration(session, me, declaration_id, at)
    back = f"/declarations/{declaration.id}"
    with or_again(session, lambda refusal: _page(request, session, declaration, by, form=form, refusal=refusal)):
        expected = form.number("expected")
        match form.text("act"):
            case "open":
                deadline = form.moment("deadline")
                declarations.open_window(session, declaration, deadline=deadline, expected=expected, by=by, at=at)
                return go(request, back, "The window for amendments is open.")
            case "close":
                declarations.close_window(session, declaration, expected=expected, by=by, at=at)
                return go(request, back, "The window for amendments is closed. What is pending stays pending.")
            case "deadline":
                deadline = form.moment("deadline")
                declarations.set_deadline(session, declaration, deadline=deadline, expected=expected, by=by, at=at)
                return go(request, back, "The deadline is set." if deadline else "The deadline is lifted.")
        raise Malformed("Please choose one of what is offered.", field="act")


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
    page = WindowPage(
        crumbs=way_below(session, declaration, language),
        declaration=queries.declaration(session, declaration.id, by=by),
        happened=told(language, refusal),
        typed=form.kept if form else {},
        refusal=refusal,
    )
    return render(request, "drafting/declarations/window.html", page)
