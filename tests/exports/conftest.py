from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.support.told import Told, told


@pytest.fixture
def rcm(embedded_engine: Engine, tmp_path: Path) -> Told:
    """The demonstration."""
    return told(embedded_engine, tmp_path / "files")
