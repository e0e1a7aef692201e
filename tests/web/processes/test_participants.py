import pytest

from app.processes.roles import Role
from tests.support.site import Site
from tests.support.world import World


@pytest.fixture
def world(embedded_engine):
    world = World(embedded_engine)
    rcm = world.process()
    guatemala = world.delegation(rcm, "GT")
    world.person(rcm, "Hilda", Role.HEAD, guatemala)
    world.person(rcm, "Dora", Role.DELEGATE, guatemala)
    world.secretary(rcm)
    return world


@pytest.fixture
def site(world):
    return Site(world.engine)


def address(world, name, act):
    return f"/processes/rcm/participants/{world.acting(world.process(), name).participant_id}/{act}"


def test_everybody_is_listed_and_addresses_are_kept_back(site):
    page = site.by("Dora").get("/processes/rcm/participants").text
    for name in ("Hilda", "Dora", "Sofía"):
        assert name in page
    assert "hilda@example.org" in page
    assert "sofia@example.org" not in page


def test_the_secretariat_changes_roles_and_ends_seats(site, world):
    sofia, dora = site.by("Sofía"), site.by("Dora")
    assert sofia.post(address(world, "Dora", "role"), data={"role": "head"}).status_code == 303
    assert world.acting(world.process(), "Dora").role == Role.HEAD
    assert sofia.post(address(world, "Dora", "role"), data={"role": "secretariat"}).status_code == 422
    assert sofia.post(address(world, "Dora", "role"), data={"role": "king"}).status_code == 422
    assert sofia.post(address(world, "Dora", "end")).status_code == 303
    assert dora.get("/processes/rcm").status_code == 404
    assert sofia.post(address(world, "Sofía", "end")).status_code == 409, "somebody must remain"


@pytest.mark.parametrize("name", ["Hilda", "Dora"])
def test_nobody_else_does(site, world, name):
    client = site.by(name)
    assert client.post(address(world, "Dora", "role"), data={"role": "head"}).status_code == 403
    assert client.post(address(world, "Hilda", "end")).status_code == 403
    assert world.acting(world.process(), "Dora").role == Role.DELEGATE
