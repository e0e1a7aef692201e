import pytest
from sqlalchemy import Engine

from tests.meetings.room import Room


@pytest.fixture
def room(engine: Engine) -> Room:
    """Two processes with their people, on SQLite and on PostgreSQL."""
    return Room(engine)


@pytest.fixture
def small_room(embedded_engine: Engine) -> Room:
    """The same on SQLite only, for what does not depend on the database."""
    return Room(embedded_engine)
