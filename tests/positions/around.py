"""A room with a text that has been issued, and what delegations put on record against it in one line each."""

from typing import Any
from uuid import UUID

from sqlalchemy import Engine

from app.drafting.models import Declaration
from app.positions import positions
from app.positions.models import Position
from app.positions.queries import OnRecord, PositionView, positions_on
from app.record.actor import Actor
from tests.drafting.room import Room

WORDS = "Honduras reserves its position on this paragraph."


class Around(Room):
    def __init__(self, engine: Engine) -> None:
        super().__init__(engine)
        self.issue()

    def enter(self, name: str | None = None, *, by: Actor | None = None, **options: Any) -> UUID:
        """A reservation of Honduras in English against a paragraph, or the whole text, unless told otherwise."""
        given = {"kind": "reservation", "words": WORDS, "language": "en", **options}
        with self.writing() as session:
            declaration = session.get_one(Declaration, self.declaration_id)
            key = self.key(name) if name else None
            by = by or self.honduras
            return positions.enter(session, declaration, paragraph_key=key, by=by, at=self.now(), **given).id

    def confirm(self, position: UUID, *, by: Actor | None = None, expected: int = 1, on: UUID | None = None) -> None:
        with self.writing() as session:
            row = session.get_one(Position, position)
            positions.confirm(session, row, on=on, expected=expected, by=by or self.honduras, at=self.now())

    def withdraw(self, position: UUID, *, by: Actor | None = None, expected: int = 1) -> None:
        with self.writing() as session:
            row = session.get_one(Position, position)
            positions.withdraw(session, row, expected=expected, by=by or self.honduras, at=self.now())

    def changed(self, name: str, old: str, new: str) -> None:
        """Another revision, in which a paragraph reads otherwise."""
        self.accept(self.table(self.replacing(name, old, new)))
        self.next()

    def without(self, name: str) -> None:
        """Another revision, without a paragraph."""
        self.accept(self.table(self.deleting(name)))
        self.next()

    def on_record(self, by: Actor | None = None, language: str = "en") -> OnRecord:
        return self.ask(positions_on, self.declaration_id, by=by, language=language)

    def one(self, position: UUID, by: Actor | None = None) -> PositionView:
        return next(each for each in self.on_record(by).every if each.id == position)
