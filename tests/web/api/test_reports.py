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


@pytest.mark.parametrize("kind", ["report", "outcome"])
def test_programs_have_the_documents_of_a_meeting_made_and_have_them_again(room, site, kind):
    meeting, ana = room.convene(), site.program("Ana", "read")
    made = ana.post(f"/api/v1/meetings/{meeting}/reports", json={"kind": kind, "language": "en"})
    assert made.status_code == 201, made.text
    shown = made.json()
    assert (shown["kind"], shown["language"], shown["form"], shown["revision"]) == (kind, "en", "docx", "")
    got = ana.get(made.headers["location"])
    assert got.headers["content-type"] == WORD and got.headers["etag"] == f'"{shown["sha256"]}"'
    assert "This document is the reading of the technical secretariat. The participants have not approved it." in (
        paragraphs(got.content)
    )
    assert ana.get(f"/api/v1/meetings/{meeting}/reports").json() == [shown]
    assert site.program("Hugo", "read").get(f"/api/v1/meetings/{meeting}/reports").json() == []
    assert site.program("Bruno", "read").get(f"/api/v1/meetings/{meeting}/reports").status_code == 404


def test_the_same_key_makes_one_document(room, site):
    meeting, ana = room.convene(), site.program("Ana", "read")
    asked = {"url": f"/api/v1/meetings/{meeting}/reports", "json": {"kind": "report"}, "headers": {"Idempotency-Key": "a"}}
    assert ana.post(**asked).json() == ana.post(**asked).json()
    assert len(ana.get(asked["url"]).json()) == 1


def test_one_is_ordered_and_told_how_far_it_is(room, site):
    meeting, ana = room.convene(), site.program("Ana", "read")
    url = f"/api/v1/meetings/{meeting}"
    ordered = ana.post(f"{url}/reports", json={"kind": "outcome"}, headers={"Prefer": "respond-async"})
    assert ordered.status_code == 202 and ordered.json()["percent"] is None
    assert ana.get(ordered.headers["location"]).json()["kind"] == "outcome"
    assert [job["id"] for job in ana.get(f"{url}/jobs").json()] == [ordered.json()["id"]]
    assert site.program("Bruno", "read").get(ordered.headers["location"]).status_code == 404


def test_the_chair_puts_one_before_the_meeting(room, site):
    meeting, sofia = room.convene(), site.program("Sofía", "read", "manage")
    made = sofia.post(f"/api/v1/meetings/{meeting}/reports", json={"kind": "report", "form": "md"}).json()
    put = sofia.post(f"/api/v1/meetings/{meeting}/reports/{made['id']}/put", json={"title": "Report"})
    assert put.status_code == 201 and put.json()["sha256"] == made["sha256"]
    (paper,) = site.program("Hugo", "read").get(f"/api/v1/meetings/{meeting}/documents").json()
    assert (paper["title"], paper["sha256"]) == ("Report", made["sha256"])
    assert (
        site.program("Sofía", "read")
        .post(f"/api/v1/meetings/{meeting}/reports/{made['id']}/put", json={"title": "Report"})
        .status_code
        == 403
    )
