import re

import pytest

from app.db import reading
from app.processes import delegations
from app.processes.roles import Role
from tests.support.site import Site
from tests.support.world import World


@pytest.fixture
def world(embedded_engine):
    world = World(embedded_engine)
    rcm = world.process()
    for code, head in (("GT", "Ana"), ("HN", "Hugo")):
        world.person(rcm, head, Role.HEAD, world.delegation(rcm, code))
    world.secretary(rcm)
    return world


@pytest.fixture
def site(world):
    return Site(world.engine)


def page_of(world, code):
    return f"/processes/rcm/delegations/{world.delegation(world.process(), code).id}"


def test_another_delegations_page_shows_names_but_no_addresses_or_forms(site, world):
    own, other = (site.by("Hugo").get(page_of(world, code)).text for code in ("HN", "GT"))
    assert "hugo@example.org" in own
    assert "Republic of Guatemala" in other
    assert "Ana" in other
    assert "ana@example.org" not in other
    assert f'action="{page_of(world, "GT")}' not in other
    assert "/invitations" not in other
    assert 'action="/processes/rcm/invitations"' in own


def test_a_delegation_of_one_process_is_not_found_in_another(site, world):
    sacm = world.process("sacm")
    world.secretary(sacm)
    brazil = world.delegation(sacm, "BR")
    assert site.by("Sofía").get(f"/processes/sacm/delegations/{brazil.id}").status_code == 200
    assert site.by("Sofía").get(f"/processes/rcm/delegations/{brazil.id}").status_code == 404


def test_a_head_asks_for_clearance_in_the_own_delegation_only(site, world):
    ana = site.by("Ana")
    assert ana.post(page_of(world, "GT") + "/clearance", data={"wanted": "1"}).status_code == 303
    assert "clears an amendment before" in ana.get(page_of(world, "GT")).text
    assert ana.post(page_of(world, "GT") + "/clearance", data={}).status_code == 303
    assert "without clearance" in ana.get(page_of(world, "GT")).text
    assert ana.post(page_of(world, "HN") + "/clearance", data={"wanted": "1"}).status_code == 403


def test_states_and_organizations_are_seated(site):
    sofia = site.by("Sofía")
    form = sofia.get("/processes/rcm/delegations/new").text
    assert re.search(r'<option value="MX">Mexico</option>', form)
    seated = sofia.post("/processes/rcm/delegations", data={"kind": "member", "country": "MX"})
    assert "United Mexican States" in sofia.get(seated.headers["location"]).text
    again = sofia.post("/processes/rcm/delegations", data={"kind": "observer", "country": "MX"})
    assert again.status_code == 409
    assert '<option value="MX" selected>' in again.text
    names = {"names.es.official": "Red Regional", "names.en.official": "Regional Network"}
    seated = sofia.post("/processes/rcm/delegations", data={"kind": "organization", **names})
    address = seated.headers["location"]
    assert "Regional Network" in sofia.get(address).text
    assert sofia.post(f"{address}/names", data={"names.en.official": "The Network"}).status_code == 303
    assert "The Network" in sofia.get(address).text
    assert sofia.post("/processes/rcm/delegations", data={"kind": "kingdom"}).status_code == 422
    assert sofia.post("/processes/rcm/delegations", data={"kind": "organization"}).status_code == 422


def test_a_delegation_leaves_on_a_day(site, world):
    address = page_of(world, "HN")
    sofia, hugo = site.by("Sofía"), site.by("Hugo")
    assert sofia.post(f"{address}/leave", data={"on": ""}).status_code == 422
    assert hugo.post(f"{address}/leave", data={"on": "2017-03-30"}).status_code == 403
    assert sofia.post(f"{address}/leave", data={"on": "2017-03-30"}).status_code == 303
    assert hugo.get("/processes/rcm").status_code == 404
    with reading(site.engine) as session:
        rcm = world.process()
        left = delegations.by_id(session, world.delegation(rcm, "HN").id, process_id=rcm.id)
        assert str(left.left_on) == "2017-03-30"
