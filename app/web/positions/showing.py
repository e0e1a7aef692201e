"""What delegations keep on record against a declaration, and their later word on it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from fastapi import APIRouter, Request, Response

from app.accounts.models import User
from app.drafting import queries
from app.drafting.models import Declaration
from app.drafting.policy import may_decide
from app.drafting.queries import DeclarationView
from app.errors import Refusal
from app.positions import positions
from app.positions.queries import OnRecord, find_position, positions_on
from app.record.actor import Actor
from app.web.dependencies import At, Me, Reader, Session, Writer
from app.web.drafting.seated import at_declaration, way_below
from app.web.drafting.spoken import spoken_text
from app.web.forms import Form, Typed, or_again
from app.web.page import Page
from app.web.rendering import go, reader_language, render

router = APIRouter(prefix="/declarations/{declaration_id}/positions")


@dataclass(frozen=True, kw_only=True)
class PositionsPage(Page):
    """`labels` says what each paragraph is called, by key."""

    declaration: DeclarationView
    on_record: OnRecord
    labels: dict[str, str]
    chairs: bool


@router.get("")
def show(request: Request, declaration_id: UUID, session: Reader, me: Me, at: At) -> Response:
    """Every reservation and explanation of position, with how it stands to the present text."""
    declaration, by = at_declaration(session, me, declaration_id, at)
    return _page(request, session, declaration, by)


@router.post("/{position_id}/confirm")
def confirm(
    request: Request, declaration_id: UUID, position_id: UUID, form: Form, session: Writer, me: Me, at: At
) -> Response:
    return _answered(request, session, me, declaration_id, position_id, form, at, confirms=True)


@router.post("/{position_id}/withdraw")
def withdraw(
    request: Request, declaration_id: UUID, position_id: UUID, form: Form, session: Writer, me: Me, at: At
) -> Response:
    return _answered(request, session, me, declaration_id, position_id, form, at, confirms=False)


def _answered(
    request: Request,
    session: Session,
    me: User,
    declaration_id: UUID,
    position_id: UUID,
    form: Typed,
    at: datetime,
    *,
    confirms: bool,
) -> Response:
    declaration, by = at_declaration(session, me, declaration_id, at)
    position = find_position(session, declaration, position_id)
    with or_again(session, lambda refusal: _page(request, session, declaration, by, refusal=refusal)):
        expected = form.number("expected")
        if confirms:
            positions.confirm(session, position, on=form.uuid("revision"), expected=expected, by=by, at=at)
        else:
            positions.withdraw(session, position, expected=expected, by=by, at=at)
    address = f"/declarations/{declaration.id}/positions#k-{position.id}"
    if confirms:
        return go(request, address, "It stands on the present text.")
    return go(request, address, "It is withdrawn, and kept.")


def _page(
    request: Request, session: Session, declaration: Declaration, by: Actor, *, refusal: Refusal | None = None
) -> Response:
    language = reader_language(request)
    view = queries.declaration(session, declaration.id, by=by)
    _, labels = spoken_text(session, view, by=by, language=language)
    page = PositionsPage(
        crumbs=way_below(session, declaration, language),
        declaration=view,
        on_record=positions_on(session, declaration.id, by=by, language=language),
        labels=labels,
        chairs=may_decide(by, declaration).allowed,
        refusal=refusal,
    )
    return render(request, "positions/show.html", page)
