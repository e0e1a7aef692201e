from datetime import date

import pytest
from sqlmodel import select

from app.db import reading
from app.errors import Denied, Malformed, OutOfPlace, Stale, TooLarge
from app.meetings import meetings
from app.meetings.meetings import Particulars, processes_of
from app.meetings.states import Body, State
from app.processes.models import Process
from app.record.chain import verify
from app.record.models import Entry
from tests.support.world import NOW


def test_the_secretariat_and_the_presidency_convene(room):
    first, second = room.convene(by=room.sofia), room.convene(by=room.paula)
    with reading(room.engine) as session:
        assert processes_of(session, first) == processes_of(session, second) == {room.rcm.id: Body.PLENARY}
        acts = session.exec(select(Entry).where(Entry.act == "meeting.convene").order_by(Entry.position)).all()
        assert [act.actor for act in acts] == ["Sofía", "Paula"]
        assert acts[0].after["meets"] == {str(room.rcm.id): "plenary"}
        assert verify(session).whole


@pytest.mark.parametrize("who", ["ana", "hugo", "olga", "bruno", "susana"])
def test_nobody_else_convenes_for_the_process(small_room, who):
    with pytest.raises(Denied):
        small_room.convene(by=getattr(small_room, who))


def test_two_processes_meet_each_in_its_form(room):
    meeting = room.convene(together=True)
    with reading(room.engine) as session:
        assert processes_of(session, meeting) == {room.rcm.id: Body.PLENARY, room.sacm.id: Body.TROIKA}


def test_a_process_that_does_not_exist_cannot_be_asked_to_meet(small_room):
    with small_room.at(small_room.convene()) as (session, meeting), pytest.raises(Malformed):
        rcm = session.get_one(Process, small_room.rcm.id)
        absent = {meeting.id: Body.PLENARY}
        meetings.convene(session, rcm, Particulars("X"), together_with=absent, by=small_room.sofia, at=NOW)


@pytest.mark.parametrize(
    ("known", "refusal", "field"),
    [
        ({"title": "  "}, Malformed, "title"),
        ({"title": "x" * 301}, TooLarge, "title"),
        ({"starts_on": date(2017, 4, 2), "ends_on": date(2017, 4, 1)}, Malformed, "ends_on"),
        ({"starts_on": None, "ends_on": date(2017, 4, 1)}, Malformed, "starts_on"),
        ({"link": "javascript:alert(1)"}, Malformed, "link"),
        ({"purpose": "x" * 4001}, TooLarge, "purpose"),
    ],
)
def test_what_cannot_be_known_of_a_meeting_is_refused(small_room, known, refusal, field):
    with pytest.raises(refusal) as refused:
        small_room.convene(**known)
    assert refused.value.field == field


def test_what_is_known_of_a_meeting_changes(room):
    meeting_id = room.convene()
    with room.at(meeting_id) as (session, meeting):
        told = Particulars(
            title="Online meeting", date_note="last week of April", online=True, link="https://meet.example.org/1"
        )
        meetings.change(session, meeting, told, expected=1, by=room.paula, at=NOW)
    line = room.seen(meeting_id).line
    assert (line.title, line.starts_on, line.date_note, line.online, line.version) == (
        "Online meeting",
        None,
        "last week of April",
        True,
        2,
    )


def test_the_slower_of_two_is_told(room):
    meeting_id = room.convene()
    room.add(meeting_id, "Opening")
    with room.at(meeting_id) as (session, meeting), pytest.raises(Stale):
        meetings.change(session, meeting, Particulars("Mine"), expected=1, by=room.sofia, at=NOW)
    assert room.seen(meeting_id).line.title == "Spring meeting"


def test_only_the_convening_process_keeps_a_joint_meeting(room):
    meeting_id = room.convene(together=True)
    with room.at(meeting_id) as (session, meeting), pytest.raises(Denied):
        meetings.change(session, meeting, Particulars("Ours"), expected=1, by=room.susana, at=NOW)


def test_held_and_taken_back_and_cancelled(room):
    meeting_id = room.convene()
    for state in (State.HELD, State.PLANNED, State.CANCELLED, State.PLANNED):
        with room.at(meeting_id) as (session, meeting):
            meetings.move_to(session, meeting, state, expected=meeting.version, by=room.sofia, at=NOW)
        assert room.seen(meeting_id).line.state is state
    with room.at(meeting_id) as (session, meeting), pytest.raises(OutOfPlace):
        meetings.move_to(session, meeting, State.PLANNED, expected=meeting.version, by=room.sofia, at=NOW)
