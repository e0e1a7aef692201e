"""A negotiation for tests: a process with its people, and acts on a declaration in one line each, each its own transaction.

Paragraphs of the text are named p1, p2, … in these tests; `room.key("p1")` is the key a paragraph really has.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Engine
from sqlmodel import Session

from app.db import reading, writing
from app.drafting import amendments, decisions, declarations, queries, revisions
from app.drafting.models import Amendment, AmendmentVersion, Decision, Declaration, Revision
from app.drafting.queries import AmendmentView, Desk
from app.drafting.texts import current_revision, text_of
from app.processes.roles import Role
from app.record.actor import Actor
from app.text.change import Act, Delete, Insert, Move, Replace
from app.text.document import Document
from app.text.paragraph import Paragraph
from app.text.paragraph import Role as Part
from app.text.runs import runs_of
from tests.support.world import NOW, World

WORDS = (
    "Reaffirming the human rights of all migrants, regardless of their migration status,",
    "We will protect migrants who are victims of offences in countries of transit and destination.",
    "We will promote safe, orderly and regular migration and more efficient border management.",
    "We will strengthen consular cooperation among the countries of the region.",
    "We will work for the reintegration of those who return.",
)
"""The text that most tests negotiate: a preambular paragraph and four items, p1 to p5."""

Result = TypeVar("Result")


def text(words: tuple[str, ...] = WORDS) -> Document:
    roles = [Part.PREAMBULAR] + [Part.OPERATIVE] * (len(words) - 1)
    return Document(
        Paragraph(f"p{place}", role, runs_of(line)) for place, (role, line) in enumerate(zip(roles, words, strict=True), 1)
    )


class Room:
    """People, a declaration, and a clock that goes on by a minute with every act."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        world = World(engine)
        self.world = world
        self.process = world.process()
        self.gt = world.delegation(self.process, "GT", clearance=True)
        self.hn = world.delegation(self.process, "HN")
        self.us = world.delegation(self.process, "US")
        self.mx = world.delegation(self.process, "MX")
        self.secretary = world.secretary(self.process)
        self.second_secretary = world.secretary(self.process, "Teresa")
        self.presidency = world.presidency(self.process, self.mx)
        self.guatemala = world.person(self.process, "Gabriela", Role.DELEGATE, self.gt)
        self.guatemala_head = world.person(self.process, "Gustavo", Role.HEAD, self.gt)
        self.honduras = world.person(self.process, "Hugo", Role.DELEGATE, self.hn)
        self.united_states = world.person(self.process, "Ursula", Role.DELEGATE, self.us)
        self.mexico = world.person(self.process, "Marcos", Role.DELEGATE, self.mx)
        self.observer = world.observer(self.process)
        self.time = NOW
        self.declaration_id: UUID | None = None
        self.keys: dict[str, str] = {}

    def now(self) -> datetime:
        self.time += timedelta(minutes=1)
        return self.time

    @contextmanager
    def writing(self) -> Iterator[Session]:
        with writing(self.engine) as session:
            yield session

    def ask(self, question: Callable[..., Result], *arguments: Any, by: Actor | None = None, **options: Any) -> Result:
        """What a query answers, in English unless told otherwise."""
        if "language" in question.__code__.co_varnames:
            options.setdefault("language", "en")
        with reading(self.engine) as session:
            return question(session, *arguments, by=by or self.secretary, **options)

    def chair(self, act: Callable[..., Result], *arguments: Any, by: Actor | None = None, **options: Any) -> Result:
        """An act on the declaration, by the secretary unless told otherwise, of who has its newest version before them."""
        with writing(self.engine) as session:
            declaration = session.get_one(Declaration, self.declaration_id)
            options.setdefault("expected", declaration.version)
            return act(session, declaration, *arguments, by=by or self.secretary, at=self.now(), **options)

    def decide(
        self, act: Callable[..., Decision], amendment: Amendment, *arguments: Any, by: Actor | None = None, **options: Any
    ) -> Decision:
        """A decision on an amendment, by the secretary unless told otherwise."""
        with writing(self.engine) as session:
            row = session.get_one(Amendment, amendment.id)
            options.setdefault("expected", session.get_one(Declaration, row.declaration_id).version)
            return act(session, row, *arguments, by=by or self.secretary, at=self.now(), **options)

    def act(self, act: Callable[..., Result], amendment: Amendment, *arguments: Any, by: Actor, **options: Any) -> Result:
        """An act on an amendment, of who has its newest version before them."""
        with writing(self.engine) as session:
            row = session.get_one(Amendment, amendment.id)
            if "expected" in act.__code__.co_varnames:
                options.setdefault("expected", row.version)
            return act(session, row, *arguments, by=by, at=self.now(), **options)

    def open(self, document: Document | None = None) -> UUID:
        """A declaration with a draft."""
        with writing(self.engine) as session:
            declaration = declarations.open_draft(
                session,
                process_id=self.process.id,
                title="Regional declaration",
                language="en",
                document=text() if document is None else document,
                by=self.secretary,
                at=self.now(),
            )
            self.declaration_id = declaration.id
        return self.declaration_id

    def issue(self, document: Document | None = None, *, deadline: datetime | None = None) -> Revision:
        """A declaration whose zero draft is issued, open for amendments."""
        self.open(document)
        revision = self.chair(revisions.issue_first)
        self.chair(declarations.open_window, deadline=deadline)
        self.keys = {f"p{place}": key for place, key in enumerate(self.text().keys, 1)}
        return revision

    def text(self) -> Document:
        """The present text."""
        with reading(self.engine) as session:
            revision = current_revision(session, self.declaration_id)  # type: ignore[arg-type]
            assert revision is not None
            return text_of(session, revision.id)

    def key(self, name: str) -> str:
        return self.keys[name]

    def words(self, name: str) -> str:
        return self.text()[self.key(name)].text

    def replacing(self, name: str, old: str, new: str) -> Replace:
        """The act that puts `new` in the place of `old` in a paragraph of the present text."""
        words = self.words(name)
        assert old in words
        return Replace(self.key(name), runs_of(words.replace(old, new)))

    def deleting(self, name: str) -> Delete:
        return Delete(self.key(name))

    def adding(self, words: str, after: str | None, key: str = "new") -> Insert:
        return Insert(Paragraph(key, Part.OPERATIVE, runs_of(words)), self.key(after) if after else None)

    def moving(self, name: str, after: str | None) -> Move:
        return Move(self.key(name), self.key(after) if after else None)

    def draft(self, *acts: Act, by: Actor | None = None, **options: Any) -> Amendment:
        """An amendment begun, by Honduras unless told otherwise."""
        with writing(self.engine) as session:
            declaration = session.get_one(Declaration, self.declaration_id)
            return amendments.draft(session, declaration, acts=acts, by=by or self.honduras, at=self.now(), **options)

    def table(self, *acts: Act, by: Actor | None = None, **options: Any) -> Amendment:
        """An amendment tabled."""
        amendment = self.draft(*acts, by=by, **options)
        self.act(amendments.table, amendment, by=by or self.honduras)
        return self.row(amendment)

    def correct(self, amendment: Amendment, *acts: Act, by: Actor | None = None, reason: str = "") -> AmendmentVersion:
        """The next version of an amendment, written and tabled."""
        self.act(amendments.edit, amendment, acts=acts, reason=reason, audience="all", by=by or self.honduras)
        return self.act(amendments.correct, amendment, by=by or self.honduras)

    def next(self, **options: Any) -> Revision:
        return self.chair(revisions.issue_next, **options)

    def accept(self, amendment: Amendment, **options: Any) -> Decision:
        return self.decide(decisions.accept, amendment, **options)

    def row(self, amendment: Amendment) -> Amendment:
        with reading(self.engine) as session:
            return session.get_one(Amendment, amendment.id)

    def declaration(self) -> Declaration:
        with reading(self.engine) as session:
            return session.get_one(Declaration, self.declaration_id)

    def view(self, amendment: Amendment, *, by: Actor | None = None) -> AmendmentView:
        return self.ask(queries.amendment, amendment.id, by=by)

    def desk(self) -> Desk:
        return self.ask(queries.desk, self.declaration_id)
