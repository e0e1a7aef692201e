"""What the room decides."""

import pytest

from app.drafting import amendments, decisions
from app.drafting.errors import MovedOn
from app.drafting.models import Amendment, Declaration
from app.drafting.states import Outcome, State
from app.errors import Denied, Malformed, OutOfPlace, Unknown
from app.text.change import Delete
from tests.drafting.room import Room


def test_accepted_as_it_stands(room: Room) -> None:
    room.issue()
    amendment = room.table(room.deleting("p2"))
    room.accept(amendment, note="By consensus.")
    view = room.view(amendment, by=room.observer)
    assert (view.state, view.decision.outcome, view.decision.note) == (
        State.ACCEPTED,
        Outcome.ACCEPTED,
        "By consensus.",
    )


def test_with_different_words(room: Room) -> None:
    room.issue()
    tabled, decided = room.replacing("p2", "offences", "crimes"), room.replacing("p2", "offences", "crime")
    amendment = room.table(tabled)
    room.decide(decisions.modify, amendment, [decided])
    view = room.view(amendment)
    assert view.state is State.MODIFIED
    assert (view.tabled.acts, view.decision.acts, view.shown.acts) == ((tabled,), (decided,), (decided,))


def test_not_accepted_and_held(room: Room) -> None:
    room.issue()
    refused, held = room.table(room.deleting("p2")), room.table(room.deleting("p3"))
    room.decide(decisions.not_accept, refused)
    room.decide(decisions.hold, held, by=room.presidency)
    assert (room.row(refused).state, room.row(held).state) == (State.NOT_ACCEPTED, State.HELD)
    room.accept(held)
    assert room.row(held).state == State.ACCEPTED


def test_reopened(room: Room) -> None:
    room.issue()
    amendment = room.table(room.deleting("p2"))
    for decide in (decisions.accept, decisions.not_accept, decisions.hold):
        room.decide(decide, amendment)
        room.decide(decisions.reopen, amendment)
        assert room.row(amendment).state == State.TABLED
        assert room.view(amendment).decision is None
    assert [each.number for each in room.view(amendment).decisions] == [1, 2, 3, 4, 5, 6]


def test_reopened_after_a_revision_it_lands_on_it(room: Room) -> None:
    room.issue()
    untouched, displaced = room.table(room.deleting("p4")), room.table(room.replacing("p2", "offences", "crimes"))
    room.decide(decisions.not_accept, untouched)
    room.decide(decisions.not_accept, displaced)
    room.accept(room.table(room.deleting("p2"), by=room.united_states))
    room.next()
    room.decide(decisions.reopen, untouched)
    room.decide(decisions.reopen, displaced)
    assert (room.row(untouched).state, room.row(displaced).state) == (State.CARRIED, State.OVERTAKEN)
    room.decide(decisions.not_accept, untouched)
    room.decide(decisions.reopen, untouched)
    assert room.row(untouched).state == State.CARRIED


def test_what_went_into_a_text_is_not_reopened(small_room: Room) -> None:
    small_room.issue()
    amendment = small_room.table(small_room.deleting("p2"))
    small_room.accept(amendment)
    small_room.next()
    with pytest.raises(OutOfPlace, match="part of the text"):
        small_room.decide(decisions.reopen, amendment)


def test_one_decision_before_another(small_room: Room) -> None:
    small_room.issue()
    amendment = small_room.table(small_room.deleting("p2"))
    small_room.accept(amendment)
    for decide in (decisions.accept, decisions.not_accept, decisions.hold):
        with pytest.raises(OutOfPlace, match="accepted"):
            small_room.decide(decide, amendment)


def test_two_secretaries(room: Room) -> None:
    room.issue()
    one, other = room.table(room.deleting("p2")), room.table(room.deleting("p3"))
    seen = room.declaration().version
    room.decide(decisions.accept, one, expected=seen)
    with pytest.raises(MovedOn) as told:
        room.decide(decisions.not_accept, other, expected=seen, by=room.second_secretary)
    assert [change.act for change in told.value.changes] == ["decision.accepted"]
    assert room.row(other).state == State.TABLED


