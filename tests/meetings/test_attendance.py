import pytest
from sqlmodel import select

from app.db import reading
from app.errors import Denied, Malformed, Stale
from app.meetings import attendance
from app.meetings.attendance import Presence
from app.record.models import Entry
from tests.support.world import NOW


def note_all(room, meeting_id, presences, by=None, expected=None):
    with room.at(meeting_id) as (session, meeting):
        expected = meeting.version if expected is None else expected
        attendance.note_all(session, meeting, presences, expected=expected, by=by or room.sofia, at=NOW)


def written(room):
    with reading(room.engine) as session:
        return len(session.exec(select(Entry).where(Entry.act == "attendance.note")).all())


def test_the_whole_room_is_written_down_in_one_act(room):
    meeting_id = room.convene(together=True)
    there = {each.id: Presence(present=False) for each in (room.guatemala, room.honduras, room.salvador)}
    there[room.guatemala.id] = Presence(present=True, persons="Ana, Head of delegation")
    there[room.brazil.id] = Presence(present=True)
    note_all(room, meeting_id, there)
    rcm, sacm = room.seen(meeting_id).attendance
    assert [(line.name, line.persons) for line in rcm.present] == [("Guatemala", "Ana, Head of delegation")]
    assert [line.name for line in sacm.present] == ["Brazil"]
    assert next(line for line in rcm.lines if line.name == "Honduras").present is None
    assert room.seen(meeting_id).present == 2


def test_only_what_changes_is_written(room):
    meeting_id = room.convene()
    note_all(room, meeting_id, {room.guatemala.id: Presence(present=True), room.honduras.id: Presence(present=False)})
    assert written(room) == 1
    note_all(room, meeting_id, {room.guatemala.id: Presence(present=False), room.honduras.id: Presence(present=False)})
    assert written(room) == 2
    (bench,) = room.seen(meeting_id).attendance
    assert {line.name: line.present for line in bench.lines}["Guatemala"] is False


def test_who_sits_in_none_of_the_processes_was_not_there(room):
    meeting_id = room.convene()
    with pytest.raises(Malformed):
        note_all(room, meeting_id, {room.brazil.id: Presence(present=True)})


def test_the_secretariat_writes_it_and_the_slower_of_two_is_told(room):
    meeting_id = room.convene()
    with pytest.raises(Denied):
        note_all(room, meeting_id, {room.guatemala.id: Presence(present=True)}, by=room.ana)
    note_all(room, meeting_id, {room.guatemala.id: Presence(present=True)})
    with pytest.raises(Stale):
        note_all(room, meeting_id, {room.guatemala.id: Presence(present=False)}, expected=1)
