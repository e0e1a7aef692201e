"""What a compilation is made of, and the redline before tabling."""

import pytest

from app.drafting import queries
from app.errors import Malformed
from tests.drafting.room import Room


def test_pending_amendments_with_their_clashes(room: Room) -> None:
    room.issue()
    one = room.table(room.replacing("p2", "offences", "crimes"))
    other = room.table(room.deleting("p2"), by=room.united_states)
    decided = room.table(room.deleting("p3"))
    general = room.table(reason="Let it be short.")
    room.accept(decided)
    found = room.ask(queries.compilable, room.declaration_id, by=room.observer)
    assert [(change.id, change.author) for change in found.changes] == [(one.id, room.hn.id), (other.id, room.us.id)]
    assert [view.id for view in found.general] == [general.id]
    assert {(clash.one, clash.other) for clash in found.clashes} == {(one.id, other.id)}
    assert found.head.name == "Zero draft"


def test_the_redline_before_tabling(small_room: Room) -> None:
    small_room.issue()
    acts = [small_room.replacing("p2", "offences", "crimes"), small_room.adding("New.", "p2")]
    changed = small_room.ask(queries.preview, small_room.declaration_id, acts, by=small_room.honduras)
    assert [each.anchor for each in changed] == [small_room.key("p2")] * 2
    assert {piece.inserted_by for each in changed for piece in each.line.pieces} == {None, "preview"}
    with pytest.raises(Malformed):
        small_room.ask(
            queries.preview,
            small_room.declaration_id,
            [small_room.replacing("p2", "offences", "offences")],
            by=small_room.honduras,
        )
