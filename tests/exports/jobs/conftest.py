from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.exports.jobs.queue import Queue
from tests.support.told import told


@pytest.fixture
def queue(engine: Engine, tmp_path: Path) -> Queue:
    """The demonstration, and what is ordered of it, on both databases."""
    return Queue(told(engine, tmp_path / "files"))


@pytest.fixture
def embedded_queue(embedded_engine: Engine, tmp_path: Path) -> Queue:
    """As `queue`, on SQLite only."""
    return Queue(told(embedded_engine, tmp_path / "files"))
