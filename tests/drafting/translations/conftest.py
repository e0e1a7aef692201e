"""A room whose zero draft is issued, and what is entered of it in Spanish, in one line each."""

from typing import Any

import pytest
from sqlalchemy import Engine

from app.db import reading, writing
from app.drafting import translations
from app.drafting.models import Declaration
from app.drafting.texts import current_revision
from app.drafting.translations import LanguageVersion
from app.drafting.translations.models import Concordance, Translation
from app.record.actor import Actor
from app.text.runs import runs_of
from tests.drafting.room import Room

SPANISH = {
    "p1": "Reafirmando los derechos humanos de todos los migrantes, independientemente de su condición migratoria,",
    "p2": "Protegeremos a los migrantes que sean víctimas de infracciones en los países de tránsito y destino.",
    "p3": "Promoveremos una migración segura, ordenada y regular y una gestión de fronteras más eficiente.",
    "p4": "Fortaleceremos la cooperación consular entre los países de la región.",
    "p5": "Trabajaremos por la reintegración de quienes retornan.",
}


class Booth:
    """Who translates, and what they enter."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.revision = room.issue()

    def version(self, revision=None, language: str = "es") -> LanguageVersion:
        with reading(self.room.engine) as session:
            declaration = session.get_one(Declaration, self.room.declaration_id)
            chosen = revision or current_revision(session, declaration.id)
            return translations.in_language(session, declaration, chosen, language)

    def words(self, name: str, said: str, expected: int | None = None) -> translations.Words:
        key = self.room.key(name)
        if expected is None:
            now = self.version().of(key)
            expected = now.number if now else 0
        return translations.Words(key, runs_of(said), expected)

    def enter(
        self, *given: translations.Words, by: Actor | None = None, revision: Any = None, language: str = "es"
    ) -> list[Translation]:
        with writing(self.room.engine) as session:
            declaration = session.get_one(Declaration, self.room.declaration_id)
            present = revision or current_revision(session, declaration.id)
            who, at = by or self.room.secretary, self.room.now()
            return translations.enter(session, declaration, present, language, given, by=who, at=at)

    def all(self, **other: str) -> list[Translation]:
        return self.enter(*(self.words(name, said) for name, said in (SPANISH | other).items()))

    def concord(self, name: str, by: Actor | None = None, expected: int | None = None, **options: Any) -> Concordance:
        key = self.room.key(name)
        if expected is None:
            now = self.version().of(key)
            expected = now.number if now else 0
        with writing(self.room.engine) as session:
            declaration = session.get_one(Declaration, self.room.declaration_id)
            present = current_revision(session, declaration.id)
            who, at = by or self.room.secretary, self.room.now()
            return translations.concord(
                session, declaration, present, "es", key, expected=expected, by=who, at=at, **options
            )

    def next(self, name: str, old: str, new: str):
        """The next revision, in which a paragraph has other words."""
        self.room.accept(self.room.table(self.room.replacing(name, old, new)))
        return self.room.next()


@pytest.fixture
def booth(engine: Engine) -> Booth:
    return Booth(Room(engine))


@pytest.fixture
def small_booth(embedded_engine: Engine) -> Booth:
    return Booth(Room(embedded_engine))
