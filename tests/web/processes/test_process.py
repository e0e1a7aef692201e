import re

import pytest

from app.db import reading
from app.processes import processes
from app.processes.roles import Role
from tests.support.site import Site
from tests.support.world import World

NAMES = {"names.es.official": "Conferencia X", "names.es.short": "CX", "works-es": "1", "works-en": "1"}


@pytest.fixture
def site(embedded_engine):
    world = World(embedded_engine)
    rcm = world.process()
    guatemala = world.delegation(rcm, "GT")
    world.delegation(rcm, "US")
    world.person(rcm, "Ana", Role.HEAD, guatemala)
    world.presidency(rcm, world.delegation(rcm, "SV"))
    world.secretary(rcm)
    world.observer(rcm)
    world.secretary(world.process("sacm"), "Tomás")
    world.user("Boss", operator=True)
    return Site(embedded_engine)


def test_the_process_in_two_languages_and_orders(site):
    english, spanish = (site.by("Ana", language).get("/processes/rcm").text for language in ("en", "es"))
    assert "Regional Conference on Migration" in english
    assert "Conferencia Regional sobre Migración" in spanish
    listed = re.findall(r'/delegations/[0-9a-f-]{36}">([^<]+)</a>', english)
    assert listed == ["El Salvador", "Guatemala", "United States", "Civil society network"]
    listed = re.findall(r'/delegations/[0-9a-f-]{36}">([^<]+)</a>', spanish)
    assert listed == ["El Salvador", "Estados Unidos", "Guatemala", "Civil society network"]


@pytest.mark.parametrize(
    "path",
    ["", "/participants", "/presidency", "/names", "/delegations/new"],
)
def test_for_strangers_there_is_no_such_process(site, path):
    assert site.by("Tomás").get(f"/processes/rcm{path}").status_code == 404
    asked = site.nobody().get(f"/processes/rcm{path}")
    assert (asked.status_code, asked.headers["location"].split("?")[0]) == (303, "/sign-in")


@pytest.mark.parametrize("name", ["Ana", "Paula", "Olga"])
def test_who_does_not_manage_sees_no_forms_and_may_not_send_them(site, name):
    client = site.by(name)
    assert client.get("/processes/rcm").status_code == 200
    assert "/processes/rcm/names" not in client.get("/processes/rcm").text
    assert "/presidency/handover" not in client.get("/processes/rcm/presidency").text
    for path, data in (
        ("/names", NAMES | {"version": "1"}),
        ("/delegations", {"kind": "member", "country": "HN"}),
        ("/presidency/handover", {"delegation": "", "on": "2017-06-01"}),
    ):
        assert client.post(f"/processes/rcm{path}", data=data).status_code in (403, 422)
    with reading(site.engine) as session:
        assert processes.by_slug(session, "rcm").version == 1


def test_the_secretariat_names_the_process(site):
    client = site.by("Sofía")
    assert 'value="Conferencia Regional sobre Migración"' in client.get("/processes/rcm/names").text
    assert client.post("/processes/rcm/names", data=NAMES | {"version": "1"}).status_code == 303
    with reading(site.engine) as session:
        rcm = processes.by_slug(session, "rcm")
        assert rcm.names == {"es": {"official": "Conferencia X", "short": "CX"}}
        assert sorted(rcm.languages) == ["en", "es"]
    stale = client.post("/processes/rcm/names", data=NAMES | {"version": "1", "names.es.short": "MINE"})
    assert stale.status_code == 409
    assert 'value="MINE"' in stale.text, "what was typed is not lost"


def test_an_operator_founds_a_process(site):
    boss = site.by("Boss")
    assert boss.get("/processes/new").status_code == 200
    refused = boss.post("/processes", data=NAMES | {"slug": "Not Good"})
    assert refused.status_code == 422
    assert 'value="Conferencia X"' in refused.text
    assert boss.post("/processes", data=NAMES | {"slug": "cx", "founded": "1996"}).headers["location"] == "/processes/cx"
    assert "take no part in it" in boss.get("/processes/cx").text
    assert site.by("Sofía").get("/processes/new").status_code == 403
    assert site.by("Sofía").post("/processes", data=NAMES | {"slug": "cy"}).status_code == 403


def test_the_list_of_processes(site):
    assert "SACM" not in site.by("Ana").get("/processes").text
    listed = site.by("Boss").get("/processes").text
    assert "SACM" in listed
    assert "/processes/rcm" in listed


def test_on_a_new_service_the_operator_is_told_to_found_and_nobody_else(embedded_engine):
    world = World(embedded_engine)
    world.user("Boss", operator=True)
    world.user("Ana")
    site = Site(embedded_engine)
    told = site.by("Boss").get("/processes").text
    assert "No process has been founded yet." in told and "Found a process" in told and "no seat" not in told
    assert "You have no seat in any process yet." in site.by("Ana").get("/processes").text


@pytest.mark.parametrize("slug", ["%00", "rcm%20", "RCM", "..%2Frcm", "nothing"])
def test_an_address_that_leads_nowhere(site, slug):
    assert site.by("Ana").get(f"/processes/{slug}").status_code == 404
