"""The API of what is handed out about a meeting, in Word."""

from uuid import UUID

from fastapi import APIRouter, Request, Response

from app.exports.kinds import WORD
from app.exports.making.meeting import meeting_report, outcome_of_meeting
from app.meetings.seats import acting_at
from app.web.api.callers import Reads
from app.web.dependencies import At, Reader
from app.web.exports.meetings import made

router = APIRouter(prefix="/meetings/{meeting_id}", tags=["meetings"])


@router.get("/report", response_class=Response, responses={200: {"content": {WORD: {}}}})
def report(request: Request, meeting_id: UUID, session: Reader, user: Reads, at: At) -> Response:
    """The report of the meeting: attendance, agenda, agreements with who and when; the secretariat's reading."""
    meeting, by = acting_at(session, user, meeting_id, at=at)
    return made(request, session, meeting_report, meeting_id, f"{meeting.title} report", by=by, at=at)


@router.get("/outcome", response_class=Response, responses={200: {"content": {WORD: {}}}})
def outcome(request: Request, meeting_id: UUID, session: Reader, user: Reads, at: At) -> Response:
    """What the meeting agreed on, only suggested, and could not settle."""
    meeting, by = acting_at(session, user, meeting_id, at=at)
    return made(request, session, outcome_of_meeting, meeting_id, f"{meeting.title} agreements", by=by, at=at)
