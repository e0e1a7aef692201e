"""Loading the demonstration into an empty, migrated database."""

from sqlalchemy import Engine
from sqlmodel import Session, select

from app.db import reading, writing
from app.demonstration import booth, negotiation, seats, talks
from app.demonstration.story import Story
from app.processes.models import Process
from app.store import Store


def is_empty(engine: Engine) -> bool:
    """Whether no process has been entered yet."""
    with reading(engine) as session:
        return session.exec(select(Process.id).limit(1)).first() is None


def load(engine: Engine, store: Store) -> None:
    """Play the whole story in one transaction: all of it is there afterwards, or none."""
    with writing(engine) as session:
        play(session, store)


def play(session: Session, store: Store) -> Story:
    """Everything that happened until the demonstration begins, by the acts of those who did it."""
    story = Story(session)
    seats.enter(story)
    talks.convene(story, store)
    negotiation.draft(story)
    booth.translate(story)
    negotiation.negotiate(story)
    talks.conclude(story)
    return story
