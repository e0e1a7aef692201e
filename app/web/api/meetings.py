"""The API of meetings: convening them, what is known of them, who attended."""

from datetime import date, datetime
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from app.errors import Malformed
from app.meetings import attendance, meetings, queries
from app.meetings.attendance import Presence
from app.meetings.meetings import Particulars
from app.meetings.seats import acting_at
from app.meetings.states import AgendaState, Body, State
from app.meetings.views import MeetingLine
from app.record.actor import Actor
from app.web.api.callers import Manages, Reads
from app.web.api.conditions import IfMatch, expected, tagged
from app.web.dependencies import At, Reader, Session, Writer
from app.web.processes.inside import inside
from app.web.rendering import reader_language

router = APIRouter(tags=["meetings"])


class MeetsShown(BaseModel):
    """A process that meets, and in which form."""

    slug: str = Field(examples=["rcm"])
    name: str = Field(examples=["RCM"])
    body: Body
    convenes: bool


class Known(BaseModel):
    """What is known of a meeting."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"title": "Online meeting on the first three topics", "starts_on": "2017-04-24", "online": True}]
        }
    )

    title: str
    purpose: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    date_note: str = Field("", description="What is known of a date that is not fixed.", examples=["tentative"])
    place: str = ""
    online: bool = False
    link: str = ""


class MeetingAsked(Known):
    """A meeting to be convened; `together_with` names other processes and in which form they meet."""

    body: Body = Body.PLENARY
    together_with: dict[str, Body] = Field(default_factory=dict, examples=[{"sacm": "troika"}])


class MeetingChanged(BaseModel):
    """What to change of a meeting; what is left out stays."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"place": "San Salvador", "date_note": ""}]})

    title: str | None = None
    purpose: str | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    date_note: str | None = None
    place: str | None = None
    online: bool | None = None
    link: str | None = None


class MeetingShown(Known):
    """A meeting. The ETag of its answers counts every change of it or its agenda."""

    id: UUID
    state: State
    agenda_state: AgendaState
    meets: list[MeetsShown]


class StateAsked(BaseModel):
    """Where the meeting stands."""

    state: State = Field(examples=["held"])


class PresenceShown(BaseModel):
    """A delegation at the meeting; `present` is null while nothing was written down about it."""

    delegation_id: UUID
    delegation: str = Field(examples=["Guatemala"])
    process: str = Field(examples=["Regional Conference on Migration"])
    present: bool | None
    persons: str


class PresenceAsked(BaseModel):
    """Whether a delegation was there, and who sat for it."""

    delegation_id: UUID
    present: bool
    persons: str = ""


@router.get("/processes/{slug}/meetings")
def index(request: Request, slug: str, session: Reader, user: Reads, at: At) -> list[MeetingShown]:
    """The meetings of a process: those to come, the next one first, then those that are over, the last one first."""
    process, by = inside(session, user, slug, at)
    view = queries.meetings_of(session, process, by=by, language=reader_language(request), at=at)
    return [_shown(line) for line in (*view.upcoming, *view.over)]


@router.post("/processes/{slug}/meetings", status_code=201)
def convene(
    request: Request, slug: str, asked: MeetingAsked, response: Response, session: Writer, user: Manages, at: At
) -> MeetingShown:
    """Convene a meeting. For the presidency and the technical secretariat."""
    process, by = inside(session, user, slug, at)
    others = queries.others_by_slug(session, process)
    if unknown := sorted(set(asked.together_with) - set(others)):
        raise Malformed("There is no process “{slug}”.", field="together_with", slug=unknown[0])
    made = meetings.convene(
        session,
        process,
        Particulars(**asked.model_dump(exclude={"body", "together_with"})),
        body=asked.body,
        together_with={others[slug]: body for slug, body in asked.together_with.items()},
        by=by,
        at=at,
    )
    response.headers["Location"] = f"/api/v1/meetings/{made.id}"
    return answer(request, response, session, made.id, by, at)


