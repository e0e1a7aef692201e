from datetime import timedelta

import pytest

from app.agreements import agreements
from app.agreements.agreements import Terms
from app.errors import Denied, Malformed, OutOfPlace, Stale, Unknown
from app.meetings import agenda
from app.meetings.agenda import DEEPEST
from app.meetings.states import AgendaState
from tests.support.world import NOW

DRAFT, SUBMITTED, APPROVED = AgendaState.DRAFT, AgendaState.SUBMITTED, AgendaState.APPROVED


@pytest.fixture
def planned(room):
    """A meeting with an agenda of two levels, and its items by title."""
    meeting_id = room.convene()
    items = {title: room.add(meeting_id, title) for title in ("Opening", "Compact", "Agreements")}
    items |= {title: room.add(meeting_id, title, items["Compact"]) for title in ("Status", "Roadmap")}
    return meeting_id, items


def shift(room, meeting_id, item_id, places):
    with room.at(meeting_id) as (session, meeting):
        item = agenda.item_of(session, meeting, item_id)
        agenda.shift(session, meeting, item, places, expected=meeting.version, by=room.sofia, at=NOW)


def put_under(room, meeting_id, item_id, parent_id):
    with room.at(meeting_id) as (session, meeting):
        item = agenda.item_of(session, meeting, item_id)
        agenda.put_under(session, meeting, item, parent_id, expected=meeting.version, by=room.sofia, at=NOW)


def remove(room, meeting_id, item_id):
    with room.at(meeting_id) as (session, meeting):
        item = agenda.item_of(session, meeting, item_id)
        agenda.remove(session, meeting, item, expected=meeting.version, by=room.sofia, at=NOW)


def test_items_are_numbered_as_they_are_nested(room, planned):
    meeting_id, _items = planned
    assert room.numbers(meeting_id) == ["1 Opening", "2 Compact", "2.1 Status", "2.2 Roadmap", "3 Agreements"]


def test_items_move_among_their_siblings_and_stop_at_the_ends(room, planned):
    meeting_id, items = planned
    shift(room, meeting_id, items["Agreements"], -1)
    shift(room, meeting_id, items["Status"], 5)
    shift(room, meeting_id, items["Opening"], -1)
    assert room.numbers(meeting_id) == ["1 Opening", "2 Agreements", "3 Compact", "3.1 Roadmap", "3.2 Status"]


def test_an_item_goes_under_another_with_all_it_has(room, planned):
    meeting_id, items = planned
    put_under(room, meeting_id, items["Compact"], items["Opening"])
    assert room.numbers(meeting_id) == ["1 Opening", "1.1 Compact", "1.1.1 Status", "1.1.2 Roadmap", "2 Agreements"]
    put_under(room, meeting_id, items["Status"], None)
    assert room.numbers(meeting_id) == ["1 Opening", "1.1 Compact", "1.1.1 Roadmap", "2 Agreements", "3 Status"]


def test_putting_an_item_where_it_stands_makes_it_the_last_there(room, planned):
    meeting_id, items = planned
    put_under(room, meeting_id, items["Status"], items["Compact"])
    assert room.numbers(meeting_id)[2:4] == ["2.1 Roadmap", "2.2 Status"]


def test_an_item_never_stands_under_itself(room, planned):
    meeting_id, items = planned
    for parent in ("Compact", "Status"):
        with pytest.raises(Malformed):
            put_under(room, meeting_id, items["Compact"], items[parent])


def test_an_agenda_has_three_levels_at_most(room, planned):
    meeting_id, items = planned
    third = room.add(meeting_id, "Phases", items["Status"])
    assert DEEPEST == 3
    with pytest.raises(Malformed):
        room.add(meeting_id, "Too deep", third)
    with pytest.raises(Malformed):
        put_under(room, meeting_id, items["Compact"], items["Opening"])


