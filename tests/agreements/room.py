"""A room that also writes down what was agreed."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from sqlmodel import Session

from app.agreements import agreements, queries
from app.agreements.agreements import Owner, Terms
from app.agreements.models import Agreement
from app.agreements.states import State
from app.agreements.views import AgreementView
from app.db import reading, writing
from app.meetings.models import Meeting
from app.record.actor import Actor
from tests.meetings.room import Room as MeetingRoom
from tests.support.world import NOW


class Room(MeetingRoom):
    @contextmanager
    def on(self, agreement_id: UUID) -> Iterator[tuple[Session, Meeting, Agreement]]:
        """The agreement and its meeting, to act on."""
        with writing(self.engine) as session:
            agreement, meeting = agreements.of(session, agreement_id)
            yield session, meeting, agreement

    def agree(self, meeting_id: UUID, what: str, *owners: Owner, by: Actor | None = None, **terms: Any) -> UUID:
        with self.at(meeting_id) as (session, meeting):
            told = Terms(what=what, owners=owners, **terms)
            return agreements.take_down(session, meeting, told, by=by or self.sofia, at=NOW).id

    def correct(self, agreement_id: UUID, terms: Terms, *, expected: int, by: Actor | None = None) -> None:
        with self.on(agreement_id) as (session, meeting, agreement):
            agreements.correct(session, meeting, agreement, terms, expected=expected, by=by or self.sofia, at=NOW)

    def report(self, agreement_id: UUID, text: str, state: State, by: Actor) -> None:
        with self.on(agreement_id) as (session, meeting, agreement):
            agreements.report(session, meeting, agreement, text, state, by=by, at=NOW)

    def agreement(self, agreement_id: UUID, by: Actor | None = None, language: str = "en") -> AgreementView:
        with reading(self.engine) as session:
            return queries.agreement(session, agreement_id, by=by or self.sofia, language=language, at=NOW)
