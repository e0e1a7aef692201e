"""The desk, and taking down what the room decided."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from fastapi import APIRouter, Request, Response

from app.accounts.models import User
from app.drafting import decisions, queries
from app.drafting.errors import MovedOn
from app.drafting.states import Outcome
from app.errors import Malformed, Refusal
from app.web.dependencies import At, Me, Reader, Session, Writer
from app.web.drafting.desk.desk_page import desk_page
from app.web.drafting.seated import at_amendment, at_declaration
from app.web.forms import Form, Typed, or_again
from app.web.rendering import go, reader_language, render

router = APIRouter()

DECISIONS: dict[str, tuple[Callable[..., object], Outcome]] = {
    "accept": (decisions.accept, Outcome.ACCEPTED),
    "not_accept": (decisions.not_accept, Outcome.NOT_ACCEPTED),
    "hold": (decisions.hold, Outcome.HELD),
    "reopen": (decisions.reopen, Outcome.REOPENED),
}


@router.get("/declarations/{declaration_id}/desk")
def show(request: Request, declaration_id: UUID, session: Reader, me: Me, at: At, only: str = "all") -> Response:
    """The desk of the chair side."""
    return _page(request, session, me, declaration_id, at, only=only)


@router.post("/amendments/{amendment_id}/decide")
def decide(request: Request, amendment_id: UUID, form: Form, session: Writer, me: Me, at: At) -> Response:
    """Take down one decision."""
    row, by = at_amendment(session, me, amendment_id, at)
    declaration_id, only = row.declaration_id, form.text("only", "all")

    def again(no: Refusal) -> Response:
        return _page(request, session, me, declaration_id, at, no, form, only=only, deciding=amendment_id)

    with or_again(session, again):
        if form.text("do") not in DECISIONS:
            raise Malformed("Please choose one of what is offered.")
        act, outcome = DECISIONS[form.text("do")]
        act(session, row, note=form.text("note"), expected=form.number("expected"), by=by, at=at)
    return decided(request, declaration_id, f"AM.{row.number}", outcome, only)


@router.post("/declarations/{declaration_id}/desk/accept")
def accept_several(request: Request, declaration_id: UUID, form: Form, session: Writer, me: Me, at: At) -> Response:
    """Accept every amendment that was ticked, or none."""
    only = form.text("only", "all")
    with or_again(session, lambda no: _page(request, session, me, declaration_id, at, no, form, only=only)):
        declaration, by = at_declaration(session, me, declaration_id, at)
        rows = [queries.find_amendment(session, each, by=by) for each in _ticked(form)]
        expected, note = form.number("expected"), form.text("note")
        taken = decisions.accept_all(session, declaration, rows, note=note, expected=expected, by=by, at=at)
    return go(request, _address(declaration_id, only), "Accepted together: {count}.", count=len(taken))


def decided(request: Request, declaration_id: UUID, name: str, outcome: Outcome, only: str) -> Response:
    """Back to the desk, at the amendment, with what was taken down."""
    url = f"{_address(declaration_id, only)}#{name}"
    match outcome:
        case Outcome.ACCEPTED:
            return go(request, url, "{name} is taken down as accepted.", name=name)
        case Outcome.MODIFIED:
            return go(request, url, "{name} is taken down as accepted with different words.", name=name)
        case Outcome.NOT_ACCEPTED:
            return go(request, url, "{name} is taken down as not accepted.", name=name)
        case Outcome.HELD:
            return go(request, url, "{name} is on hold.", name=name)
        case Outcome.REOPENED:
            return go(request, url, "{name} is open again.", name=name)


def _page(
    request: Request,
    session: Session,
    me: User,
    declaration_id: UUID,
    at: datetime,
    refusal: Refusal | None = None,
    form: Typed | None = None,
    *,
    only: str = "all",
    deciding: UUID | None = None,
) -> Response:
    """`deciding` is the amendment whose form was sent."""
    declaration, by = at_declaration(session, me, declaration_id, at)
    page = desk_page(
        session,
        declaration,
        by=by,
        language=reader_language(request),
        only=only,
        refusal=refusal,
        note={str(deciding): form.raw("note")} if form and deciding else {},
        happened=refusal.changes if isinstance(refusal, MovedOn) else (),
    )
    return render(request, "drafting/desk/show.html", page)


def _address(declaration_id: UUID, only: str) -> str:
    return f"/declarations/{declaration_id}/desk" + (f"?only={only}" if only in ("amended", "contested") else "")


def _ticked(form: Typed) -> list[UUID]:
    try:
        return list(dict.fromkeys(UUID(each) for each in form.list("free")))
    except ValueError:
        raise Malformed("Please choose one of the list.") from None
