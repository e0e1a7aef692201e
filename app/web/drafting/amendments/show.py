"""An amendment to read, and the acts its delegation, and those asked to co-sponsor it, do on it."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from fastapi import APIRouter, Request, Response

from app.accounts.models import User
from app.drafting import amendments, queries
from app.drafting.models import Amendment
from app.errors import Malformed, Refusal
from app.record.actor import Actor
from app.web.dependencies import At, Me, Reader, Session, Writer
from app.web.drafting.amendments.amendment_page import AmendmentPage, amendment_page
from app.web.drafting.seated import at_amendment
from app.web.forms import Form, Typed, or_again
from app.web.rendering import go, reader_language, render

router = APIRouter()


@router.get("/amendments/{amendment_id}")
def show(request: Request, amendment_id: UUID, session: Reader, me: Me, at: At) -> Response:
    """One amendment."""
    return _page(request, session, me, amendment_id, at)


@router.post("/amendments/{amendment_id}/clear")
def clear(request: Request, amendment_id: UUID, form: Form, session: Writer, me: Me, at: At) -> Response:
    """The head of the delegation clears the words as they are."""
    _act(request, session, me, amendment_id, form, at, amendments.clear)
    return go(request, f"/amendments/{amendment_id}", "Cleared. Your delegation can table it now.")


@router.post("/amendments/{amendment_id}/withdraw")
def withdraw(request: Request, amendment_id: UUID, form: Form, session: Writer, me: Me, at: At) -> Response:
    """Take a draft or a pending amendment back."""
    _act(request, session, me, amendment_id, form, at, amendments.withdraw)
    return go(request, f"/amendments/{amendment_id}", "Withdrawn. Its words remain on record.")


@router.post("/amendments/{amendment_id}/discard")
def discard(request: Request, amendment_id: UUID, form: Form, session: Writer, me: Me, at: At) -> Response:
    """Let go of a next version that has not been tabled."""
    _act(request, session, me, amendment_id, form, at, amendments.discard_correction)
    return go(request, f"/amendments/{amendment_id}", "The new version was discarded; what is tabled stands.")


@router.post("/amendments/{amendment_id}/forward")
def bring_forward(request: Request, amendment_id: UUID, form: Form, session: Writer, me: Me, at: At) -> Response:
    """Restate a draft on the present revision."""
    _act(request, session, me, amendment_id, form, at, amendments.bring_forward)
    return go(request, f"/amendments/{amendment_id}", "Your draft stands on the present text now. Look at it once more.")


@router.post("/amendments/{amendment_id}/confirm")
def confirm(request: Request, amendment_id: UUID, form: Form, session: Writer, me: Me, at: At) -> Response:
    """Say yes to where the amendment landed."""
    _act(request, session, me, amendment_id, form, at, amendments.confirm_landing)
    return go(request, f"/amendments/{amendment_id}", "Confirmed: your amendment stands so on the present text.")


@router.post("/amendments/{amendment_id}/elsewhere")
def elsewhere(request: Request, amendment_id: UUID, form: Form, session: Writer, me: Me, at: At) -> Response:
    """Offer an addition in another place as well."""
    made: list[Amendment] = []

    def place(session: Session, row: Amendment, *, expected: int, by: Actor, at: datetime) -> None:
        after = form.text("after") or None
        made.append(amendments.place_elsewhere(session, row, after=after, expected=expected, by=by, at=at))

    _act(request, session, me, amendment_id, form, at, place)
    return go(request, f"/amendments/{made[0].id}", "This is a draft of the same addition in the other place.")


@router.post("/amendments/{amendment_id}/sponsors")
def ask(request: Request, amendment_id: UUID, form: Form, session: Writer, me: Me, at: At) -> Response:
    """Ask delegations to co-sponsor, or take back a request that was not answered."""

    def act(session: Session, row: Amendment, *, by: Actor, at: datetime) -> None:
        if (back := form.uuid("unask")) is not None:
            amendments.unask_sponsor(session, row, back, by=by, at=at)
        else:
            amendments.ask_sponsors(session, row, _delegations(form), by=by, at=at)

    row, by = at_amendment(session, me, amendment_id, at)
    with or_again(session, lambda no: _page(request, session, me, amendment_id, at, no, form)):
        act(session, row, by=by, at=at)
    return go(request, f"/amendments/{amendment_id}", "Your requests for co-sponsors are noted.")


@router.post("/amendments/{amendment_id}/sponsorship")
def answer(request: Request, amendment_id: UUID, form: Form, session: Writer, me: Me, at: At) -> Response:
    """What a delegation answers to being asked: confirm, decline or withdraw."""
    acts: dict[str, tuple[Callable[..., None], str]] = {
        "sponsor": (amendments.confirm_sponsorship, "confirmed"),
        "decline": (amendments.decline_sponsorship, "declined"),
        "unsponsor": (amendments.withdraw_sponsorship, "withdrawn"),
    }
    row, by = at_amendment(session, me, amendment_id, at)
    with or_again(session, lambda no: _page(request, session, me, amendment_id, at, no, form)):
        if form.text("do") not in acts:
            raise Malformed("Please choose one of what is offered.")
        act, done = acts[form.text("do")]
        act(session, queries.find_sponsorship(session, row.id, by=by), by=by, at=at)
    if done == "confirmed":
        return go(request, f"/amendments/{amendment_id}", "Your delegation’s name stands on this amendment now.")
    if done == "declined":
        return go(request, f"/amendments/{amendment_id}", "Your delegation has declined to co-sponsor.")
    return go(request, f"/amendments/{amendment_id}", "Your delegation’s name no longer stands on this amendment.")


def _act(
    request: Request,
    session: Session,
    me: User,
    amendment_id: UUID,
    form: Typed,
    at: datetime,
    act: Callable[..., object],
) -> None:
    """Do an act of the delegation on its amendment, of who saw the version that the form names."""
    row, by = at_amendment(session, me, amendment_id, at)
    with or_again(session, lambda no: _page(request, session, me, amendment_id, at, no, form)):
        act(session, row, expected=form.number("expected"), by=by, at=at)


def _page(
    request: Request,
    session: Session,
    me: User,
    amendment_id: UUID,
    at: datetime,
    refusal: Refusal | None = None,
    form: Typed | None = None,
) -> Response:
    row, by = at_amendment(session, me, amendment_id, at)
    page: AmendmentPage = amendment_page(
        session,
        row,
        by=by,
        language=reader_language(request),
        at=at,
        refusal=refusal,
        typed=form.kept if form else {},
    )
    return render(request, "drafting/amendments/show.html", page)


def _delegations(form: Typed) -> list[UUID]:
    try:
        return [UUID(each) for each in form.list("cosponsors")]
    except ValueError:
        raise Malformed("Please choose one of the list.", field="cosponsors") from None
