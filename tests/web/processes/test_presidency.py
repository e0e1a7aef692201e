import re
from datetime import UTC, datetime

import pytest

from app.processes.roles import Role
from tests.support.site import Site
from tests.support.world import World


@pytest.fixture
def world(embedded_engine):
    world = World(embedded_engine)
    rcm = world.process()
    world.presidency(rcm, world.delegation(rcm, "HN"))
    world.person(rcm, "Pedro", Role.PRESIDENCY, world.delegation(rcm, "SV"))
    world.secretary(rcm)
    return world


@pytest.fixture
def site(world):
    return Site(world.engine)


def hand_over(site, world, by="Sofía", to="SV", on="2017-06-01"):
    data = {"delegation": str(world.delegation(world.process(), to).id), "on": on}
    return site.by(by).post("/processes/rcm/presidency/handover", data=data)


def test_a_handover_ahead_is_shown_and_happens_on_the_day(site, world):
    assert hand_over(site, world).status_code == 303
    page = site.by("Paula").get("/processes/rcm/presidency").text
    names = re.findall(r"<strong>([^<]+)</strong>", page.split("troika")[1].split("</ol>")[0])
    assert names == ["–", "Honduras", "El Salvador"]
    assert "planned" in page
    site.go_to(datetime(2017, 5, 31, 23, 50, tzinfo=UTC))
    assert "presidency, not in office" in site.by("Pedro").get("/processes/rcm").text
    site.go_to(datetime(2017, 6, 1, 0, 0, 1, tzinfo=UTC))
    assert "presidency, not in office" not in site.by("Pedro").get("/processes/rcm").text
    assert "presidency, not in office" in site.by("Paula").get("/processes/rcm").text


def test_a_refused_handover_comes_back(site, world):
    refused = hand_over(site, world, to="HN")
    assert refused.status_code == 409
    assert "holds the presidency on that day already" in refused.text
    assert 'value="2017-06-01"' in refused.text
    assert hand_over(site, world, on="soon").status_code == 422
    assert hand_over(site, world, on="").status_code == 422


@pytest.mark.parametrize("name", ["Paula", "Pedro"])
def test_the_presidency_does_not_hand_itself_over(site, world, name):
    assert hand_over(site, world, by=name).status_code == 403


def test_terms_are_entered_and_planned_ones_taken_back(site, world):
    sofia = site.by("Sofía")
    salvador = str(world.delegation(world.process(), "SV").id)
    data = {"held_by": salvador, "starts_on": "2016-01-01", "ends_on": "2016-12-31"}
    assert sofia.post("/processes/rcm/presidency/terms", data=data).status_code == 303
    assert sofia.post("/processes/rcm/presidency/terms", data=data).status_code == 409
    assert sofia.post("/processes/rcm/presidency/terms", data=data | {"starts_on": ""}).status_code == 422
    assert sofia.post("/processes/rcm/presidency/terms", data=data | {"held_by": ""}).status_code == 422
    hand_over(site, world)
    page = sofia.get("/processes/rcm/presidency").text
    [address] = re.findall(r'action="(/processes/rcm/presidency/terms/[0-9a-f-]{36}/take-back)"', page)
    assert site.by("Paula").post(address).status_code == 403
    assert sofia.post(address).status_code == 303
    assert sofia.post(address).status_code == 404
    assert "planned" not in sofia.get("/processes/rcm/presidency").text.lower().replace("the planned term is", "")
