"""Why an alternative was settled on which nobody ruled is told in nobody's language, and found from the decisions."""

from app.drafting import amendments, decisions
from app.drafting.models import Amendment
from tests.drafting.room import Room


def two(room: Room) -> tuple[Amendment, Amendment]:
    """The same addition in one place (AM.1) or another (AM.2)."""
    room.issue()
    here = room.table(room.adding("Access to justice.", "p2"))
    there = room.act(amendments.place_elsewhere, here, after=room.key("p4"), by=room.honduras)
    room.act(amendments.table, there, by=room.honduras)
    return here, there


def told(room: Room, amendment: Amendment) -> list[tuple[str, str, str]]:
    return [(each.outcome.value, each.alternative, each.note) for each in room.view(amendment).decisions]


def test_the_one_taken_settles_the_other(room: Room) -> None:
    here, there = two(room)
    room.accept(there, note="By consensus.")
    assert told(room, there) == [("accepted", "", "By consensus.")]
    assert told(room, here) == [("not_accepted", "AM.2", "")]


def test_the_one_reopened_reopens_the_other(small_room: Room) -> None:
    here, there = two(small_room)
    small_room.decide(decisions.modify, there, [small_room.adding("Access to courts.", "p4", "other")])
    small_room.decide(decisions.reopen, there)
    small_room.accept(here)
    assert told(small_room, there) == [("modified", "", ""), ("reopened", "", ""), ("not_accepted", "AM.1", "")]
    assert told(small_room, here) == [("not_accepted", "AM.2", ""), ("reopened", "AM.2", ""), ("accepted", "", "")]


def test_what_the_room_did_not_take_for_itself_has_no_such_reason(small_room: Room) -> None:
    here, there = two(small_room)
    small_room.decide(decisions.not_accept, here, note="Not now.")
    small_room.decide(decisions.hold, there)
    assert told(small_room, here) == [("not_accepted", "", "Not now.")]
    assert told(small_room, there) == [("held", "", "")]
    alone = small_room.table(small_room.deleting("p3"))
    small_room.accept(alone)
    assert told(small_room, alone) == [("accepted", "", "")]
