"""Several people at once."""

import threading
from collections.abc import Callable

import pytest
from sqlmodel import select

from app.db import reading, writing
from app.drafting import amendments, decisions
from app.drafting.errors import MovedOn
from app.drafting.models import Amendment, Decision, Declaration
from app.errors import Stale
from app.record.chain import verify
from tests.drafting.room import Room


def at_once(*acts: Callable[[], object]) -> list[Exception]:
    """What the acts raised when they were all begun at the same moment."""
    raised: list[Exception] = []
    gate = threading.Barrier(len(acts))

    def run(act: Callable[[], object]) -> None:
        gate.wait()
        try:
            act()
        except Exception as fault:
            raised.append(fault)

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return raised


def test_delegates_tabling_at_once_get_different_numbers(room: Room) -> None:
    room.issue()
    people = (room.honduras, room.united_states, room.guatemala_head, room.mexico)
    drafts = [(room.draft(room.deleting("p2"), by=by), by) for by in people]
    at = room.now()

    def tabling(draft: Amendment, by) -> Callable[[], object]:
        def table() -> None:
            with writing(room.engine) as session:
                amendments.table(session, session.get_one(Amendment, draft.id), expected=1, by=by, at=at)

        return table

    assert not at_once(*(tabling(draft, by) for draft, by in drafts))
    with reading(room.engine) as session:
        numbers = session.exec(select(Amendment.number)).all()
        assert sorted(numbers) == [1, 2, 3, 4]
        assert verify(session).whole


def test_of_two_secretaries_at_once_one_is_told(room: Room) -> None:
    room.issue()
    amendment = room.table(room.deleting("p2"))
    seen, at = room.declaration().version, room.now()

    def deciding(decide: Callable, by) -> Callable[[], object]:
        def act() -> None:
            with writing(room.engine) as session:
                decide(session, session.get_one(Amendment, amendment.id), expected=seen, by=by, at=at)

        return act

    raised = at_once(deciding(decisions.hold, room.secretary), deciding(decisions.hold, room.second_secretary))
    assert [type(fault) for fault in raised] == [MovedOn]
    with reading(room.engine) as session:
        assert len(session.exec(select(Decision)).all()) == 1
        assert session.get_one(Declaration, room.declaration_id).version == seen + 1


def test_tabled_twice_at_once_is_tabled_once(room: Room) -> None:
    room.issue()
    draft, at = room.draft(room.deleting("p2")), room.now()

    def table() -> None:
        with writing(room.engine) as session:
            amendments.table(session, session.get_one(Amendment, draft.id), expected=1, by=room.honduras, at=at)

    assert len(at_once(table, table)) == 1
    assert len(room.view(draft).versions) == 1


def test_what_changed_is_told_without_drafts_of_delegations(small_room: Room) -> None:
    small_room.issue()
    amendment = small_room.table(small_room.deleting("p2"))
    seen = small_room.declaration().version
    small_room.draft(small_room.deleting("p3"), by=small_room.guatemala)
    small_room.correct(amendment, small_room.deleting("p4"))
    with pytest.raises(Stale) as told:
        small_room.decide(decisions.accept, amendment, expected=seen)
    assert [change.act for change in told.value.changes] == ["amendment.correct"]
