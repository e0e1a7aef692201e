"""The desk through the API."""

import pytest

from app.drafting import amendments
from tests.drafting.room import Room
from tests.support.site import Site

V1 = "/api/v1"


@pytest.fixture
def room(embedded_engine):
    room = Room(embedded_engine)
    room.issue()
    return room


@pytest.fixture
def secretary(room):
    return Site(room.engine, at=room.time).program("Sofía", "read", "desk")


def desk(room, program):
    answer = program.get(f"{V1}/declarations/{room.declaration_id}/desk")
    return answer.json(), {"If-Match": answer.headers["etag"]}


def test_decide_and_issue(room, secretary):
    one = room.table(room.replacing("p4", "consular", "close consular"))
    other = room.table(room.replacing("p4", "consular", "judicial"), by=room.united_states)
    shown, seen = desk(room, secretary)
    [part] = [part for part in shown["paragraphs"] if part["contested"]]
    assert part["entries"][0]["clashes"][0]["name"] == "AM.2" and "accept" in part["entries"][0]["steps"]
    url = f"{V1}/amendments/{one.id}/decisions"
    sent = {**seen, "Idempotency-Key": "k"}
    first = secretary.post(url, json={"outcome": "accepted", "note": "Agreed."}, headers=sent)
    again = secretary.post(url, json={"outcome": "accepted", "note": "Agreed."}, headers=sent)
    assert first.status_code == again.status_code == 201 and first.json() == again.json()
    stale = secretary.post(f"{V1}/amendments/{other.id}/decisions", json={"outcome": "held"}, headers=seen)
    assert stale.status_code == 409 and "Sofía" in stale.json()["detail"]
    shown, seen = desk(room, secretary)
    assert shown["ready"] == [str(one.id)] and shown["next_name"] == "Rev.1"
    issue = f"{V1}/declarations/{room.declaration_id}/desk/issue"
    issued = secretary.post(issue, json={"note": "First reading."}, headers=seen)
    assert issued.status_code == 201 and issued.json()["name"] == "Rev.1"
    assert secretary.post(issue, json={}, headers=seen).status_code == 409


def test_different_words(room, secretary):
    made = room.table(room.deleting("p4"))
    _, seen = desk(room, secretary)
    url, acts = f"{V1}/amendments/{made.id}/decisions", [{"act": "keep", "key": room.key("p4")}]
    assert secretary.post(url, json={"outcome": "modified"}, headers=seen).status_code == 422
    taken = secretary.post(url, json={"outcome": "modified", "acts": acts}, headers=seen).json()
    assert taken["state"] == "modified" and taken["decisions"][0]["acts"] == acts


def test_contradictions_are_named(room, secretary):
    for word in ("police", "judicial"):
        room.accept(room.table(room.replacing("p4", "consular", word)))
    shown, seen = desk(room, secretary)
    assert [(each["one"], each["other"], each["words"]) for each in shown["contradictions"]] == [
        ("AM.1", "AM.2", "consular")
    ]
    refused = secretary.post(f"{V1}/declarations/{room.declaration_id}/desk/issue", json={}, headers=seen)
    assert refused.status_code == 409 and "“consular”" in refused.json()["detail"]


def test_only_the_chair_side_with_the_scope(room):
    site, made = Site(room.engine, at=room.time), room.table(room.deleting("p4"))
    for name, scopes, status in (("Hugo", ("desk",), 403), ("Sofía", ("read",), 403)):
        program = site.program(name, *scopes)
        assert program.get(f"{V1}/declarations/{room.declaration_id}/desk").status_code == status
        sent = program.post(f"{V1}/amendments/{made.id}/decisions", json={"outcome": "held"}, headers={"If-Match": '"3"'})
        assert sent.status_code == status


