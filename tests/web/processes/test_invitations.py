import re
from datetime import timedelta

import pytest

from app.processes.roles import Role
from tests.support.site import Site
from tests.support.world import NOW, World

PASSWORD = "a long pass phrase"


@pytest.fixture
def world(embedded_engine):
    world = World(embedded_engine)
    rcm = world.process()
    for code, head in (("GT", "Hilda"), ("HN", "Hugo")):
        world.person(rcm, head, Role.HEAD, world.delegation(rcm, code))
    world.secretary(rcm)
    return world


@pytest.fixture
def site(world):
    return Site(world.engine)


def invite(site, world, *, by="Hilda", delegation="GT", role="delegate", email="ana@example.org"):
    seat = world.delegation(world.process(), delegation).id if delegation else ""
    data = {"name": "Ana", "email": email, "role": role, "delegation": str(seat)}
    return site.by(by).post("/processes/rcm/invitations", data=data)


def link_in(answer):
    return re.search(r"<code>http://testserver(/invitations/[\w-]{43})</code>", answer.text).group(1)


def test_a_head_invites_and_the_person_takes_the_seat(site, world):
    link = link_in(invite(site, world))
    ana = site.nobody()
    assert "Guatemala" in ana.get(link).text
    refused = ana.post(link, data={"name": "Ana López", "password": "short"})
    assert refused.status_code == 422
    assert 'value="Ana López"' in refused.text
    taken = ana.post(link, data={"name": "Ana López", "password": PASSWORD})
    assert taken.headers["location"] == "/processes/rcm"
    page = ana.get("/processes/rcm").text
    assert "You have taken your seat" in page
    assert "Ana López" in page
    reused = site.nobody().get(link)
    assert reused.status_code == 410
    assert "has been taken up already" in reused.text


def test_the_link_is_shown_once_and_an_expired_one_says_so(site, world):
    link = link_in(invite(site, world))
    page = site.by("Hilda").get(f"/processes/rcm/delegations/{world.delegation(world.process(), 'GT').id}").text
    assert "ana@example.org" in page
    assert link not in page
    site.go_to(NOW + timedelta(days=8))
    expired = site.nobody().post(link, data={"name": "Ana", "password": PASSWORD})
    assert expired.status_code == 410
    assert "expired on" in expired.text


@pytest.mark.parametrize(
    "more",
    [
        {"delegation": "HN"},
        {"role": "head"},
        {"role": "presidency"},
        {"role": "secretariat", "delegation": ""},
    ],
)
def test_a_head_invites_nobody_else(site, world, more):
    assert invite(site, world, **more).status_code == 403


def test_bad_forms_come_back(site, world):
    for more, status in (({"email": "ana"}, 422), ({"role": "king"}, 422), ({"email": "hugo@example.org"}, 409)):
        refused = invite(site, world, **more)
        assert refused.status_code == status
        assert 'value="Ana"' in refused.text


def test_the_secretariat_invites_to_itself(site, world):
    link = link_in(invite(site, world, by="Sofía", role="secretariat", delegation=""))
    ana = site.nobody()
    ana.post(link, data={"name": "Ana", "password": PASSWORD})
    assert ana.get("/processes/rcm/names").status_code == 200


def test_inviting_again_and_withdrawing(site, world):
    old = link_in(invite(site, world))
    page = f"/processes/rcm/delegations/{world.delegation(world.process(), 'GT').id}"
    hilda, hugo = site.by("Hilda"), site.by("Hugo")

    def address(act):
        return re.search(rf'action="(/processes/rcm/invitations/[0-9a-f-]{{36}}/{act})"', hilda.get(page).text).group(1)

    assert hugo.post(address("again")).status_code == 403
    assert hugo.post(address("withdraw")).status_code == 403
    new = link_in(hilda.post(address("again")))
    assert site.nobody().get(old).status_code == 410
    assert site.nobody().get(new).status_code == 200
    assert hilda.post(address("withdraw")).status_code == 303
    assert site.nobody().get(new).status_code == 410
    assert "ana@example.org" not in hilda.get(page).text


def test_an_existing_account_signs_in_first(site, world):
    world.user("Ana", password=PASSWORD)
    link = link_in(invite(site, world))
    stranger = site.nobody()
    asked = stranger.get(link)
    assert f"/sign-in?next={link}" in asked.text
    assert stranger.post(link, data={"name": "Thief", "password": "the thief's phrase"}).status_code == 401
    assert "Take my seat" not in site.by("Hugo").get(link).text
    assert site.by("Hugo").post(link, data={}).status_code == 403
    ana = site.by("Ana")
    assert "Take my seat" in ana.get(link).text
    assert ana.post(link, data={}).headers["location"] == "/processes/rcm"


def test_a_guessed_link_is_unknown(site):
    for guess in ("x", "A" * 43):
        assert site.nobody().get(f"/invitations/{guess}").status_code == 404
        assert site.nobody().post(f"/invitations/{guess}", data={"password": PASSWORD}).status_code == 404
