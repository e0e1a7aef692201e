"""Remarks."""

import pytest

from app.drafting import comments, queries
from app.drafting.models import Declaration
from app.errors import Denied, Malformed, OutOfPlace, TooLarge, Unknown
from app.record.actor import Actor
from tests.drafting.room import Room


def say(room: Room, text: str, by: Actor, **options) -> None:
    with room.writing() as session:
        declaration = session.get_one(Declaration, room.declaration_id)
        comments.make(session, declaration, text=text, by=by, at=room.now(), **options)


def heard(room: Room, by: Actor, **options) -> list[str]:
    return [comment.text for comment in room.ask(queries.comments_on, room.declaration_id, by=by, **options)]


def test_who_reads_what(room: Room) -> None:
    room.issue()
    say(room, "Fair and objective.", room.observer)
    say(room, "For the chair.", room.honduras, audience="chair", paragraph_key=room.key("p2"))
    assert heard(room, room.guatemala) == ["Fair and objective."]
    for reader in (room.honduras, room.secretary, room.presidency):
        assert heard(room, reader) == ["Fair and objective.", "For the chair."]
    assert heard(room, room.secretary, paragraph_key=room.key("p2")) == ["For the chair."]
    first = room.ask(queries.comments_on, room.declaration_id)[0]
    assert (first.delegation, first.author) == ("Civil society network", room.observer.name)


def test_refused(small_room: Room) -> None:
    small_room.open()
    with pytest.raises(OutOfPlace):
        say(small_room, "Words.", small_room.secretary)
    small_room.issue()
    with pytest.raises(Malformed):
        say(small_room, " \n", small_room.observer)
    with pytest.raises(TooLarge):
        say(small_room, "x" * 10_001, small_room.observer)
    with pytest.raises(Unknown):
        say(small_room, "Words.", small_room.observer, paragraph_key="nowhere")
    with pytest.raises(Malformed):
        say(small_room, "Words.", small_room.observer, audience="delegation")
    stranger = small_room.world.secretary(small_room.world.process("sacm"), "Silvia")
    with pytest.raises(Denied):
        say(small_room, "Words.", stranger)
