"""Processes that negotiate in a hurry and are killed while they do, and the journal of what they had been promised.

A victim does what the API does for two delegations and the secretariat: it drafts and tables with idempotency keys, takes
down decisions, issues revisions, each in one transaction of its own. Before an act it notes what it is about to ask, after
it what it was answered. Whatever was asked and not answered the next victim asks again under the same key, as a delegate on
a bad line does.
"""

import json
import os
import random
import signal
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Engine, event
from sqlmodel import Session, col, select

from app.accounts.models import User
from app.db import engine_for, writing
from app.drafting import amendments, decisions, revisions
from app.drafting.models import Amendment, AmendmentVersion, Declaration
from app.drafting.states import AGREED, PENDING, STANDING
from app.errors import Refusal
from app.record.actor import Actor
from app.text.change import Replace
from app.text.runs import runs_of
from app.text.stored import acts_from_plain
from app.web.api.once import once
from tests.support.world import NOW

PATIENCE = 60
"""Seconds a victim may take for a few acts, on a machine that has much else to do."""


@dataclass
class Journal:
    """Lines that outlive whoever wrote them: one write a line, and a line is there or not."""

    path: Path

    def note(self, kind: str, **facts: Any) -> None:
        line = json.dumps({"kind": kind, **facts}) + "\n"
        with self.path.open("ab", buffering=0) as file:
            file.write(line.encode())

    @property
    def length(self) -> int:
        return self.path.read_bytes().count(b"\n") if self.path.exists() else 0

    def read(self, *kinds: str) -> list[dict[str, Any]]:
        lines = self.path.read_text(encoding="utf-8").splitlines() if self.path.exists() else []
        return [entry for entry in map(json.loads, lines) if not kinds or entry["kind"] in kinds]

    def unanswered(self) -> list[dict[str, Any]]:
        """What was asked to be tabled and never answered."""
        answered = {entry["key"] for entry in self.read("tabled")}
        return [entry for entry in self.read("asked") if entry["key"] not in answered]


@dataclass
class Scene:
    """Where victims negotiate: a declaration with its people, as plain values that a new process can be given."""

    database_url: str
    journal: Journal
    declaration_id: UUID
    keys: tuple[str, ...]
    delegates: tuple[Actor, ...]
    secretary: Actor

    def send(self, seed: int, *, dies_at: int | None = None, watches: str = "") -> int:
        """Start a victim and return its process id.

        With `dies_at` it kills itself before its statement of that number to the database, counted within acts of the
        kind `watches` ("table", "issue"); else it goes on until it is killed.
        """
        if child := os.fork():
            return child
        try:
            Victim(self, random.Random(seed), engine_for(self.database_url), dies_at, watches).go_on()
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(1)


@dataclass
class Victim:
    scene: Scene
    chance: random.Random
    engine: Engine
    dies_at: int | None = None
    watches: str = ""
    _doing: str = ""
    _statements: int = field(default=0, init=False)

    def go_on(self) -> None:
        event.listen(self.engine, "before_cursor_execute", self._count)
        event.listen(self.engine, "commit", self._count)
        for entry in self.scene.journal.unanswered():
            self.table(entry["key"], entry["words"], entry["place"], UUID(entry["user"]))
        while True:
            for _ in range(self.chance.randint(1, 3)):
                self.ask()
            self.settle()
            self.issue()

    def _count(self, *_: Any) -> None:
        if self._doing != self.watches:
            return
        self._statements += 1
        if self._statements == self.dies_at:
            os.kill(os.getpid(), signal.SIGKILL)

    def doing(self, what: str, act: Callable[[Session], Any]) -> Any:
        """One act in one transaction; None when it was refused."""
        self._doing = what
        try:
            with writing(self.engine) as session:
                answer = act(session)
            # Written, and the answer not yet given: the moment in which a second try would double it.
            self._count()
            return answer
        except Refusal as refusal:
            self.scene.journal.note("refused", what=what, text=str(refusal))
            return None
        finally:
            self._doing = ""

    def ask(self) -> None:
        """Table an amendment with words that nobody else has."""
        by = self.chance.choice(self.scene.delegates)
        place = self.chance.randrange(len(self.scene.keys))
        number = self.chance.getrandbits(60)
        words = f"We will do what is asked under the number {number}, and will do it together."
        key = f"key-{number}"
        self.scene.journal.note("asked", key=key, words=words, place=place, user=str(by.user_id))
        assert by.user_id is not None
        self.table(key, words, place, by.user_id)

    def table(self, key: str, words: str, place: int, user: UUID) -> None:
        by = next(delegate for delegate in self.scene.delegates if delegate.user_id == user)
        acts = [Replace(self.scene.keys[place], runs_of(words))]

        def act(session: Session) -> Any:
            declaration = session.get_one(Declaration, self.scene.declaration_id)
            sender = session.get_one(User, user)

            def table() -> tuple[int, Any, int]:
                amendment = amendments.draft(session, declaration, acts=acts, by=by, at=NOW)
                amendments.table(session, amendment, expected=amendment.version, by=by, at=NOW)
                return 201, {"number": amendment.number, "id": amendment.id}, amendment.version

            return json.loads(once(session, sender, key, {"words": words}, at=NOW, act=table).body)

        if answer := self.doing("table", act):
            self.scene.journal.note("tabled", key=key, words=words, number=answer["number"])

    def settle(self) -> None:
        """Take the newest amendment to each paragraph that stands, put aside the rest, and leave one pending."""

        def act(session: Session) -> None:
            declaration = session.get_one(Declaration, self.scene.declaration_id)
            rows = session.exec(
                select(Amendment, AmendmentVersion)
                .join(AmendmentVersion, col(AmendmentVersion.amendment_id) == Amendment.id)
                .where(col(Amendment.state).in_([*PENDING, *AGREED]))
                .order_by(col(Amendment.number).desc())
            ).all()
            paragraph = {row.id: acts_from_plain(version.acts)[0].key for row, version in rows}  # type: ignore[union-attr]
            touched = {paragraph[row.id] for row, _ in rows if row.state in AGREED}
            for amendment in [row for row, _ in rows if row.state in PENDING][1:]:
                takes = amendment.state in STANDING and paragraph[amendment.id] not in touched
                touched.add(paragraph[amendment.id])
                decide = decisions.accept if takes else decisions.not_accept
                decide(session, amendment, expected=declaration.version, by=self.scene.secretary, at=NOW)

        self.doing("decide", act)

    def issue(self) -> None:
        def act(session: Session) -> str:
            declaration = session.get_one(Declaration, self.scene.declaration_id)
            return revisions.issue_next(
                session, declaration, expected=declaration.version, by=self.scene.secretary, at=NOW
            ).name

        if name := self.doing("issue", act):
            self.scene.journal.note("issued", name=name)


def kill(victim: int, journal: Journal, *, lines: int, after: float) -> None:
    """Kill a victim when it has written so many more lines, and `after` so many seconds more; see it gone."""
    deadline = time.monotonic() + PATIENCE
    wanted = journal.length + lines
    while journal.length < wanted and time.monotonic() < deadline:
        time.sleep(0.001)
    time.sleep(after)
    os.kill(victim, signal.SIGKILL)
    see_gone(victim)


def see_gone(victim: int) -> None:
    """Wait until a victim is dead, which it must be by SIGKILL and not by a fault of its own."""
    _, status = os.waitpid(victim, 0)
    assert os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL, "a victim died of something else"
