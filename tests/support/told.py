"""The demonstration in a test's database, and its people."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from app.accounts import users
from app.db import reading, writing
from app.demonstration.load import play
from app.demonstration.story import TODAY, Story
from app.drafting.models import Declaration, Revision
from app.drafting.texts import current_revision
from app.processes import processes
from app.processes.seats import actor_for
from app.record.actor import Actor
from app.store import Store


@dataclass
class Told:
    """The demonstration as it begins for who signs in to it."""

    engine: Engine
    store: Store
    story: Story
    at: datetime = TODAY

    @property
    def declaration(self) -> Declaration:
        """The declaration as it now is."""
        with reading(self.engine) as session:
            return session.get_one(Declaration, self.story.declaration.id)

    def revision(self) -> Revision:
        with reading(self.engine) as session:
            found = current_revision(session, self.story.declaration.id)
        assert found is not None
        return found

    def person(self, email: str, process: str = "rcm") -> Actor:
        with reading(self.engine) as session:
            found = users.by_email(session, email)
            assert found is not None
            return actor_for(session, found, processes.by_slug(session, process), at=self.at)


def told(engine: Engine, folder: Path) -> Told:
    """Play the demonstration into `engine`."""
    store = Store(folder)
    with writing(engine) as session:
        story = play(session, store)
    return Told(engine, store, story)
