"""Processes, delegations and persons for tests, in one line each.

Everything is asked for by name and made once: asking again gives the same thing. Nobody has a password unless the test
gives one, so nothing is hashed. Ask for what is new before opening a transaction of your own: SQLite has one writer.
"""

import re
import unicodedata
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import Engine
from sqlmodel import Session, select

from app.accounts import users
from app.accounts.models import User
from app.db import reading, writing
from app.processes import delegations, participants, presidency, processes
from app.processes.models import Delegation, Process
from app.processes.roles import Role, Standing
from app.processes.seats import actor_for
from app.record.actor import COMMAND_LINE, Actor

NOW = datetime(2017, 3, 30, 15, 0, tzinfo=UTC)
"""When everything in a world is made, unless it is given another time."""

NAMES = {
    "rcm": {
        "en": {"official": "Regional Conference on Migration", "short": "RCM"},
        "es": {"official": "Conferencia Regional sobre Migración", "short": "CRM"},
    },
    "sacm": {
        "en": {"official": "South American Conference on Migration", "short": "SACM"},
        "es": {"official": "Conferencia Suramericana sobre Migraciones", "short": "CSM"},
    },
}


@dataclass
class World:
    """The builder. Each call is a transaction of its own, or part of the open `session` when it was made with one."""

    engine: Engine
    at: datetime = NOW
    session: Session | None = None

    def process(self, slug: str = "rcm", languages: tuple[str, ...] = ("es", "en")) -> Process:
        names = NAMES.get(slug) or {"en": {"official": f"Process {slug}", "short": slug.upper()}}
        with self._reading() as session:
            if found := session.exec(select(Process).where(Process.slug == slug)).first():
                return found
        with self._writing() as session:
            return processes.found(session, slug=slug, names=names, languages=languages, by=COMMAND_LINE, at=self.at)

    def delegation(
        self,
        process: Process,
        country: str,
        standing: Standing = Standing.MEMBER,
        *,
        clearance: bool = False,
    ) -> Delegation:
        """A State by its two-letter code."""
        same = (Delegation.process_id == process.id, Delegation.country == country)
        with self._reading() as session:
            if found := session.exec(select(Delegation).where(*same)).first():
                return found
        with self._writing() as session:
            return delegations.seat_state(
                session, process, country, standing=standing, clearance=clearance, by=COMMAND_LINE, at=self.at
            )

    def organization(
        self, process: Process, name: str = "Civil society network", standing: Standing = Standing.ORGANIZATION
    ) -> Delegation:
        with self._reading() as session:
            for found in session.exec(select(Delegation).where(Delegation.process_id == process.id)):
                if found.names.get("en", {}).get("official") == name:
                    return found
        with self._writing() as session:
            names = {"en": {"official": name, "short": name}}
            return delegations.seat_organization(session, process, names, standing=standing, by=COMMAND_LINE, at=self.at)

    def user(self, name: str = "Ana", *, operator: bool = False, password: str | None = None) -> User:
        """A person; their address is their name at example.org."""
        if found := self._known_user(name):
            return found
        with self._writing() as session:
            return users.create(
                session,
                email=email_of(name),
                name=name,
                operator=operator,
                password=password,
                by=COMMAND_LINE,
                at=self.at,
            )

    def person(
        self,
        process: Process,
        name: str,
        role: Role = Role.DELEGATE,
        delegation: Delegation | None = None,
        *,
        password: str | None = None,
    ) -> Actor:
        """A person in a role, acting."""
        user = self.user(name, password=password)
        with self._reading() as session:
            seated = participants.of_user(session, process.id, user.id)
        if seated is None:
            with self._writing() as session:
                participants.seat(session, process, user, role, delegation, by=COMMAND_LINE, at=self.at)
        return self.acting(process, name)

    def secretary(self, process: Process, name: str = "Sofía", *, password: str | None = None) -> Actor:
        """Somebody of the technical secretariat, acting."""
        return self.person(process, name, Role.SECRETARIAT, password=password)

    def presidency(
        self, process: Process, delegation: Delegation, name: str = "Paula", *, password: str | None = None
    ) -> Actor:
        """Somebody of the presidency in office, acting; the delegation holds the office from the start of the year."""
        with self._writing() as session:
            term = presidency.current(session, process, self.at.date())
            if term is None:
                begins = date(self.at.year, 1, 1)
                presidency.enter_term(session, process, delegation, starts_on=begins, by=COMMAND_LINE, at=self.at)
            elif term.delegation_id != delegation.id:
                presidency.handover(session, process, delegation, on=self.at.date(), by=COMMAND_LINE, at=self.at)
        return self.person(process, name, Role.PRESIDENCY, delegation, password=password)

    def observer(self, process: Process, name: str = "Olga", delegation: Delegation | None = None) -> Actor:
        """Somebody of an observer's delegation, acting."""
        return self.person(process, name, Role.OBSERVER, delegation or self.organization(process))

    def acting(self, process: Process, name: str, *, at: datetime | None = None) -> Actor:
        """A person of that name again, as they act in the process at another time."""
        user = self.user(name)
        with self._reading() as session:
            return actor_for(session, user, process, at=at or self.at)

    def _known_user(self, name: str) -> User | None:
        with self._reading() as session:
            return users.by_email(session, email_of(name))

    @contextmanager
    def _reading(self):
        if self.session is not None:
            yield self.session
        else:
            with reading(self.engine) as session:
                yield session

    @contextmanager
    def _writing(self):
        if self.session is not None:
            yield self.session
        else:
            with writing(self.engine) as session:
                yield session


def email_of(name: str) -> str:
    """The address a person of this name has in a world."""
    plain = unicodedata.normalize("NFD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", ".", plain).strip(".") + "@example.org"
