"""Who attended a meeting."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request, Response

from app.errors import Refusal
from app.meetings import attendance
from app.meetings.attendance import Presence
from app.meetings.seats import acting_at
from app.record.actor import Actor
from app.web.dependencies import At, Me, Reader, Session, Writer
from app.web.forms import Form, or_again
from app.web.meetings.seated import MeetingPage, shown
from app.web.rendering import go, render

router = APIRouter(prefix="/meetings/{meeting_id}/attendance")


@dataclass(frozen=True, kw_only=True)
class AttendancePage(MeetingPage):
    tab: str = "attendance"


@router.get("")
def show(request: Request, meeting_id: UUID, session: Reader, me: Me, at: At) -> Response:
    _meeting, by = acting_at(session, me, meeting_id, at=at)
    return _page(request, session, meeting_id, by, at)


@router.post("")
def note(request: Request, meeting_id: UUID, form: Form, session: Writer, me: Me, at: At) -> Response:
    meeting, by = acting_at(session, me, meeting_id, at=at)

    def again(refusal: Refusal) -> Response:
        return _page(request, session, meeting_id, by, at, refusal=refusal, typed=form.kept)

    with or_again(session, again):
        seen = shown(request, session, meeting_id, by, at).meeting
        told = {
            line.delegation_id: Presence(
                present=form.ticked(f"present_{line.delegation_id}"), persons=form.raw(f"persons_{line.delegation_id}")
            )
            for bench in seen.attendance
            for line in bench.lines
        }
        attendance.note_all(session, meeting, told, expected=form.number("version"), by=by, at=at)
    return go(request, f"/meetings/{meeting_id}/attendance", "The attendance is written down.")


def _page(request: Request, session: Session, meeting_id: UUID, by: Actor, at: datetime, **more: Any) -> Response:
    page = AttendancePage(**shown(request, session, meeting_id, by, at).page(), **more)
    return render(request, "meetings/attendance/show.html", page)
