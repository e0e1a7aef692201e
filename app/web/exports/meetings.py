"""The report of a meeting and the list of what it agreed on, made while the reader waits: they are not kept."""

import hashlib
import re
from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from fastapi import APIRouter, Request, Response

from app.exports.kinds import WORD
from app.exports.making.meeting import meeting_report, outcome_of_meeting
from app.meetings.seats import acting_at
from app.record.actor import Actor
from app.web.dependencies import At, Me, Reader, Session
from app.web.exports.handing import handed
from app.web.rendering import reader_language
from app.word.papers import Paper, paper_of

router = APIRouter(prefix="/meetings/{meeting_id}")


@router.get("/report")
def report(request: Request, meeting_id: UUID, session: Reader, me: Me, at: At) -> Response:
    """The report in Word, in the language of the reader."""
    meeting, by = acting_at(session, me, meeting_id, at=at)
    return made(request, session, meeting_report, meeting_id, f"{meeting.title} report", by=by, at=at)


@router.get("/outcome")
def outcome(request: Request, meeting_id: UUID, session: Reader, me: Me, at: At) -> Response:
    """Agreements and non-agreements in Word, in the language of the reader."""
    meeting, by = acting_at(session, me, meeting_id, at=at)
    return made(request, session, outcome_of_meeting, meeting_id, f"{meeting.title} agreements", by=by, at=at)


def made(
    request: Request, session: Session, make: Callable[..., Paper], meeting_id: UUID, name: str, *, by: Actor, at: datetime
) -> Response:
    """What `make` makes of the meeting, to be saved under `name`."""
    content = paper_of(make(session, meeting_id, by=by, language=reader_language(request), at=at))
    digest = hashlib.sha256(content).hexdigest()
    safe = re.sub(r"[^\w.,() -]+", "-", name).strip(" .-")[:120]
    return handed(request, content, filename=f"{safe or 'meeting'}.docx", media_type=WORD, sha256=digest)
