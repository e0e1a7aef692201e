from app.db import writing
from app.drafting import queries
from app.meetings import agenda, meetings
from app.meetings.meetings import Particulars


def test_items_in_the_order_of_the_agenda_for_who_takes_part(small_room):
    room = small_room
    with writing(room.engine) as session:
        by, at = room.secretary, room.now()
        meeting = meetings.convene(session, room.process, Particulars(title="Online"), by=by, at=at)
        first = agenda.add(session, meeting, "First", expected=meeting.version, by=by, at=at)
        agenda.add(session, meeting, "Second", expected=meeting.version, by=by, at=at)
        agenda.add(session, meeting, "Below first", parent_id=first.id, expected=meeting.version, by=by, at=at)
    assert [each.title for each in room.ask(queries.meetings_of, room.process.id)] == ["Online"]
    items = room.ask(queries.items_of, room.process.id)
    assert [each.title for each in items] == ["First", "Below first", "Second"]
    assert {each.meeting for each in items} == {"Online"}
    stranger = room.world.secretary(room.world.process("sacm"), "Tomás")
    assert room.ask(queries.meetings_of, room.process.id, by=stranger) == ()
    assert room.ask(queries.items_of, room.process.id, by=stranger) == ()