def test_an_item_is_changed(room, planned):
    meeting_id, items = planned
    with room.at(meeting_id) as (session, meeting):
        agenda.change(
            session,
            meeting,
            agenda.item_of(session, meeting, items["Opening"]),
            title=" Words  of welcome ",
            note="El Salvador\r\nopens",
            delegation_id=room.salvador.id,
            expected=meeting.version,
            by=room.sofia,
            at=NOW,
        )
    item = room.seen(meeting_id, language="es").items[0]
    assert (item.title, item.note, item.delegation) == ("Words of welcome", "El Salvador\nopens", "El Salvador")


def test_an_item_is_given_by_a_delegation_that_meets(room):
    meeting_id = room.convene()
    with pytest.raises(Malformed) as refused:
        room.add(meeting_id, "Brazil on the Compact", delegation_id=room.brazil.id)
    assert refused.value.field == "delegation_id"
    joint = room.convene(together=True)
    room.add(joint, "Brazil on the Compact", delegation_id=room.brazil.id)
    assert room.seen(joint).items[0].delegation == "Brazil"


def test_an_item_goes_only_when_nothing_stands_under_it(room, planned):
    meeting_id, items = planned
    with pytest.raises(OutOfPlace):
        remove(room, meeting_id, items["Compact"])
    remove(room, meeting_id, items["Status"])
    remove(room, meeting_id, items["Opening"])
    assert room.numbers(meeting_id) == ["1 Compact", "1.1 Roadmap", "2 Agreements"]


def test_an_item_under_which_something_was_agreed_stays(room, planned):
    meeting_id, items = planned
    with room.at(meeting_id) as (session, meeting):
        terms = Terms(what="Share the proposal.", agenda_item_id=items["Opening"])
        agreements.take_down(session, meeting, terms, by=room.sofia, at=NOW)
    with pytest.raises(OutOfPlace):
        remove(room, meeting_id, items["Opening"])
    assert room.numbers(meeting_id)[0] == "1 Opening"


def test_an_agenda_is_submitted_approved_and_opened_again(room, planned):
    meeting_id, items = planned
    with pytest.raises(OutOfPlace):
        room.agenda_to(meeting_id, APPROVED)
    room.agenda_to(meeting_id, SUBMITTED, APPROVED)
    for act in (
        lambda: room.add(meeting_id, "Late item"),
        lambda: shift(room, meeting_id, items["Opening"], 1),
        lambda: put_under(room, meeting_id, items["Opening"], items["Compact"]),
        lambda: remove(room, meeting_id, items["Opening"]),
    ):
        with pytest.raises(OutOfPlace):
            act()
    room.agenda_to(meeting_id, SUBMITTED)
    room.add(meeting_id, "Late item")
    room.agenda_to(meeting_id, DRAFT)
    assert room.seen(meeting_id).line.agenda_state is DRAFT


def test_an_empty_agenda_is_not_submitted(room):
    with pytest.raises(OutOfPlace):
        room.agenda_to(room.convene(), SUBMITTED)


def test_delegations_do_not_write_the_agenda(room, planned):
    meeting_id, _items = planned
    for who in (room.ana, room.olga, room.susana):
        with room.at(meeting_id) as (session, meeting), pytest.raises(Denied):
            agenda.add(session, meeting, "Ours", expected=meeting.version, by=who, at=NOW)


def test_who_has_seen_an_older_agenda_is_told(room, planned):
    meeting_id, items = planned
    with room.at(meeting_id) as (session, meeting), pytest.raises(Stale):
        later = NOW + timedelta(minutes=1)
        agenda.shift(
            session, meeting, agenda.item_of(session, meeting, items["Opening"]), 1, expected=1, by=room.sofia, at=later
        )
    assert room.numbers(meeting_id)[0] == "1 Opening"


def test_an_item_belongs_to_its_meeting(room, planned):
    _meeting_id, items = planned
    with room.at(room.convene()) as (session, meeting), pytest.raises(Unknown):
        agenda.item_of(session, meeting, items["Opening"])
