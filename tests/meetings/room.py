"""Two processes that meet, with their people, and acts on a meeting in one line each, each its own transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Engine
from sqlmodel import Session

from app.db import reading, writing
from app.meetings import agenda, meetings, queries
from app.meetings.meetings import Particulars
from app.meetings.models import Meeting
from app.meetings.states import AgendaState, Body
from app.meetings.views import MeetingView
from app.processes.models import Process
from app.processes.roles import Role
from app.record.actor import Actor
from tests.support.world import NOW, World


class Room:
    """RCM: Guatemala (Ana), Honduras (Hugo), El Salvador presides (Paula), Sofía of the secretariat, Olga observes.
    SACM: Brazil (Bruno), Susana of the secretariat."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.world = World(engine)
        self.rcm, self.sacm = self.world.process("rcm"), self.world.process("sacm")
        self.guatemala = self.world.delegation(self.rcm, "GT")
        self.honduras = self.world.delegation(self.rcm, "HN")
        self.salvador = self.world.delegation(self.rcm, "SV")
        self.brazil = self.world.delegation(self.sacm, "BR")
        self.ana = self.world.person(self.rcm, "Ana", Role.HEAD, self.guatemala)
        self.hugo = self.world.person(self.rcm, "Hugo", Role.DELEGATE, self.honduras)
        self.paula = self.world.presidency(self.rcm, self.salvador)
        self.sofia = self.world.secretary(self.rcm)
        self.olga = self.world.observer(self.rcm)
        self.bruno = self.world.person(self.sacm, "Bruno", Role.DELEGATE, self.brazil)
        self.susana = self.world.secretary(self.sacm, "Susana")

    @contextmanager
    def at(self, meeting_id: UUID) -> Iterator[tuple[Session, Meeting]]:
        """The meeting, to act on it."""
        with writing(self.engine) as session:
            yield session, session.get_one(Meeting, meeting_id)

    def convene(
        self, title: str = "Spring meeting", *, by: Actor | None = None, together: bool = False, **known: Any
    ) -> UUID:
        known = {"starts_on": date(2017, 4, 24), "place": "San Salvador"} | known
        with writing(self.engine) as session:
            meeting = meetings.convene(
                session,
                session.get_one(Process, self.rcm.id),
                Particulars(title=title, **known),
                together_with={self.sacm.id: Body.TROIKA} if together else {},
                by=by or self.sofia,
                at=NOW,
            )
            return meeting.id

    def add(self, meeting_id: UUID, title: str, under: UUID | None = None, **more: Any) -> UUID:
        with self.at(meeting_id) as (session, meeting):
            made = agenda.add(
                session, meeting, title, parent_id=under, expected=meeting.version, by=self.sofia, at=NOW, **more
            )
            return made.id

    def agenda_to(self, meeting_id: UUID, *states: AgendaState) -> None:
        for state in states:
            with self.at(meeting_id) as (session, meeting):
                agenda.move_to(session, meeting, state, expected=meeting.version, by=self.sofia, at=NOW)

    def seen(self, meeting_id: UUID, by: Actor | None = None, language: str = "en") -> MeetingView:
        with reading(self.engine) as session:
            return queries.meeting(session, meeting_id, by=by or self.sofia, language=language, at=NOW)

    def numbers(self, meeting_id: UUID) -> list[str]:
        """The agenda as it is read: "1 Opening", "1.1 Words of welcome", …"""
        return [f"{item.number} {item.title}" for item in self.seen(meeting_id).items]
