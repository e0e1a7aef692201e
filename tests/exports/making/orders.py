"""Asking for documents of the demonstration."""

from uuid import UUID

from app.db import reading
from app.exports import exports
from app.exports.kinds import Kind, Options
from tests.support.told import Told


def made(rcm: Told, kind: Kind, reader: str = "secretariat@rcm.example", options: Options = Options()) -> bytes:
    """A document of the present revision."""
    with reading(rcm.engine) as session:
        by = rcm.person(reader)
        return exports.make(session, rcm.declaration, kind, rcm.revision(), by=by, at=rcm.at, options=options).content


def amendment(rcm: Told, name: str) -> UUID:
    """The id of an amendment by its name in the story."""
    return rcm.story.amendments[name].id
