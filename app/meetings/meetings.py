"""Meetings: convening them, changing what is known of them, saying that they were held or cancelled."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, select, update

from app.accounts.lines import line
from app.errors import Malformed, Stale, require
from app.meetings.models import Meeting, MeetingProcess
from app.meetings.policy import may_convene, may_keep
from app.meetings.states import Body, State, require_move
from app.meetings.typed import link, passage
from app.processes.models import Process
from app.record.actor import Actor
from app.record.chain import write


@dataclass(frozen=True, slots=True)
class Particulars:
    """What is known of a meeting. A date that is not fixed stays empty and `date_note` says what is known of it."""

    title: str
    purpose: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    date_note: str = ""
    place: str = ""
    online: bool = False
    link: str = ""


def convene(
    session: Session,
    process: Process,
    particulars: Particulars,
    *,
    by: Actor,
    at: datetime,
    body: Body = Body.PLENARY,
    together_with: Mapping[UUID, Body] | None = None,
) -> Meeting:
    """Call a meeting of `process`, with other processes when they are named. Raises Denied, Malformed, TooLarge."""
    require(may_convene(by, process.id))
    meeting = Meeting(process_id=process.id, created_at=at, **_accepted(particulars))
    session.add(meeting)
    session.flush()
    meets = {process.id: body, **_others(session, process.id, together_with or {})}
    session.add_all(MeetingProcess(meeting_id=meeting.id, process_id=pid, body=form) for pid, form in meets.items())
    _recorded(session, "meeting.convene", meeting, by, at, None, meets={str(pid): form for pid, form in meets.items()})
    return meeting


def change(session: Session, meeting: Meeting, particulars: Particulars, *, expected: int, by: Actor, at: datetime) -> None:
    """Change what is known of a meeting. Raises Stale when it was changed since `expected`."""
    require(may_keep(by, meeting))
    before = facts(meeting)
    touch(session, meeting, expected=expected)
    for name, value in _accepted(particulars).items():
        setattr(meeting, name, value)
    _recorded(session, "meeting.change", meeting, by, at, before)


def move_to(session: Session, meeting: Meeting, state: State, *, expected: int, by: Actor, at: datetime) -> None:
    """Say that a meeting was held or cancelled, or take that back. Raises OutOfPlace, Stale."""
    require(may_keep(by, meeting))
    require_move(meeting.state, state)
    before = facts(meeting)
    touch(session, meeting, expected=expected)
    meeting.state = state
    _recorded(session, f"meeting.{state}", meeting, by, at, before)


def touch(session: Session, meeting: Meeting, *, expected: int) -> None:
    """Count a change of the meeting or its agenda. Raises Stale when it is no longer the one of version `expected`."""
    counted = session.exec(  # type: ignore[call-overload]
        update(Meeting).where(col(Meeting.id) == meeting.id, col(Meeting.version) == expected).values(version=expected + 1)
    )
    if counted.rowcount != 1:
        raise Stale("Somebody changed this meeting since you opened the page. Look at it again and repeat your change.")
    session.refresh(meeting)


def facts(meeting: Meeting) -> dict:
    """A meeting as the record keeps it."""
    return meeting.model_dump(mode="json", exclude={"id", "created_at"})


def processes_of(session: Session, meeting_id: UUID) -> dict[UUID, Body]:
    """The processes that meet, and in what form."""
    rows = session.exec(select(MeetingProcess).where(MeetingProcess.meeting_id == meeting_id))
    return {row.process_id: Body(row.body) for row in rows}


def _accepted(given: Particulars) -> dict:
    if given.ends_on and given.starts_on is None:
        raise Malformed("Give the first day of the meeting too.", field="starts_on")
    if given.starts_on and given.ends_on and given.ends_on < given.starts_on:
        raise Malformed("A meeting cannot end before it begins.", field="ends_on")
    return {
        "title": line(given.title, field="title", most=300),
        "purpose": passage(given.purpose, field="purpose"),
        "starts_on": given.starts_on,
        "ends_on": given.ends_on,
        "date_note": line(given.date_note, field="date_note", required=False),
        "place": line(given.place, field="place", required=False),
        "online": given.online,
        "link": link(given.link),
    }


def _others(session: Session, own: UUID, wanted: Mapping[UUID, Body]) -> dict[UUID, Body]:
    known: Iterable[UUID] = session.exec(select(Process.id).where(col(Process.id).in_(list(wanted)))).all()
    if missing := set(wanted) - set(known):
        raise Malformed(
            "One of the processes that should meet does not exist.", field="together_with", missing=len(missing)
        )
    return {process_id: body for process_id, body in wanted.items() if process_id != own}


def _recorded(
    session: Session, act: str, meeting: Meeting, by: Actor, at: datetime, before: dict | None, **more: object
) -> None:
    session.add(meeting)
    session.flush()
    after = facts(meeting) | more
    write(session, act, ("meeting", meeting.id), by=by, at=at, process_id=meeting.process_id, before=before, after=after)