def test_a_correction_in_the_meantime(room: Room) -> None:
    room.issue()
    amendment = room.table(room.deleting("p2"))
    seen = room.declaration().version
    room.correct(amendment, room.deleting("p3"))
    with pytest.raises(MovedOn):
        room.decide(decisions.accept, amendment, expected=seen)


def test_tabling_in_the_meantime_is_no_obstacle(small_room: Room) -> None:
    small_room.issue()
    amendment = small_room.table(small_room.deleting("p2"))
    seen = small_room.declaration().version
    small_room.table(small_room.deleting("p3"), by=small_room.united_states)
    small_room.decide(decisions.accept, amendment, expected=seen)


def test_who_decides(small_room: Room) -> None:
    small_room.issue()
    amendment = small_room.table(small_room.deleting("p2"))
    for other in (small_room.honduras, small_room.guatemala_head, small_room.observer):
        with pytest.raises(Denied):
            small_room.decide(decisions.accept, amendment, by=other)


def test_a_draft_is_not_there_to_decide_on(small_room: Room) -> None:
    small_room.issue()
    draft = small_room.draft(small_room.deleting("p2"))
    for decide in (decisions.accept, decisions.not_accept, decisions.hold, decisions.reopen):
        with pytest.raises(Unknown):
            small_room.decide(decide, draft)


def test_different_words_that_do_not_fit(small_room: Room) -> None:
    small_room.issue()
    amendment = small_room.table(small_room.deleting("p2"))
    for acts in ([], [Delete("nowhere")]):
        with pytest.raises(Malformed):
            small_room.decide(decisions.modify, amendment, acts)


def test_not_accepted_as_it_stands_before_its_delegation_has_spoken(room: Room) -> None:
    room.issue()
    amendment = room.table(room.replacing("p2", "offences", "crimes"))
    room.accept(room.table(room.replacing("p2", "transit", "origin, transit"), by=room.united_states))
    room.next()
    assert room.row(amendment).state == State.AWAITING
    with pytest.raises(OutOfPlace, match="confirm"):
        room.accept(amendment)
    room.act(amendments.confirm_landing, amendment, by=room.honduras)
    room.accept(amendment)
    room.next()
    assert room.words("p2") == (
        "We will protect migrants who are victims of crimes in countries of origin, transit and destination."
    )


def test_several_together_in_the_order_of_their_numbers(room: Room) -> None:
    room.issue()
    made = [room.table(room.deleting(name)) for name in ("p2", "p3", "p4")]
    with room.writing() as session:
        rows = [session.get_one(Amendment, each.id) for each in reversed(made)]
        declaration = session.get_one(Declaration, room.declaration_id)
        given = {"note": "By consensus.", "expected": declaration.version, "by": room.secretary, "at": room.now()}
        taken = decisions.accept_all(session, declaration, rows, **given)
        assert [each.amendment_id for each in taken] == [each.id for each in made]
    assert [room.row(each).state for each in made] == [State.ACCEPTED] * 3


def test_of_several_together_none_is_accepted_where_one_cannot_be(room: Room) -> None:
    room.issue()
    one, other = room.table(room.deleting("p2")), room.table(room.deleting("p3"))
    room.decide(decisions.not_accept, other)
    for rows, refusal in (((one, other), OutOfPlace), ((), Malformed)):
        with pytest.raises(refusal), room.writing() as session:
            declaration = session.get_one(Declaration, room.declaration_id)
            found = [session.get_one(Amendment, each.id) for each in rows]
            given = {"expected": declaration.version, "by": room.secretary, "at": room.now()}
            decisions.accept_all(session, declaration, found, **given)
    assert room.row(one).state == State.TABLED
