"""Amendments through the API: the same acts as the pages, with ETags and idempotency keys."""

import pytest

from app.drafting import queries
from app.text.runs import NOTE_ANCHOR
from tests.drafting.room import Room
from tests.support.site import Site

V1 = "/api/v1"


@pytest.fixture
def room(embedded_engine):
    room = Room(embedded_engine)
    room.issue()
    return room


@pytest.fixture
def site(room):
    return Site(room.engine, at=room.time)


def replacing(room, name="p4", text="We will cooperate."):
    return {"act": "replace", "key": room.key(name), "runs": [{"text": text, "marks": ["bold"]}]}


def drafted(site, room, name="Hugo", **more):
    program = site.program(name, "read", "draft", "table")
    url = f"{V1}/declarations/{room.declaration_id}/amendments"
    made = program.post(url, json={"acts": [replacing(room)], "reason": "Because.", **more})
    assert made.status_code == 201, made.text
    return program, f"{V1}/amendments/{made.json()['id']}", made.json()


def tag(program, url):
    return {"If-Match": program.get(url).headers["etag"]}


def test_from_draft_to_table(site, room):
    program, url, shown = drafted(site, room, cosponsors=[str(room.us.id)])
    assert (shown["state"], shown["name"], shown["draft"]["reason"]) == ("drafted", "", "Because.")
    assert shown["draft"]["acts"] == [replacing(room)]
    assert [each["name"] for each in shown["asked"]] == ["United States"]
    tabled = program.post(f"{url}/table", headers=tag(program, url)).json()
    assert (tabled["state"], tabled["name"], tabled["versions"][0]["reason"]) == ("tabled", "AM.1", "Because.")


def test_a_delegate_on_a_bad_line_tables_once(site, room):
    program, url, _ = drafted(site, room)
    sent = {**tag(program, url), "Idempotency-Key": "once"}
    first, second = (program.post(f"{url}/table", headers=sent) for _ in range(2))
    assert first.status_code == second.status_code == 200
    assert first.json() == second.json() and second.headers["idempotent-replay"] == "true"
    without = program.post(f"{url}/table", headers={"If-Match": sent["If-Match"]})
    assert without.status_code == 409
    _, other, _ = drafted(site, room)
    assert program.post(f"{other}/table", headers=sent).status_code == 409, "one key, one request"
    tabled = [each for each in room.ask(queries.amendments_of, room.declaration_id) if each.number]
    assert len(tabled) == 1


def test_a_draft_sent_twice_is_one_draft(site, room):
    program = site.program("Hugo", "read", "draft")
    url, body = f"{V1}/declarations/{room.declaration_id}/amendments", {"acts": [replacing(room)]}
    made = [program.post(url, json=body, headers={"Idempotency-Key": "d"}).json()["id"] for _ in range(2)]
    assert made[0] == made[1] and len(program.get(url).json()) == 1


def test_editing_wants_the_newest_etag(site, room):
    program, url, _ = drafted(site, room)
    seen = tag(program, url)
    body = {"acts": [replacing(room, text="Other words.")], "reason": "", "audience": "chair"}
    assert program.put(f"{url}/draft", json=body).status_code == 422
    edited = program.put(f"{url}/draft", json=body, headers=seen)
    assert edited.status_code == 200 and edited.headers["etag"] != seen["If-Match"]
    assert program.put(f"{url}/draft", json=body, headers=seen).status_code == 409


def test_what_a_delegation_has_not_tabled_is_nobody_elses(site, room):
    _, url, _ = drafted(site, room)
    for name in ("Gabriela", "Sofía"):
        other = site.program(name, "read", "draft", "table", "desk")
        assert other.get(url).status_code == 404
        assert other.post(f"{url}/table", headers={"If-Match": '"1"'}).status_code == 404
        assert other.get(f"{V1}/declarations/{room.declaration_id}/amendments").json() == []


def test_scopes_and_seats(site, room):
    _, url, _ = drafted(site, room)
    reading = site.program("Hugo", "read")
    assert reading.get(url).status_code == 200
    assert reading.post(f"{url}/table", headers={"If-Match": '"1"'}).status_code == 403
    observing = site.program(room.observer.name, "read", "draft", "table")
    listed = f"{V1}/declarations/{room.declaration_id}/amendments"
    assert observing.post(listed, json={"acts": [replacing(room)]}).status_code == 403


