"""The API of what a delegation does with its amendment: clear, table, correct, withdraw, and answer where it landed."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field

from app.accounts.models import User
from app.drafting import amendments
from app.web.api.amendment_shown import AmendmentShown
from app.web.api.amendments import answered, shown_to
from app.web.api.callers import Drafts, Tables
from app.web.api.conditions import IfMatch, expected
from app.web.api.once import IdempotencyKey, once
from app.web.dependencies import At, Session, Writer
from app.web.drafting.seated import at_amendment

router = APIRouter(tags=["amendments"])


class PlaceGiven(BaseModel):
    """The paragraph after which an addition shall stand as well (null: at the beginning)."""

    after: str | None = Field(examples=["x2ve1it2au"])


@router.delete("/amendments/{amendment_id}/draft")
def discard(
    request: Request,
    amendment_id: UUID,
    session: Writer,
    user: Drafts,
    at: At,
    response: Response,
    if_match: IfMatch = None,
) -> AmendmentShown:
    """Let go of a next version that has not been tabled."""
    return _do(request, session, user, amendment_id, at, response, if_match, amendments.discard_correction)


@router.post("/amendments/{amendment_id}/forward")
def bring_forward(
    request: Request,
    amendment_id: UUID,
    session: Writer,
    user: Drafts,
    at: At,
    response: Response,
    if_match: IfMatch = None,
) -> AmendmentShown:
    """Restate a draft on the present revision, where that is certain."""
    return _do(request, session, user, amendment_id, at, response, if_match, amendments.bring_forward)


@router.post("/amendments/{amendment_id}/elsewhere", status_code=201)
def elsewhere(
    request: Request,
    amendment_id: UUID,
    given: PlaceGiven,
    session: Writer,
    user: Drafts,
    at: At,
    response: Response,
    if_match: IfMatch = None,
) -> AmendmentShown:
    """Draft the same addition in another place, as an alternative; the answer is the new draft."""
    row, by = at_amendment(session, user, amendment_id, at)
    made = amendments.place_elsewhere(session, row, after=given.after, expected=expected(if_match), by=by, at=at)
    return answered(request, session, user, made.id, at, response)


@router.post("/amendments/{amendment_id}/clear")
def clear(
    request: Request,
    amendment_id: UUID,
    session: Writer,
    user: Tables,
    at: At,
    response: Response,
    if_match: IfMatch = None,
) -> AmendmentShown:
    """The head of the delegation clears the words as they are."""
    return _do(request, session, user, amendment_id, at, response, if_match, amendments.clear)


@router.post("/amendments/{amendment_id}/table", response_model=AmendmentShown)
def table(
    request: Request,
    amendment_id: UUID,
    session: Writer,
    user: Tables,
    at: At,
    if_match: IfMatch = None,
    key: IdempotencyKey = None,
) -> Response:
    """Table the draft. With an Idempotency-Key, sending it again tables nothing twice and is answered the same."""
    return _do_once(request, session, user, amendment_id, at, if_match, key, "table", amendments.table)


@router.post("/amendments/{amendment_id}/correct", response_model=AmendmentShown)
def correct(
    request: Request,
    amendment_id: UUID,
    session: Writer,
    user: Tables,
    at: At,
    if_match: IfMatch = None,
    key: IdempotencyKey = None,
) -> Response:
    """Table the next version; the former ones stay as they are."""
    return _do_once(request, session, user, amendment_id, at, if_match, key, "correct", amendments.correct)


@router.post("/amendments/{amendment_id}/withdraw")
def withdraw(
    request: Request,
    amendment_id: UUID,
    session: Writer,
    user: Tables,
    at: At,
    response: Response,
    if_match: IfMatch = None,
) -> AmendmentShown:
    """Take a draft or a pending amendment back."""
    return _do(request, session, user, amendment_id, at, response, if_match, amendments.withdraw)


@router.post("/amendments/{amendment_id}/confirm")
def confirm(
    request: Request,
    amendment_id: UUID,
    session: Writer,
    user: Tables,
    at: At,
    response: Response,
    if_match: IfMatch = None,
) -> AmendmentShown:
    """Say yes to where the amendment landed."""
    return _do(request, session, user, amendment_id, at, response, if_match, amendments.confirm_landing)


def _do(
    request: Request,
    session: Session,
    user: User,
    amendment_id: UUID,
    at: datetime,
    response: Response,
    if_match: str | None,
    act: Callable[..., object],
) -> AmendmentShown:
    """An act of the delegation on its amendment, of who saw the version that If-Match names."""
    row, by = at_amendment(session, user, amendment_id, at)
    act(session, row, expected=expected(if_match), by=by, at=at)
    return answered(request, session, user, amendment_id, at, response)


def _do_once(
    request: Request,
    session: Session,
    user: User,
    amendment_id: UUID,
    at: datetime,
    if_match: str | None,
    key: str | None,
    verb: str,
    act: Callable[..., object],
) -> Response:
    def done() -> tuple[int, AmendmentShown, int]:
        row, by = at_amendment(session, user, amendment_id, at)
        act(session, row, expected=expected(if_match), by=by, at=at)
        shown = shown_to(request, session, user, amendment_id, at)
        return 200, shown, shown.version

    return once(session, user, key, {verb: amendment_id, "seen": if_match}, at=at, act=done)
