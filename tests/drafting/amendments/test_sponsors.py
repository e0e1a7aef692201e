"""Co-sponsors: a name stands once its delegation has confirmed, and for the words it confirmed."""

from collections.abc import Callable

import pytest

from app.drafting import amendments, decisions, queries
from app.drafting.models import Amendment
from app.drafting.queries import find_sponsorship
from app.errors import Denied, Malformed, OutOfPlace, Unknown
from app.record.actor import Actor
from tests.drafting.room import Room


def ask(room: Room, amendment: Amendment, *delegations) -> None:
    room.act(amendments.ask_sponsors, amendment, [each.id for each in delegations], by=room.honduras)


def answer(room: Room, amendment: Amendment, word: Callable, by: Actor) -> None:
    with room.writing() as session:
        word(session, find_sponsorship(session, amendment.id, by=by), by=by, at=room.now())


def names(room: Room, amendment: Amendment) -> str:
    return room.view(amendment, by=room.observer).sponsor_names


def test_a_name_stands_once_confirmed(room: Room) -> None:
    room.issue()
    amendment = room.table(room.deleting("p2"))
    ask(room, amendment, room.us, room.gt)
    assert names(room, amendment) == "Honduras"
    answer(room, amendment, amendments.confirm_sponsorship, room.united_states)
    answer(room, amendment, amendments.confirm_sponsorship, room.guatemala_head)
    assert names(room, amendment) == "Guatemala, Honduras, United States"
    asked = room.view(amendment, by=room.honduras).asked
    assert {each.name: each.answer for each in asked} == {"Guatemala": "confirmed", "United States": "confirmed"}
    assert room.view(amendment).asked == ()


def test_asked_in_a_draft_learns_of_it_when_it_is_tabled(room: Room) -> None:
    room.issue()
    draft = room.draft(room.deleting("p2"))
    ask(room, draft, room.us)
    with pytest.raises(Unknown):
        answer(room, draft, amendments.confirm_sponsorship, room.united_states)
    assert not room.ask(queries.my_work, room.process.id, by=room.united_states, at=room.time).sponsorships
    room.act(amendments.table, draft, by=room.honduras)
    (task,) = room.ask(queries.my_work, room.process.id, by=room.united_states, at=room.time).sponsorships
    assert task.amendment.id == draft.id
    answer(room, draft, amendments.confirm_sponsorship, room.united_states)


def test_declined_withdrawn_and_asked_again(room: Room) -> None:
    room.issue()
    amendment = room.table(room.deleting("p2"))
    ask(room, amendment, room.us)
    answer(room, amendment, amendments.decline_sponsorship, room.united_states)
    with pytest.raises(OutOfPlace, match="answered"):
        answer(room, amendment, amendments.confirm_sponsorship, room.united_states)
    ask(room, amendment, room.us)
    answer(room, amendment, amendments.confirm_sponsorship, room.united_states)
    answer(room, amendment, amendments.withdraw_sponsorship, room.united_states)
    assert names(room, amendment) == "Honduras"
    with pytest.raises(OutOfPlace):
        answer(room, amendment, amendments.withdraw_sponsorship, room.united_states)


def test_other_words_must_be_confirmed_anew(room: Room) -> None:
    room.issue()
    amendment = room.table(room.deleting("p2"))
    ask(room, amendment, room.us)
    answer(room, amendment, amendments.confirm_sponsorship, room.united_states)
    room.correct(amendment, room.deleting("p3"))
    assert names(room, amendment) == "Honduras"
    assert room.view(amendment, by=room.united_states).my_answer == "open"
    answer(room, amendment, amendments.confirm_sponsorship, room.united_states)
    assert names(room, amendment) == "Honduras, United States"


def test_where_clearance_is_wanted_the_head_answers(small_room: Room) -> None:
    small_room.issue()
    amendment = small_room.table(small_room.deleting("p2"))
    ask(small_room, amendment, small_room.gt)
    with pytest.raises(Denied, match="head"):
        answer(small_room, amendment, amendments.confirm_sponsorship, small_room.guatemala)
    answer(small_room, amendment, amendments.confirm_sponsorship, small_room.guatemala_head)


def test_a_request_taken_back(small_room: Room) -> None:
    small_room.issue()
    amendment = small_room.table(small_room.deleting("p2"))
    ask(small_room, amendment, small_room.us, small_room.gt)
    small_room.act(amendments.unask_sponsor, amendment, small_room.us.id, by=small_room.honduras)
    with pytest.raises(Unknown):
        answer(small_room, amendment, amendments.confirm_sponsorship, small_room.united_states)
    answer(small_room, amendment, amendments.confirm_sponsorship, small_room.guatemala_head)
    with pytest.raises(OutOfPlace):
        small_room.act(amendments.unask_sponsor, amendment, small_room.gt.id, by=small_room.honduras)
    with pytest.raises(Unknown):
        small_room.act(amendments.unask_sponsor, amendment, small_room.mx.id, by=small_room.honduras)


def test_who_can_be_asked_and_by_whom(small_room: Room) -> None:
    small_room.issue()
    amendment = small_room.table(small_room.deleting("p2"))
    observers = small_room.world.organization(small_room.process)
    elsewhere = small_room.world.delegation(small_room.world.process("sacm"), "BR")
    for delegation in (small_room.hn, observers, elsewhere):
        with pytest.raises(Malformed):
            ask(small_room, amendment, delegation)
    with pytest.raises(Denied):
        small_room.act(amendments.ask_sponsors, amendment, [small_room.us.id], by=small_room.guatemala_head)


def test_not_after_the_decision(small_room: Room) -> None:
    small_room.issue()
    amendment = small_room.table(small_room.deleting("p2"))
    ask(small_room, amendment, small_room.us)
    small_room.decide(decisions.not_accept, amendment)
    with pytest.raises(OutOfPlace):
        answer(small_room, amendment, amendments.confirm_sponsorship, small_room.united_states)
    with pytest.raises(OutOfPlace):
        ask(small_room, amendment, small_room.mx)
