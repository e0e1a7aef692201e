import pytest

from app.processes.roles import Role
from tests.support.site import Site
from tests.support.world import World


@pytest.fixture
def world(embedded_engine):
    world = World(embedded_engine)
    rcm = world.process()
    world.person(rcm, "Hilda", Role.HEAD, world.delegation(rcm, "GT"))
    world.person(rcm, "Hugo", Role.HEAD, world.delegation(rcm, "HN"))
    world.secretary(rcm)
    world.user("Ana", password="a long pass phrase")
    return world


@pytest.fixture
def site(world):
    return Site(world.engine)


def asked(world, code="GT", **changed):
    seat = str(world.delegation(world.process(), code).id)
    return {"email": "ana@example.org", "name": "Ana", "role": "delegate", "delegation_id": seat, **changed}


PATH = "/api/v1/processes/rcm"


def test_a_head_invites_and_the_person_takes_it_up(site, world):
    hilda, hugo, ana = site.program("Hilda", "manage"), site.program("Hugo", "manage"), site.program("Ana", "manage")
    assert ana.get(f"{PATH}/participants").status_code == 404
    assert hugo.post(f"{PATH}/invitations", json=asked(world)).status_code == 403
    made = hilda.post(f"{PATH}/invitations", json=asked(world))
    assert made.status_code == 201
    [listed] = hilda.get(f"{PATH}/invitations").json()
    assert "link" not in listed
    assert hugo.get(f"{PATH}/invitations").json() == []
    assert hugo.delete(f"{PATH}/invitations/{listed['id']}").status_code == 403
    token = made.json()["link"].rsplit("/", 1)[1]
    assert hugo.post(f"/api/v1/invitations/{token}").status_code == 403
    assert ana.post(f"/api/v1/invitations/{token}").status_code == 201
    assert ana.post(f"/api/v1/invitations/{token}").status_code == 409
    assert {each["name"] for each in ana.get(f"{PATH}/participants").json()} == {"Sofía", "Hilda", "Hugo", "Ana"}


def test_again_and_withdrawn(site, world):
    hilda, ana = site.program("Hilda", "manage"), site.program("Ana", "manage")
    first = hilda.post(f"{PATH}/invitations", json=asked(world)).json()
    second = hilda.post(f"{PATH}/invitations/{first['id']}/again").json()
    assert first["link"] != second["link"]
    assert hilda.delete(f"{PATH}/invitations/{second['id']}").status_code == 204
    for made in (first, second):
        assert ana.post(f"/api/v1/invitations/{made['link'].rsplit('/', 1)[1]}").status_code == 409


def test_addresses_are_kept_back(site):
    told = {each["name"]: each["email"] for each in site.program("Hugo").get(f"{PATH}/participants").json()}
    assert told == {"Sofía": "", "Hilda": "", "Hugo": "hugo@example.org"}


def test_the_secretariat_changes_roles_and_ends_seats(site, world):
    hilda = world.acting(world.process(), "Hilda").participant_id
    address = f"{PATH}/participants/{hilda}"
    assert site.program("Hugo", "manage").patch(address, json={"role": "delegate"}).status_code == 403
    assert site.program("Hugo", "manage").delete(address).status_code == 403
    sofia = site.program("Sofía", "manage")
    assert sofia.patch(address, json={"role": "delegate"}).status_code == 204
    assert world.acting(world.process(), "Hilda").role == Role.DELEGATE
    assert sofia.delete(address).status_code == 204
    assert site.program("Hilda").get(f"{PATH}/participants").status_code == 404
