import pytest

from app.exports.kinds import WORD
from tests.meetings.room import Room
from tests.support.oracles import lint, paragraphs
from tests.support.site import Site


@pytest.fixture
def room(embedded_engine):
    return Room(embedded_engine)


@pytest.fixture
def site(room, tmp_path):
    return Site(room.engine, settings={"data_dir": tmp_path})


@pytest.mark.parametrize(("what", "title"), [("report", "Report of the meeting"), ("outcome", "Agreements and non-")])
def test_a_meeting_is_handed_out_to_whoever_has_a_seat_there(room, site, what, title):
    meeting = room.convene()
    got = site.by("Ana").get(f"/meetings/{meeting}/{what}")
    assert got.headers["content-type"] == WORD
    assert got.headers["content-disposition"].startswith("attachment")
    assert paragraphs(got.content)[0].startswith(title)
    assert lint(got.content) == []
    assert site.by("Bruno").get(f"/meetings/{meeting}/{what}").status_code == 404
    assert site.nobody().get(f"/meetings/{meeting}/{what}").status_code == 303
