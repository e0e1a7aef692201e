"""The API of co-sponsorship: asking, taking back, answering."""

from typing import Literal
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field

from app.drafting import amendments, queries
from app.web.api.amendment_shown import AmendmentShown
from app.web.api.amendments import answered
from app.web.api.callers import Drafts, Tables
from app.web.dependencies import At, Writer
from app.web.drafting.seated import at_amendment

router = APIRouter(prefix="/amendments/{amendment_id}", tags=["amendments"])

ANSWERS = {
    "confirmed": amendments.confirm_sponsorship,
    "declined": amendments.decline_sponsorship,
    "withdrawn": amendments.withdraw_sponsorship,
}


class AnswerGiven(BaseModel):
    """What a delegation answers to being asked to co-sponsor."""

    answer: Literal["confirmed", "declined", "withdrawn"] = Field(examples=["confirmed"])


@router.put("/sponsors/{delegation_id}")
def ask(
    request: Request, amendment_id: UUID, delegation_id: UUID, session: Writer, user: Drafts, at: At, response: Response
) -> AmendmentShown:
    """Ask a delegation to co-sponsor. Asking twice asks once."""
    row, by = at_amendment(session, user, amendment_id, at)
    amendments.ask_sponsors(session, row, [delegation_id], by=by, at=at)
    return answered(request, session, user, row.id, at, response)


@router.delete("/sponsors/{delegation_id}")
def unask(
    request: Request, amendment_id: UUID, delegation_id: UUID, session: Writer, user: Drafts, at: At, response: Response
) -> AmendmentShown:
    """Take back a request that has not been answered."""
    row, by = at_amendment(session, user, amendment_id, at)
    amendments.unask_sponsor(session, row, delegation_id, by=by, at=at)
    return answered(request, session, user, row.id, at, response)


@router.post("/sponsorship")
def answer(
    request: Request, amendment_id: UUID, given: AnswerGiven, session: Writer, user: Tables, at: At, response: Response
) -> AmendmentShown:
    """What the caller's delegation answers: confirm, decline, or take its name off again."""
    row, by = at_amendment(session, user, amendment_id, at)
    sponsorship = queries.find_sponsorship(session, row.id, by=by)
    ANSWERS[given.answer](session, sponsorship, by=by, at=at)
    return answered(request, session, user, row.id, at, response)
