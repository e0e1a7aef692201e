import pytest

from app.agreements.agreements import Owner
from tests.agreements.room import Room
from tests.support.site import Site


@pytest.fixture
def room(embedded_engine):
    return Room(embedded_engine)


@pytest.fixture
def site(room):
    return Site(room.engine)


def test_an_agreement_is_taken_down_corrected_and_reported_on(room, site):
    secretary, delegate = site.program("Sofía", "read", "manage"), site.program("Ana", "read", "table")
    asked = {"what": "Write the input.", "owners": [{"delegation_id": str(room.guatemala.id)}], "force": "suggested"}
    made = secretary.post(f"/api/v1/meetings/{room.convene()}/agreements", json=asked)
    assert made.status_code == 201
    shown = made.json()
    assert (shown["number"], shown["nobody"], shown["undated"], shown["force"]) == (1, False, True, "suggested")
    assert shown["owners"][0]["delegation"] == "Guatemala"
    url = made.headers["location"]
    match = {"if-match": made.headers["etag"]}
    corrected = secretary.put(url, json=asked | {"due_on": "2017-04-23"}, headers=match)
    assert corrected.json()["due_on"] == "2017-04-23"
    assert secretary.put(url, json=asked, headers=match).status_code == 409
    assert secretary.put(url, json=asked).status_code == 422
    reported = delegate.post(f"{url}/reports", json={"text": "Half of it.", "state": "done"})
    assert reported.status_code == 201
    assert [(one["act"], one["note"]) for one in reported.json()["history"]] == [
        ("agreement.report", "Half of it."),
        ("agreement.correct", ""),
        ("agreement.take_down", ""),
    ]
    assert [each["state"] for each in delegate.get("/api/v1/processes/rcm/agreements?only=closed").json()] == ["done"]
    assert delegate.get("/api/v1/processes/rcm/agreements?only=overdue").json() == []
    assert len(delegate.get(f"/api/v1/meetings/{shown['meeting_id']}/agreements").json()) == 1


def test_scopes_and_seats_hold(room, site):
    agreement_id = room.agree(room.convene(), "Write the input.", Owner(room.guatemala.id))
    url = f"/api/v1/agreements/{agreement_id}"
    report = {"text": "Done.", "state": "done"}
    assert site.program("Bruno", "read").get(url).status_code == 404
    assert site.program("Ana", "read").post(f"{url}/reports", json=report).status_code == 403
    assert site.program("Hugo", "read", "table").post(f"{url}/reports", json=report).status_code == 403
    asked = site.program("Ana", "manage").put(url, json={"what": "Ours."}, headers={"if-match": '"1"'})
    assert asked.status_code == 403
    assert site.program("Ana", "read").get("/api/v1/processes/rcm/agreements?only=nonsense").status_code == 422


def test_what_cannot_have_been_agreed_is_a_problem(room, site):
    secretary = site.program("Sofía", "manage")
    url = f"/api/v1/meetings/{room.convene()}/agreements"
    answer = secretary.post(url, json={"what": "Write it.", "owners": [{"delegation_id": str(room.brazil.id)}]})
    assert (answer.status_code, answer.json()["field"]) == (422, "owners")
    assert answer.headers["content-type"] == "application/problem+json"
