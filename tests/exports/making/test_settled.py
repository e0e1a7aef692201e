"""Only the present text, with all in it that was accepted, is made ready for adoption; undecided, it is a draft."""

import pytest
from sqlalchemy import Engine

from app.db import reading
from app.drafting import decisions, queries
from app.drafting.models import Declaration, Revision
from app.errors import Denied, OutOfPlace
from app.exports import exports
from app.exports.kinds import Form, Kind, Options
from tests.drafting.room import Room
from tests.exports.making.orders import of_room, overtaken
from tests.support.oracles import part

PLAIN, LEGAL = Options(form=Form.MARKDOWN), Options(form=Form.AKOMA_NTOSO)


@pytest.fixture
def room(embedded_engine: Engine) -> Room:
    return Room(embedded_engine)


def of(room: Room, revision: Revision) -> bytes:
    with reading(room.engine) as session:
        declaration = session.get_one(Declaration, room.declaration_id)
        return exports.make(session, declaration, Kind.AGREED, revision, by=room.presidency, at=room.time).content


def header(data: bytes) -> str:
    return "".join(part(data, "word/header_front.xml").itertext())


def test_while_amendments_are_undecided_it_is_a_draft_on_every_page_and_in_every_form(room: Room) -> None:
    overtaken(room)
    room.table(reason="Let it be short.")
    draft = "Draft of the agreed text (amendments undecided: 2)"
    assert draft in header(of_room(room, Kind.AGREED))
    assert draft in of_room(room, Kind.AGREED, PLAIN).decode()
    assert draft in of_room(room, Kind.AGREED, LEGAL).decode()
    for view in room.ask(queries.amendments_of, room.declaration_id):
        if view.name in ("AM.1", "AM.3"):
            room.decide(decisions.not_accept, view)
    assert "Agreed text" in header(of_room(room, Kind.AGREED))
    for options in (Options(), PLAIN, LEGAL):
        assert b"Draft" not in of_room(room, Kind.AGREED, options)


def test_an_earlier_text_and_one_without_what_was_accepted_cannot_be_adopted(room: Room) -> None:
    zero = room.issue()
    accepted = room.table(room.deleting("p4"))
    room.accept(accepted)
    with pytest.raises(OutOfPlace, match=r"What was accepted is not in Zero draft yet: AM\.1\."):
        of(room, zero)
    first = room.next()
    assert of(room, first)
    with pytest.raises(OutOfPlace, match=r"Rev\.1 has been issued since Zero draft\."):
        of(room, zero)


def test_nobody_but_the_chair_side_has_it(room: Room) -> None:
    room.issue()
    for by in (room.honduras, room.guatemala_head, room.observer):
        with pytest.raises(Denied):
            of_room(room, Kind.AGREED, by=by)