def test_the_preview_is_the_redline(site, room):
    program = site.program("Hugo", "read")
    url = f"{V1}/declarations/{room.declaration_id}/amendments/preview"
    [line] = program.post(url, json={"acts": [{"act": "delete", "key": room.key("p3")}]}).json()
    assert (line["label"], line["deleted"]) == ("OP2", True)
    assert {piece["change"] for piece in line["pieces"]} == {"deleted"}
    emptied = program.post(url, json={"acts": [replacing(room, text=" ")]})
    assert emptied.status_code == 422 and "propose to delete it" in emptied.json()["detail"]


def test_runs_that_cannot_be_are_refused(site, room):
    program = site.program("Hugo", "read")
    url = f"{V1}/declarations/{room.declaration_id}/amendments/preview"
    for run in ({"text": "word", "note": "a note without its anchor"}, {"text": NOTE_ANCHOR}):
        acts = [{"act": "replace", "key": room.key("p3"), "runs": [run]}]
        assert program.post(url, json={"acts": acts}).status_code == 422
    assert program.post(url, json={"acts": [{"act": "burn", "key": "p1"}]}).status_code == 422


def test_clear_correct_withdraw(site, room):
    delegate, url, _ = drafted(site, room, "Gabriela")
    head = site.program("Gustavo", "read", "table")
    assert delegate.post(f"{url}/clear", headers=tag(delegate, url)).status_code == 403
    assert delegate.post(f"{url}/table", headers=tag(delegate, url)).status_code == 409
    assert head.post(f"{url}/clear", headers=tag(head, url)).json()["state"] == "cleared"
    assert delegate.post(f"{url}/table", headers=tag(delegate, url)).status_code == 200
    body = {"acts": [replacing(room, text="Corrected.")]}
    assert delegate.put(f"{url}/draft", json=body, headers=tag(delegate, url)).status_code == 200
    assert delegate.delete(f"{url}/draft", headers=tag(delegate, url)).json()["draft"] is None
    assert delegate.put(f"{url}/draft", json=body, headers=tag(delegate, url)).status_code == 200
    assert len(head.post(f"{url}/correct", headers=tag(head, url)).json()["versions"]) == 2
    assert delegate.post(f"{url}/withdraw", headers=tag(delegate, url)).json()["state"] == "withdrawn"


def test_an_addition_elsewhere_and_a_draft_brought_forward(site, room):
    program = site.program("Hugo", "read", "draft", "table")
    paragraph = {"role": "operative", "runs": [{"text": "Access to justice."}]}
    acts = [{"act": "insert", "after": room.key("p4"), "paragraph": paragraph}]
    made = program.post(f"{V1}/declarations/{room.declaration_id}/amendments", json={"acts": acts}).json()
    url = f"{V1}/amendments/{made['id']}"
    placed = program.post(f"{url}/elsewhere", json={"after": room.key("p2")}, headers=tag(program, url))
    assert placed.status_code == 201 and placed.json()["alternatives"] == [made["id"]]
    room.accept(room.table(room.deleting("p5"), by=room.united_states))
    room.next()
    assert program.post(f"{url}/table", headers=tag(program, url)).status_code == 409
    assert program.post(f"{url}/forward", headers=tag(program, url)).status_code == 200
    assert program.post(f"{url}/table", headers=tag(program, url)).status_code == 200


def test_a_landing_is_confirmed(site, room):
    rival = room.table(room.replacing("p4", "consular", "every"), by=room.united_states)
    made = room.table(room.replacing("p4", "cooperation", "protection"))
    room.accept(rival)
    room.next()
    program, url = site.program("Hugo", "read", "table"), f"{V1}/amendments/{made.id}"
    shown = program.get(url).json()
    assert shown["awaits_word"] and shown["landings"][0]["outcome"] == "adapted"
    assert program.post(f"{url}/confirm", headers=tag(program, url)).json()["landings"][0]["word"] == "confirmed"
