import pytest
from sqlalchemy import Engine

from tests.positions.around import Around


@pytest.fixture
def around(engine: Engine) -> Around:
    """A text that has been issued, and acts on positions, on SQLite and on PostgreSQL."""
    return Around(engine)


@pytest.fixture
def small(embedded_engine: Engine) -> Around:
    """The same on SQLite only, for what does not depend on the database."""
    return Around(embedded_engine)
