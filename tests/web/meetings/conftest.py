import pytest

from tests.meetings.room import Room
from tests.support.site import Site


@pytest.fixture
def room(embedded_engine):
    return Room(embedded_engine)


@pytest.fixture
def site(room, tmp_path):
    return Site(room.engine, settings={"data_dir": tmp_path})
