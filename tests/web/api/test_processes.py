from uuid import uuid4

import pytest

from app.processes.roles import Role
from tests.support.site import Site
from tests.support.world import World

NAMES = {"es": {"official": "Conferencia X", "short": "CX"}}


@pytest.fixture
def world(embedded_engine):
    world = World(embedded_engine)
    rcm = world.process()
    world.person(rcm, "Ana", Role.HEAD, world.delegation(rcm, "GT"))
    world.presidency(rcm, world.delegation(rcm, "HN"))
    world.secretary(rcm)
    world.secretary(world.process("sacm"), "Tomás")
    world.user("Boss", operator=True)
    return world


@pytest.fixture
def site(world):
    return Site(world.engine)


def test_a_process_is_changed_by_its_etag(site):
    sofia = site.program("Sofía", "manage")
    read = sofia.get("/api/v1/processes/rcm")
    assert read.headers["etag"] == '"1"'
    assert sofia.patch("/api/v1/processes/rcm", json={"names": NAMES}).status_code == 422
    changed = sofia.patch("/api/v1/processes/rcm", json={"names": NAMES, "languages": ["es"]}, headers={"If-Match": '"1"'})
    assert (changed.status_code, changed.headers["etag"]) == (200, '"3"')
    assert (changed.json()["names"], changed.json()["languages"]) == (NAMES, ["es"])
    stale = sofia.patch("/api/v1/processes/rcm", json={"languages": ["en"]}, headers={"If-Match": '"1"'})
    assert (stale.status_code, stale.headers["content-type"]) == (409, "application/problem+json")


def test_strangers_and_delegates_change_nothing(site, world):
    assert site.program("Tomás", "manage").get("/api/v1/processes/rcm").status_code == 404
    assert [each["slug"] for each in site.program("Tomás").get("/api/v1/processes").json()] == ["sacm"]
    ana = site.program("Ana", "manage")
    honduras = str(world.delegation(world.process(), "HN").id)
    for method, path, body in (
        ("PATCH", "", {"names": NAMES}),
        ("POST", "/delegations", {"standing": "member", "country": "MX"}),
        ("PATCH", f"/delegations/{honduras}", {"clearance": True}),
        ("POST", "/presidency/handover", {"delegation_id": honduras, "on": "2018-01-01"}),
    ):
        refused = ana.request(method, f"/api/v1/processes/rcm{path}", json=body, headers={"If-Match": '"1"'})
        assert refused.status_code == 403, path
    assert site.program("Sofía", "read").post("/api/v1/processes/rcm/delegations", json={}).status_code in (403, 422)


def test_an_operator_founds(site):
    boss = site.program("Boss", "manage")
    asked = {"slug": "cx", "names": NAMES, "languages": ["es"]}
    founded = boss.post("/api/v1/processes", json=asked)
    assert (founded.status_code, founded.headers["location"]) == (201, "/api/v1/processes/cx")
    assert boss.get("/api/v1/processes/cx").json()["names"] == NAMES
    assert site.program("Sofía", "manage").post("/api/v1/processes", json=asked | {"slug": "cy"}).status_code == 403


def test_delegations_are_seated_changed_and_leave(site, world):
    sofia = site.program("Sofía", "manage")
    seated = sofia.post("/api/v1/processes/rcm/delegations", json={"standing": "member", "country": "MX"})
    assert (seated.status_code, seated.json()["official_name"]) == (201, "United Mexican States")
    address = f"/api/v1/processes/rcm/delegations/{seated.json()['id']}"
    assert sofia.patch(address, json={"clearance": True}).json()["clearance"] is True
    assert sofia.patch(address, json={"left_on": "2017-03-30"}).json()["left_on"] == "2017-03-30"
    assert sofia.get(address).json()["left_on"] == "2017-03-30"
    organization = {"standing": "organization", "names": {"en": {"official": "The Network"}}}
    seated = sofia.post("/api/v1/processes/rcm/delegations", json=organization).json()
    address = f"/api/v1/processes/rcm/delegations/{seated['id']}"
    assert sofia.patch(address, json={"names": {"en": {"official": "A Network"}}}).json()["name"] == "A Network"
    listed = [each["name"] for each in sofia.get("/api/v1/processes/rcm/delegations").json()]
    assert listed == ["Guatemala", "Honduras", "A Network", "Mexico"]
    assert sofia.get(f"/api/v1/processes/rcm/delegations/{uuid4()}").status_code == 404


def test_the_presidency_is_handed_over_and_taken_back(site, world):
    sofia = site.program("Sofía", "manage")
    guatemala = str(world.delegation(world.process(), "GT").id)
    path = "/api/v1/processes/rcm/presidency"
    made = sofia.post(f"{path}/handover", json={"delegation_id": guatemala, "on": "2018-01-01"})
    assert made.status_code == 201
    told = sofia.get(path).json()
    assert (told["current"], told["incoming"], len(told["terms"])) == ("Honduras", "Guatemala", 2)
    assert sofia.delete(f"{path}/terms/{made.json()['id']}").status_code == 204
    assert sofia.delete(f"{path}/terms/{made.json()['id']}").status_code == 404
    past = {"delegation_id": guatemala, "starts_on": "2016-01-01", "ends_on": "2016-12-31"}
    assert sofia.post(f"{path}/terms", json=past).status_code == 201
    assert sofia.post(f"{path}/terms", json=past).status_code == 409
    assert sofia.get(path).json()["outgoing"] == "Guatemala"
