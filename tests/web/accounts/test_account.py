import re

import pytest

from app.accounts import sign_ins
from app.db import writing
from tests.support.site import Site
from tests.support.world import World

OLD, NEW = "a long pass phrase", "another pass phrase"


@pytest.fixture
def site(embedded_engine):
    world = World(embedded_engine)
    world.user("Ana", password=OLD)
    world.user("Berta")
    return Site(embedded_engine)


def signs_in(site, password):
    with writing(site.engine) as session:
        given = {"origin": "x", "agent": "", "at": site.now()}
        return isinstance(sign_ins.sign_in(session, "ana@example.org", password, **given), sign_ins.SignedIn)


def test_the_password_is_changed_and_other_browsers_are_out(site):
    here, there = site.by("Ana"), site.by("Ana")
    changed = here.post("/account/password", data={"present": OLD, "new": NEW})
    assert changed.headers["location"] == "/account"
    assert "Everywhere else you are signed out" in here.get("/account").text
    assert there.get("/account").status_code == 303
    assert signs_in(site, NEW)
    assert not signs_in(site, OLD)


@pytest.mark.parametrize(
    "given,says",
    [
        ({"present": "wrong", "new": NEW}, "This is not your present password."),
        ({"present": OLD, "new": "short"}, "A password needs at least 12 characters."),
        ({"present": OLD, "new": "ana@example.org"}, "would be the first one to be guessed"),
    ],
)
def test_a_password_not_taken_is_said_beside_the_field(site, given, says):
    refused = site.by("Ana").post("/account/password", data=given)
    assert refused.status_code == 422
    assert says in refused.text
    assert given["new"] not in refused.text.replace("ana@example.org", "") or given["new"] == "ana@example.org"
    assert signs_in(site, OLD)


def test_guessing_the_present_password_from_a_stolen_browser_is_slowed(site):
    client = site.by("Ana")
    for _ in range(5):
        assert client.post("/account/password", data={"present": "wrong", "new": NEW}).status_code == 422
    assert client.post("/account/password", data={"present": OLD, "new": NEW}).status_code == 429


def test_the_language_of_the_account_is_the_language_of_the_pages(site):
    client = site.by("Ana", language="en")
    client.post("/language", data={"language": "en"})
    client.post("/account/language", data={"language": "es"})
    assert '<html lang="es">' in client.get("/account").text
    assert client.post("/account/language", data={"language": "xx"}).status_code == 422
    client.post("/account/language", data={"language": ""})
    assert '<html lang="en">' in client.get("/account").text


def test_the_name_is_changed(site):
    client = site.by("Ana")
    assert client.post("/account/name", data={"name": " Ana  López "}).status_code == 303
    assert "Ana López" in client.get("/account").text
    assert client.post("/account/name", data={"name": " "}).status_code == 422


def test_a_name_is_shown_as_text(site):
    client = site.by("Ana")
    client.post("/account/name", data={"name": "<script>alert(1)</script>"})
    assert "<script>alert" not in client.get("/account").text


def test_one_signs_out_elsewhere_and_never_another_person(site):
    here, there, berta = site.by("Ana"), site.by("Ana"), site.by("Berta")
    address = re.search(r'action="(/account/sign-ins/[0-9a-f-]{36}/end)"', here.get("/account").text).group(1)
    assert berta.post(address).status_code == 404
    assert there.get("/account").status_code == 200
    assert here.post(address).status_code == 303
    assert there.get("/account").status_code == 303
    assert berta.get("/account").status_code == 200


def test_everywhere_else_at_once(site):
    here, others = site.by("Ana"), [site.by("Ana") for _ in range(3)]
    here.post("/account/sign-ins/end-others")
    assert [each.get("/account").status_code for each in others] == [303, 303, 303]
    assert here.get("/account").status_code == 200
