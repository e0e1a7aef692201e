import pytest

from tests.meetings.room import Room
from tests.support.site import Site

MEETING = {"title": "Online meeting", "starts_on": "2017-04-24", "online": True}


@pytest.fixture
def room(embedded_engine):
    return Room(embedded_engine)


@pytest.fixture
def secretary(room):
    return Site(room.engine).program("Sofía", "read", "manage")


def matching(answer):
    return {"if-match": answer.headers["etag"]}


def test_a_meeting_is_convened_and_changed(room, secretary):
    asked = MEETING | {"together_with": {"sacm": "troika"}}
    made = secretary.post("/api/v1/processes/rcm/meetings", json=asked)
    assert (made.status_code, made.headers["etag"]) == (201, '"1"')
    url = made.headers["location"]
    assert [(each["slug"], each["body"]) for each in made.json()["meets"]] == [("rcm", "plenary"), ("sacm", "troika")]
    changed = secretary.patch(url, json={"starts_on": None, "date_note": "in spring"}, headers=matching(made))
    known = changed.json()
    assert (known["title"], known["starts_on"], known["date_note"], known["online"]) == (
        "Online meeting",
        None,
        "in spring",
        True,
    )
    stale = secretary.patch(url, json={"title": "Mine"}, headers=matching(made))
    assert (stale.status_code, stale.json()["title"]) == (409, "Stale")
    assert secretary.patch(url, json={"title": "Mine"}).status_code == 422
    held = secretary.put(f"{url}/state", json={"state": "held"}, headers=matching(changed))
    assert held.json()["state"] == "held"
    bruno = Site(room.engine).program("Bruno", "read")
    assert [each["title"] for each in bruno.get("/api/v1/processes/sacm/meetings").json()] == ["Online meeting"]
    assert bruno.get(url).headers["etag"] == held.headers["etag"]


def test_a_process_nobody_knows_cannot_meet(secretary):
    answer = secretary.post("/api/v1/processes/rcm/meetings", json=MEETING | {"together_with": {"nowhere": "plenary"}})
    assert (answer.status_code, answer.json()["field"]) == (422, "together_with")


def test_scopes_and_seats_hold(room, secretary):
    meeting_id = room.convene()
    url = f"/api/v1/meetings/{meeting_id}"
    site = Site(room.engine)
    assert site.program("Bruno", "read").get(url).status_code == 404
    reading = site.program("Sofía", "read")
    assert reading.get(url).status_code == 200
    assert reading.patch(url, json={}, headers={"if-match": "1"}).status_code == 403
    assert site.program("Ana", "read", "manage").patch(url, json={}, headers={"if-match": "1"}).status_code == 403
    assert site.nobody().get(url).status_code == 401


def test_the_roll(room, secretary):
    url = f"/api/v1/meetings/{room.convene()}/attendance"
    roll = secretary.get(url)
    assert [line["delegation"] for line in roll.json()] == ["El Salvador", "Guatemala", "Honduras", "Civil society network"]
    told = [{"delegation_id": str(room.guatemala.id), "present": True, "persons": "Ana"}]
    noted = secretary.put(url, json=told, headers=matching(roll))
    assert [line["present"] for line in noted.json()] == [None, True, None, None]
    assert secretary.put(url, json=told, headers=matching(roll)).status_code == 409
