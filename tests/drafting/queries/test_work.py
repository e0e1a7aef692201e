"""What awaits a person."""

from datetime import timedelta

from app.drafting import amendments, queries
from app.drafting.queries import Work
from app.record.actor import Actor
from tests.drafting.room import Room
from tests.support.world import NOW


def work(room: Room, by: Actor) -> Work:
    return room.ask(queries.my_work, room.process.id, by=by, at=room.time)


def test_what_waits_for_the_head(room: Room) -> None:
    room.issue()
    draft = room.draft(room.deleting("p2"), by=room.guatemala)
    assert [task.amendment.id for task in work(room, room.guatemala_head).to_clear] == [draft.id]
    assert not work(room, room.guatemala).to_clear
    assert [task.amendment.id for task in work(room, room.guatemala).drafts] == [draft.id]
    assert not work(room, room.honduras).drafts
    room.act(amendments.clear, draft, by=room.guatemala_head)
    assert not work(room, room.guatemala_head).to_clear
    room.act(amendments.withdraw, draft, by=room.guatemala)
    assert work(room, room.guatemala).count == 0


def test_deadlines_and_what_is_to_decide(room: Room) -> None:
    room.issue(deadline=NOW + timedelta(minutes=10))
    assert not work(room, room.secretary).to_decide
    room.table(room.deleting("p2"))
    (pending,) = work(room, room.secretary).to_decide
    assert pending.pending == 1
    assert not work(room, room.honduras).to_decide
    (deadline,) = work(room, room.observer).deadlines
    assert (deadline.at, deadline.has_passed) == (NOW + timedelta(minutes=10), False)
    room.time = NOW + timedelta(hours=1)
    (deadline,) = work(room, room.observer).deadlines
    assert deadline.has_passed
