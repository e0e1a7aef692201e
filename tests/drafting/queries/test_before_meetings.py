"""The texts before a meeting, as its pages read them."""

from uuid import UUID

import pytest

from app.drafting import agenda_links
from app.drafting.models import Declaration
from app.drafting.queries.before_meetings import OPENING, before_meeting, linkable
from app.meetings.models import AgendaItem, Meeting
from tests.drafting.room import Room


@pytest.fixture
def item(room: Room) -> AgendaItem:
    """An agenda item of a meeting."""
    with room.writing() as session:
        meeting = Meeting(process_id=room.process.id, title="Preparatory meeting", created_at=room.now())
        session.add(meeting)
        session.flush()
        made = AgendaItem(meeting_id=meeting.id, position=0, title="Draft declaration")
        session.add(made)
        return made


def link(room: Room, agenda_item_id: UUID, key: str | None = None) -> None:
    with room.writing() as session:
        declaration = session.get_one(Declaration, room.declaration_id)
        agenda_links.link(session, declaration, agenda_item_id, paragraph_key=key, by=room.secretary, at=room.now())


def test_texts_stand_under_their_items_with_their_numbers(room: Room, item: AgendaItem) -> None:
    room.issue()
    link(room, item.id)
    link(room, item.id, room.key("p3"))
    found = room.ask(before_meeting, item.meeting_id, by=room.observer)[item.id]
    assert {(each.paragraph_key, each.label, each.gone) for each in found} == {
        (None, "", False),
        (room.key("p3"), "OP2", False),
    }
    assert not any(each.may_unlink for each in found)
    assert all(each.may_unlink for each in room.ask(before_meeting, item.meeting_id)[item.id])


def test_a_paragraph_that_left_the_text_is_said_to_be_gone(room: Room, item: AgendaItem) -> None:
    room.issue()
    link(room, item.id, room.key("p5"))
    room.accept(room.table(room.deleting("p5")))
    room.next()
    (found,) = room.ask(before_meeting, item.meeting_id)[item.id]
    assert (found.gone, found.label) == (True, "")


def test_a_draft_is_before_nobody_but_the_chair_side(room: Room, item: AgendaItem) -> None:
    room.open()
    link(room, item.id)
    assert room.ask(before_meeting, item.meeting_id, by=room.honduras) == {}
    assert len(room.ask(before_meeting, item.meeting_id, by=room.presidency)[item.id]) == 1


def test_what_can_be_put_under_an_item(room: Room) -> None:
    room.open()
    (draft,) = room.ask(linkable)
    assert (draft.declaration, draft.passages) == ("Regional declaration", ())
    room.issue()
    issued = next(each for each in room.ask(linkable) if each.passages)
    assert [each.label for each in issued.passages] == ["PP1", "OP1", "OP2", "OP3", "OP4"]
    assert all(len(each.opening) <= OPENING + 2 for each in issued.passages)
    assert issued.passages[1].opening.endswith(" …")
    assert room.ask(linkable, by=room.guatemala_head) == ()