def test_every_change_answers_with_what_the_next_one_names(room, secretary):
    made = room.table(room.deleting("p3"))
    decided = secretary.post(
        f"/api/v1/amendments/{made.id}/decisions", json={"outcome": "accepted"}, headers=desk(room, secretary)[1]
    )
    assert decided.headers["etag"] == desk(room, secretary)[1]["If-Match"]
    key = {"if-match": decided.headers["etag"], "idempotency-key": "next"}
    issued = secretary.post(f"{V1}/declarations/{room.declaration_id}/desk/issue", json={}, headers=key)
    again = secretary.post(f"{V1}/declarations/{room.declaration_id}/desk/issue", json={}, headers=key)
    assert issued.status_code == again.status_code == 201
    assert issued.headers["etag"] == again.headers["etag"] == desk(room, secretary)[1]["If-Match"]


def test_who_was_slower_is_told_what_changed(room, secretary):
    made, seen = room.table(room.deleting("p3")), desk(room, secretary)[1]
    room.table(room.deleting("p2"))
    room.accept(made)
    slower = secretary.post(f"/api/v1/amendments/{made.id}/decisions", json={"outcome": "held"}, headers=seen)
    assert (slower.status_code, slower.json()["type"]) == (409, "/problems/movedon")
    assert "decision.accepted" in [each["act"] for each in slower.json()["changes"]]


def test_what_contradicts_what_is_named(room, secretary):
    one = room.table(room.replacing("p3", " and more efficient border management", ""), by=room.guatemala_head)
    other = room.table(room.replacing("p3", "more efficient", "humane"))
    room.accept(one)
    room.accept(other)
    refused = secretary.post(
        f"{V1}/declarations/{room.declaration_id}/desk/issue", json={}, headers=desk(room, secretary)[1]
    )
    assert refused.status_code == 409
    assert {(each["one"], each["other"]) for each in refused.json()["contradictions"]} == {("AM.1", "AM.2")}


def test_several_are_accepted_together_or_none_of_them(room, secretary):
    free = [room.table(room.replacing("p4", "consular", "close consular")), room.table(room.deleting("p2"))]
    held = room.table(room.deleting("p5"))
    url = f"{V1}/declarations/{room.declaration_id}/desk/accept"
    ids = [str(each.id) for each in reversed(free)]
    _, seen = desk(room, secretary)
    assert secretary.post(url, json={"amendments": ids}).status_code == 422
    assert secretary.post(url, json={"amendments": []}, headers=seen).status_code == 422
    withdrawn = room.table(room.deleting("p3"))
    room.act(amendments.withdraw, withdrawn, by=room.honduras)
    stale = secretary.post(url, json={"amendments": ids}, headers=seen)
    assert stale.status_code == 409 and "Hugo" in stale.json()["detail"]
    _, seen = desk(room, secretary)
    refused = secretary.post(url, json={"amendments": [*ids, str(withdrawn.id)]}, headers=seen)
    assert refused.status_code == 409 and refused.json()["detail"] == "This amendment has been withdrawn."
    assert [room.row(each).state for each in free] == ["tabled", "tabled"]
    sent = {**seen, "Idempotency-Key": "together"}
    asked = {"amendments": [*ids, ids[0]], "note": "By consensus."}
    first, again = (secretary.post(url, json=asked, headers=sent) for _ in range(2))
    assert first.status_code == again.status_code == 201 and first.json() == again.json()
    assert [(each["id"], each["state"]) for each in first.json()] == [(each, "accepted") for each in ids]
    assert {each["decisions"][0]["note"] for each in first.json()} == {"By consensus."}
    shown, seen = desk(room, secretary)
    assert shown["ready"] == [str(each.id) for each in free] and first.headers["etag"] == seen["If-Match"]
    assert room.row(held).state == "tabled"


def test_only_the_chair_side_accepts_several_and_only_of_the_declaration(room, secretary):
    one = room.table(room.deleting("p2"))
    url = f"{V1}/declarations/{room.declaration_id}/desk/accept"
    delegate = Site(room.engine, at=room.time).program("Hugo", "read", "desk")
    assert delegate.post(url, json={"amendments": [str(one.id)]}, headers={"If-Match": '"1"'}).status_code == 403
    room.issue()
    _, seen = desk(room, secretary)
    elsewhere = f"{V1}/declarations/{room.declaration_id}/desk/accept"
    refused = secretary.post(elsewhere, json={"amendments": [str(one.id)]}, headers=seen)
    assert refused.status_code == 422 and room.row(one).state == "tabled"
