"""Texts before a meeting."""

from uuid import UUID

import pytest

from app.drafting import agenda_links, queries
from app.drafting.models import Declaration
from app.drafting.queries import find_agenda_link
from app.errors import Denied, OutOfPlace, Unknown
from app.meetings.models import AgendaItem, Meeting
from tests.drafting.room import Room


def item(room: Room, slug: str = "rcm") -> UUID:
    process = room.world.process(slug)
    with room.writing() as session:
        meeting = Meeting(process_id=process.id, title="Preparatory meeting", created_at=room.now())
        session.add(meeting)
        session.flush()
        found = AgendaItem(meeting_id=meeting.id, position=0, title="Draft declaration")
        session.add(found)
        session.flush()
        return found.id


def link(room: Room, agenda_item: UUID, **options):
    with room.writing() as session:
        declaration = session.get_one(Declaration, room.declaration_id)
        return agenda_links.link(session, declaration, agenda_item, **{"by": room.secretary, **options}, at=room.now())


def test_linked_and_unlinked(room: Room) -> None:
    room.issue()
    agenda_item = item(room)
    link(room, agenda_item)
    made = link(room, agenda_item, paragraph_key=room.key("p2"))
    views = room.ask(queries.agenda_links_of, room.declaration_id, by=room.observer)
    assert {view.paragraph_key for view in views} == {None, room.key("p2")}
    assert {view.meeting for view in room.ask(queries.links_of_item, agenda_item)} == {"Preparatory meeting"}
    with room.writing() as session:
        row = find_agenda_link(session, made.id, by=room.secretary)
        agenda_links.unlink(session, row, by=room.secretary, at=room.now())
    assert [view.paragraph_key for view in room.ask(queries.links_of_item, agenda_item)] == [None]


def test_a_draft_is_not_shown_by_its_link(small_room: Room) -> None:
    small_room.open()
    agenda_item = item(small_room)
    link(small_room, agenda_item)
    assert small_room.ask(queries.links_of_item, agenda_item)
    assert not small_room.ask(queries.links_of_item, agenda_item, by=small_room.honduras)


def test_refused(small_room: Room) -> None:
    small_room.issue()
    agenda_item = item(small_room)
    link(small_room, agenda_item)
    with pytest.raises(OutOfPlace):
        link(small_room, agenda_item)
    with pytest.raises(Unknown):
        link(small_room, agenda_item, paragraph_key="nowhere")
    with pytest.raises(Unknown):
        link(small_room, small_room.process.id)
    with pytest.raises(Unknown):
        link(small_room, item(small_room, "sacm"))
    with pytest.raises(Denied):
        link(small_room, agenda_item, by=small_room.honduras)
