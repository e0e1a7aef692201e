"""A document without names is the same whoever proposes, in whatever order: there is nothing in it to be found out."""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine

from app.db import engine_for, reading, writing
from app.drafting import comments
from app.drafting.models import Amendment, Declaration
from app.drafting.texts import current_revision
from app.exports import exports
from app.exports.kinds import MARKED, Form, Kind, Options
from app.exports.making.forms import forms_of
from app.processes.models import Delegation
from app.processes.names import name_of
from app.text.change import Act
from tests.drafting.room import Room
from tests.stories.opened import everything_in
from tests.support.databases import SqliteMaker

TABLED, ISSUED, MADE = (datetime(2017, 4, day, 9, tzinfo=UTC) for day in (3, 17, 21))

PROPOSALS: dict[str, Callable[[Room], tuple[Act, ...]]] = {
    "victims": lambda room: (room.replacing("p2", "offences", "crimes"),),
    "humane": lambda room: (room.replacing("p3", "more efficient", "humane"),),
    "without": lambda room: (room.replacing("p3", " and more efficient border management", ""),),
    "without too": lambda room: (room.replacing("p3", " and more efficient border management", ""),),
    "justice": lambda room: (room.adding("We will give access to justice.", "p4"),),
    "justice too": lambda room: (room.adding("We will give access to justice.", "p4"),),
    "smuggling": lambda room: (room.adding("We will act against smuggling.", "p4"), room.deleting("p5")),
    "order": lambda room: (room.moving("p4", "p1"),),
    "whole": lambda room: (),
}
"""Rivals, pairs that say the same, a new paragraph twice, a move, and one on the text as a whole."""

TAKEN = ("victims", "justice")
"""Which of them the room accepts, in this order."""


class Told:
    """The same negotiation, with the proposals made by others and in another order for every `seed`."""

    def __init__(self, engine: Engine, seed: int) -> None:
        self.room = room = Room(engine)
        room.world.person(room.process, "Ximena", delegation=room.mx)
        mexico = room.world.acting(room.process, "Ximena")
        self.first = room.issue()
        chance = random.Random(seed)
        speakers = [room.honduras, room.united_states, room.guatemala_head, mexico]
        self.tabled: dict[str, Amendment] = {}
        room.time = TABLED
        for name in chance.sample(sorted(PROPOSALS), len(PROPOSALS)):
            speaker = chance.choice(speakers)
            reason = f"{self._called(speaker.delegation_id)} cannot do otherwise ({name})."
            self.tabled[name] = room.table(*PROPOSALS[name](room), by=speaker, reason=reason)
            with writing(room.engine) as session:
                declared = session.get_one(Declaration, room.declaration_id)
                comments.make(session, declared, text=f"As said before: {reason}", by=speaker, at=room.now())

    def go_on(self) -> None:
        """Accept what is taken, and issue the next revision."""
        self.room.time = ISSUED
        for name in TAKEN:
            self.room.accept(self.tabled[name], note="Mexico insists.")
        self.room.next()

    def document(self, kind: Kind, form: Form = Form.WORD, *, anonymous: bool = True, **chosen: object) -> exports.Made:
        room = self.room
        with reading(room.engine) as session:
            declaration = room.declaration()
            revision = current_revision(session, declaration.id)
            against = self.first if kind is Kind.REDLINE else None
            options = replace(Options(anonymous=anonymous, form=form), **chosen)
            return exports.make(
                session, declaration, kind, revision, against=against, by=room.secretary, at=MADE, options=options
            )

    def who(self) -> Iterator[str]:
        """Whatever would tell who proposes what: names, addresses, ids, numbers, and the day."""
        room = self.room
        for delegation in (room.gt, room.hn, room.us, room.mx):
            yield from (
                name_of(delegation, language, form)
                for language in ("en", "es", "pt", "fr")
                for form in ("short", "official")
            )
            yield str(delegation.id)
        for name in ("Gabriela", "Gustavo", "Hugo", "Ursula", "Ximena", "Sofía", "Teresa", "Paula"):
            yield from (name, room.world.user(name).email, str(room.world.user(name).id))
        yield from (str(each.id) for each in self.tabled.values())
        yield from (f"AM.{number}" for number in range(1, len(PROPOSALS) + 1))
        yield from (TABLED.strftime("%Y-%m-%d"), "3 April", "20170403", "(2017, 4, 3", "cannot do otherwise", "insists")

    def _called(self, delegation_id: object) -> str:
        with reading(self.room.engine) as session:
            return name_of(session.get_one(Delegation, delegation_id), "en")


def same(content: bytes, form: Form) -> dict[str, str]:
    """A file with the keys of its paragraphs, which are drawn by lot, told apart by nothing but where they come first."""
    parts = everything_in(content, form)
    keys = list(dict.fromkeys(re.findall(r'(?:pt_|wId=")([a-z0-9]{10})\b', "".join(parts.values()))))
    for place, key in enumerate(keys):
        parts = {name: part.replace(key, f"key {place}") for name, part in parts.items()}
    return parts


def forms_of_its_own(kind: Kind) -> list[Form]:
    """The forms that are not made of the Word file."""
    return [form for form in forms_of(kind) if form not in (Form.PDF, Form.ODT)]


@pytest.fixture
def tellings(sqlite_maker: SqliteMaker) -> Iterator[list[Told]]:
    engines = [engine_for(sqlite_maker.migrated()) for _ in range(2)]
    yield [Told(engine, seed) for seed, engine in enumerate(engines, 1)]
    for engine in engines:
        engine.dispose()


@pytest.mark.parametrize("kind", sorted(MARKED))
def test_who_proposed_what_and_when_makes_no_difference(tellings: list[Told], kind: Kind) -> None:
    if kind in (Kind.REDLINE, Kind.HISTORY):
        for told in tellings:
            told.go_on()
    for form in forms_of_its_own(kind):
        one, other = (told.document(kind, form) for told in tellings)
        assert one.filename == other.filename
        assert same(one.content, form) == same(other.content, form)
        if kind is not Kind.REDLINE:
            named = [told.document(kind, form, anonymous=False).content for told in tellings]
            assert same(named[0], form) != same(named[1], form), "with names it does"


@pytest.mark.parametrize("kind", sorted(MARKED))
def test_nothing_in_the_file_tells_who_proposes(embedded_engine: Engine, kind: Kind) -> None:
    told = Told(embedded_engine, 3)
    if kind in (Kind.REDLINE, Kind.HISTORY):
        told.go_on()
    telling = set(told.who())
    for form in forms_of(kind):
        made = told.document(kind, form)
        parts = {**everything_in(made.content, form), "the name of the file": made.filename}
        assert not {(each, name) for name, part in parts.items() for each in telling if each in part}
        if kind is Kind.COMPILATION:
            named = "".join(everything_in(told.document(kind, form, anonymous=False).content, form).values())
            assert {each for each in telling if each in named}, "what is looked for is there where it may be"


def test_one_amendment_alone_is_nobodys_either(embedded_engine: Engine) -> None:
    told = Told(embedded_engine, 4)
    made = told.document(Kind.SHEETS, amendments=(told.tabled["smuggling"].id,))
    parts = {**everything_in(made.content, Form.WORD), "the name of the file": made.filename}
    assert "smuggling" in parts["word/document.xml"]
    assert not {(each, name) for name, part in parts.items() for each in told.who() if each in part}
