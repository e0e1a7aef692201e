"""What the pages of a meeting share: the reader in their seat there, the meeting as they see it, the way to it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from babel.dates import format_date, format_interval
from fastapi import Request

from app.agreements.queries import agreements_of_meeting
from app.meetings import queries
from app.meetings.views import MeetingLine, MeetingView
from app.processes import processes
from app.record.actor import Actor
from app.web.dependencies import Session
from app.web.languages import say
from app.web.page import Crumb, Page
from app.web.processes.inside import way_to
from app.web.rendering import DATES, reader_language


@dataclass(frozen=True, kw_only=True)
class MeetingPage(Page):
    """A page with the head of a meeting above it. `when` is its date in words, "" while none is fixed."""

    meeting: MeetingView
    when: str
    agreed: int
    tab: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A meeting as the reader sees it, and what stands around it."""

    meeting: MeetingView
    when: str
    agreed: int
    crumbs: tuple[Crumb, ...]

    def page(self, *, further: bool = False) -> dict:
        """What every page of the meeting is made with; `further`: the meeting is a step of the way to it."""
        step = (Crumb(self.meeting.line.title, f"/meetings/{self.meeting.line.id}"),) if further else ()
        return {"meeting": self.meeting, "when": self.when, "agreed": self.agreed, "crumbs": self.crumbs + step}


def shown(request: Request, session: Session, meeting_id: UUID, by: Actor, at: datetime) -> Shown:
    """The meeting for this reader. Raises Unknown."""
    language = reader_language(request)
    view = queries.meeting(session, meeting_id, by=by, language=language, at=at)
    agreed = agreements_of_meeting(session, meeting_id, by=by, language=language, at=at)
    return Shown(view, when(view.line, language), len(agreed), way_to_meetings(request, session, by))


def way_to_meetings(request: Request, session: Session, by: Actor) -> tuple[Crumb, ...]:
    """The way to the meetings of the process the reader sits in."""
    assert by.process_id is not None
    process = processes.by_id(session, by.process_id)
    return way_to(request, process, (say(reader_language(request), "Meetings"), "/meetings"))


def when(line: MeetingLine, language: str) -> str:
    """The day or days of a meeting in words; "" while none is fixed."""
    if line.starts_on is None:
        return ""
    manner = DATES.get(language, language)
    if line.ends_on is None or line.ends_on == line.starts_on:
        return format_date(line.starts_on, format="long", locale=manner)
    return format_interval(line.starts_on, line.ends_on, "yMMMMd", locale=manner)