@router.get("/meetings/{meeting_id}")
def show(request: Request, meeting_id: UUID, response: Response, session: Reader, user: Reads, at: At) -> MeetingShown:
    """A meeting, with the ETag to change it and its agenda by."""
    _meeting, by = acting_at(session, user, meeting_id, at=at)
    return answer(request, response, session, meeting_id, by, at)


@router.patch("/meetings/{meeting_id}")
def change(
    request: Request,
    meeting_id: UUID,
    asked: MeetingChanged,
    response: Response,
    session: Writer,
    user: Manages,
    at: At,
    if_match: IfMatch = None,
) -> MeetingShown:
    """Change what is known of it. For the chair side of the convening process."""
    meeting, by = acting_at(session, user, meeting_id, at=at)
    given = asked.model_dump(exclude_unset=True)
    known = {name: getattr(meeting, name) for name in Known.model_fields}
    # Only days may be taken away by null; words are by an empty text.
    told = {name: value for name, value in given.items() if value is not None or name in ("starts_on", "ends_on")}
    meetings.change(session, meeting, Particulars(**known | told), expected=expected(if_match), by=by, at=at)
    return answer(request, response, session, meeting_id, by, at)


@router.put("/meetings/{meeting_id}/state")
def move_to(
    request: Request,
    meeting_id: UUID,
    asked: StateAsked,
    response: Response,
    session: Writer,
    user: Manages,
    at: At,
    if_match: IfMatch = None,
) -> MeetingShown:
    """Say that it was held or cancelled, or take that back."""
    meeting, by = acting_at(session, user, meeting_id, at=at)
    meetings.move_to(session, meeting, asked.state, expected=expected(if_match), by=by, at=at)
    return answer(request, response, session, meeting_id, by, at)


@router.get("/meetings/{meeting_id}/attendance")
def roll(
    request: Request, meeting_id: UUID, response: Response, session: Reader, user: Reads, at: At
) -> list[PresenceShown]:
    """Every delegation of the processes that meet, in the alphabetical order of the language, members first."""
    _meeting, by = acting_at(session, user, meeting_id, at=at)
    return _roll(request, response, session, meeting_id, by, at)


@router.put("/meetings/{meeting_id}/attendance")
def note(
    request: Request,
    meeting_id: UUID,
    asked: list[PresenceAsked],
    response: Response,
    session: Writer,
    user: Manages,
    at: At,
    if_match: IfMatch = None,
) -> list[PresenceShown]:
    """Write down who attended; delegations left out stay as they were."""
    meeting, by = acting_at(session, user, meeting_id, at=at)
    told = {each.delegation_id: Presence(each.present, each.persons) for each in asked}
    attendance.note_all(session, meeting, told, expected=expected(if_match), by=by, at=at)
    return _roll(request, response, session, meeting_id, by, at)


def answer(
    request: Request, response: Response, session: Session, meeting_id: UUID, by: Actor, at: datetime
) -> MeetingShown:
    """The meeting as the caller sees it, with its ETag."""
    line = queries.meeting(session, meeting_id, by=by, language=reader_language(request), at=at).line
    tagged(response, line.version)
    return _shown(line)


def _roll(
    request: Request, response: Response, session: Session, meeting_id: UUID, by: Actor, at: datetime
) -> list[PresenceShown]:
    view = queries.meeting(session, meeting_id, by=by, language=reader_language(request), at=at)
    tagged(response, view.line.version)
    return [
        PresenceShown(
            delegation_id=line.delegation_id,
            delegation=line.name,
            process=bench.process,
            present=line.present,
            persons=line.persons,
        )
        for bench in view.attendance
        for line in bench.lines
    ]


def _shown(line: MeetingLine) -> MeetingShown:
    known = {name: getattr(line, name) for name in Known.model_fields}
    meets = [MeetsShown(slug=each.slug, name=each.name, body=each.body, convenes=each.convenes) for each in line.meets]
    return MeetingShown(**known, id=line.id, state=line.state, agenda_state=line.agenda_state, meets=meets)
