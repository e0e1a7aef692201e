"""Asking for documents of the demonstration, and of a negotiation."""

from uuid import UUID

from app.db import reading
from app.drafting.models import Amendment, Declaration
from app.drafting.texts import current_revision
from app.exports import exports
from app.exports.kinds import Kind, Options
from app.record.actor import Actor
from tests.drafting.room import Room
from tests.support.told import Told


def made(rcm: Told, kind: Kind, reader: str = "secretariat@rcm.example", options: Options = Options()) -> bytes:
    """A document of the present revision."""
    with reading(rcm.engine) as session:
        by = rcm.person(reader)
        return exports.make(session, rcm.declaration, kind, rcm.revision(), by=by, at=rcm.at, options=options).content


def amendment(rcm: Told, name: str) -> UUID:
    """The id of an amendment by its name in the story."""
    return rcm.story.amendments[name].id


def of_room(room: Room, kind: Kind, options: Options = Options(), by: Actor | None = None) -> bytes:
    """A document of the present revision of a negotiation, for the secretary unless told otherwise."""
    with reading(room.engine) as session:
        declaration = session.get_one(Declaration, room.declaration_id)
        revision = current_revision(session, declaration.id)
        assert revision is not None
        by = by or room.secretary
        return exports.make(session, declaration, kind, revision, by=by, at=room.time, options=options).content


def overtaken(room: Room) -> Amendment:
    """An amendment of Honduras that Rev.1 has overtaken, beside one of the United States that stands."""
    room.issue()
    gone = room.table(room.replacing("p2", "offences", "crimes"))
    taken = room.table(room.replacing("p2", "offences", "violence"), by=room.united_states)
    room.table(room.deleting("p4"), by=room.united_states)
    room.accept(taken)
    room.next()
    return gone
