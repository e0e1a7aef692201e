import pytest

from app.exports.kinds import WORD
from tests.meetings.room import Room
from tests.support.oracles import paragraphs
from tests.support.site import Site


@pytest.fixture
def room(embedded_engine):
    return Room(embedded_engine)


@pytest.fixture
def site(room, tmp_path):
    return Site(room.engine, settings={"data_dir": tmp_path})


@pytest.mark.parametrize("what", ["report", "outcome"])
def test_programs_have_the_report_of_a_meeting_too(room, site, what):
    meeting = room.convene()
    got = site.program("Ana", "read").get(f"/api/v1/meetings/{meeting}/{what}")
    assert got.status_code == 200
    assert got.headers["content-type"] == WORD
    assert "This document is the reading of the technical secretariat. The participants have not approved it." in (
        paragraphs(got.content)
    )
    assert site.program("Bruno", "read").get(f"/api/v1/meetings/{meeting}/{what}").status_code == 404
