from uuid import uuid4

import pytest

from tests.meetings.room import Room
from tests.support.site import Site


@pytest.fixture
def room(embedded_engine):
    return Room(embedded_engine)


@pytest.fixture
def secretary(room):
    return Site(room.engine).program("Sofía", "read", "manage")


@pytest.fixture
def url(room):
    return f"/api/v1/meetings/{room.convene()}/agenda"


def matching(answer):
    return {"if-match": answer.headers["etag"]}


def outline(answer):
    def walk(items):
        for item in items:
            yield f"{item['number']} {item['title']}"
            yield from walk(item["items"])

    return list(walk(answer.json()["items"]))


def test_an_agenda_is_written_nested_and_approved(secretary, url):
    seen = secretary.get(url)
    for title in ("Opening", "Compact", "Agreements"):
        seen = secretary.post(f"{url}/items", json={"title": title}, headers=matching(seen))
        assert seen.status_code == 201
    ids = {item["title"]: item["id"] for item in seen.json()["items"]}
    below = {"title": "Roadmap", "parent_id": ids["Compact"]}
    seen = secretary.post(f"{url}/items", json=below, headers=matching(seen))
    seen = secretary.post(f"{url}/items/{ids['Agreements']}/move", json={"by": -2}, headers=matching(seen))
    assert outline(seen) == ["1 Agreements", "2 Opening", "3 Compact", "3.1 Roadmap"]
    seen = secretary.post(
        f"{url}/items/{ids['Opening']}/move", json={"parent_id": ids["Agreements"]}, headers=matching(seen)
    )
    assert outline(seen) == ["1 Agreements", "1.1 Opening", "2 Compact", "2.1 Roadmap"]
    seen = secretary.post(f"{url}/items/{ids['Opening']}/move", json={"parent_id": None}, headers=matching(seen))
    words = {"title": "Words of welcome", "parent_id": ids["Compact"]}
    seen = secretary.put(f"{url}/items/{ids['Opening']}", json=words, headers=matching(seen))
    assert outline(seen) == ["1 Agreements", "2 Compact", "2.1 Roadmap", "2.2 Words of welcome"]
    seen = secretary.delete(f"{url}/items/{ids['Agreements']}", headers=matching(seen))
    for state in ("submitted", "approved"):
        seen = secretary.put(f"{url}/state", json={"state": state}, headers=matching(seen))
        assert seen.json()["state"] == state
    refused = secretary.delete(f"{url}/items/{ids['Opening']}", headers=matching(seen))
    assert (refused.status_code, refused.json()["title"]) == (409, "OutOfPlace")


def test_a_move_says_where(secretary, url, room):
    seen = secretary.post(f"{url}/items", json={"title": "Opening"}, headers={"if-match": '"1"'})
    item = seen.json()["items"][0]["id"]
    for asked in ({}, {"by": 1, "parent_id": None}):
        assert secretary.post(f"{url}/items/{item}/move", json=asked, headers=matching(seen)).status_code == 422
    moved = secretary.post(f"{url}/items/{item}/move", json={"by": 1}, headers={"if-match": '"1"'})
    assert moved.status_code == 409
    assert secretary.post(f"{url}/items/{uuid4()}/move", json={"by": 1}, headers=matching(seen)).status_code == 404


def test_a_text_that_is_not_there_stands_nowhere(secretary, url):
    seen = secretary.post(f"{url}/items", json={"title": "Opening"}, headers={"if-match": '"1"'})
    item = seen.json()["items"][0]["id"]
    assert secretary.post(f"{url}/items/{item}/texts", json={"declaration_id": str(uuid4())}).status_code == 404
    assert secretary.delete(f"{url}/items/{item}/texts/{uuid4()}").status_code == 404
