"""Meetings: the list of a process, convening one, its particulars, held or cancelled."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request, Response

from app.errors import Malformed, Refusal, require
from app.meetings import meetings, queries
from app.meetings.meetings import Particulars
from app.meetings.policy import may_convene, may_keep
from app.meetings.seats import acting_at
from app.meetings.states import Body, State
from app.meetings.views import MeetingLine, MeetingsView
from app.processes.models import Process
from app.record.actor import Actor
from app.web.dependencies import At, Me, Reader, Session, Writer
from app.web.forms import Form, Typed, or_again
from app.web.meetings.seated import shown, way_to_meetings, when
from app.web.page import Page
from app.web.processes.inside import inside, way_to
from app.web.rendering import go, reader_language, render

router = APIRouter()


@dataclass(frozen=True, kw_only=True)
class MeetingsPage(Page):
    """`dates` are the days of the meetings in words, by their ids."""

    slug: str
    process: str
    meetings: MeetingsView
    dates: dict[UUID, str]
    tab: str = "meetings"


@dataclass(frozen=True, kw_only=True)
class ConvenePage(Page):
    """`others` are the processes that could meet too: what the field is called, and the official name."""

    slug: str
    known: Particulars
    others: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class ChangePage(Page):
    meeting: MeetingLine
    known: Particulars


@router.get("/processes/{slug}/meetings")
def index(request: Request, slug: str, session: Reader, me: Me, at: At) -> Response:
    process, by = inside(session, me, slug, at)
    language = reader_language(request)
    view = queries.meetings_of(session, process, by=by, language=language, at=at)
    crumbs = way_to(request, process)
    page = MeetingsPage(
        crumbs=crumbs,
        slug=slug,
        process=crumbs[-1].name,
        meetings=view,
        dates={line.id: when(line, language) for line in (*view.upcoming, *view.over)},
    )
    return render(request, "meetings/meeting/index.html", page)


@router.get("/processes/{slug}/meetings/new")
def new(request: Request, slug: str, session: Reader, me: Me, at: At) -> Response:
    process, by = inside(session, me, slug, at)
    require(may_convene(by, process.id))
    return render(request, "meetings/meeting/convene.html", _convene_page(request, session, process, by))


@router.post("/processes/{slug}/meetings")
def convene(request: Request, slug: str, form: Form, session: Writer, me: Me, at: At) -> Response:
    process, by = inside(session, me, slug, at)

    def again(refusal: Refusal) -> Response:
        page = _convene_page(request, session, process, by, refusal=refusal, typed=form.kept)
        return render(request, "meetings/meeting/convene.html", page)

    with or_again(session, again):
        others = (each for each, _name in queries.others_to_meet(session, process, reader_language(request)))
        meeting = meetings.convene(
            session,
            process,
            particulars_typed(form),
            body=_body(form.text("body", Body.PLENARY), "body"),
            together_with={
                each: _body(form.text(f"with_{each}"), f"with_{each}") for each in others if form.text(f"with_{each}")
            },
            by=by,
            at=at,
        )
    return go(request, f"/meetings/{meeting.id}", "The meeting is convened. Now write its agenda.")


@router.get("/meetings/{meeting_id}/particulars")
def particulars(request: Request, meeting_id: UUID, session: Reader, me: Me, at: At) -> Response:
    meeting, by = acting_at(session, me, meeting_id, at=at)
    require(may_keep(by, meeting))
    return render(request, "meetings/meeting/change.html", _change_page(request, session, meeting_id, by, at))


@router.post("/meetings/{meeting_id}/particulars")
def change(request: Request, meeting_id: UUID, form: Form, session: Writer, me: Me, at: At) -> Response:
    meeting, by = acting_at(session, me, meeting_id, at=at)

    def again(refusal: Refusal) -> Response:
        page = _change_page(request, session, meeting_id, by, at, refusal=refusal, typed=form.kept)
        return render(request, "meetings/meeting/change.html", page)

    with or_again(session, again):
        meetings.change(session, meeting, particulars_typed(form), expected=form.number("version"), by=by, at=at)
    return go(request, f"/meetings/{meeting_id}", "What is known of the meeting is written down.")


@router.post("/meetings/{meeting_id}/state")
def move_to(request: Request, meeting_id: UUID, form: Form, session: Writer, me: Me, at: At) -> Response:
    meeting, by = acting_at(session, me, meeting_id, at=at)

    def again(refusal: Refusal) -> Response:
        page = _change_page(request, session, meeting_id, by, at, refusal=refusal)
        return render(request, "meetings/meeting/change.html", page)

    with or_again(session, again):
        state = _state(form.text("state"))
        meetings.move_to(session, meeting, state, expected=form.number("version"), by=by, at=at)
    if state is State.HELD:
        return go(request, f"/meetings/{meeting_id}", "The meeting is noted as held.")
    if state is State.CANCELLED:
        return go(request, f"/meetings/{meeting_id}", "The meeting is cancelled.")
    return go(request, f"/meetings/{meeting_id}", "The meeting is planned again.")


def particulars_typed(form: Typed) -> Particulars:
    """What is known of a meeting, as typed. Raises Malformed when a date cannot be read."""
    return Particulars(
        title=form.raw("title"),
        purpose=form.raw("purpose"),
        starts_on=form.day("starts_on"),
        ends_on=form.day("ends_on"),
        date_note=form.raw("date_note"),
        place=form.raw("place"),
        online=form.ticked("online"),
        link=form.raw("link"),
    )


def _convene_page(request: Request, session: Session, process: Process, by: Actor, **more: Any) -> ConvenePage:
    others = queries.others_to_meet(session, process, reader_language(request))
    return ConvenePage(
        crumbs=way_to_meetings(request, session, by),
        slug=process.slug,
        known=Particulars(title=""),
        others=tuple((f"with_{each}", name) for each, name in others),
        **more,
    )


def _change_page(request: Request, session: Session, meeting_id: UUID, by: Actor, at: datetime, **more: Any) -> ChangePage:
    seen = shown(request, session, meeting_id, by, at)
    line = seen.meeting.line
    known = Particulars(
        line.title, line.purpose, line.starts_on, line.ends_on, line.date_note, line.place, line.online, line.link
    )
    return ChangePage(crumbs=seen.page(further=True)["crumbs"], meeting=line, known=known, **more)


def _body(typed: str, field: str) -> Body:
    try:
        return Body(typed)
    except ValueError:
        raise Malformed("Please choose one of the list.", field=field) from None


def _state(typed: str) -> State:
    try:
        return State(typed)
    except ValueError:
        raise Malformed("Please choose one of the list.", field="state") from None
