from datetime import timedelta

import pytest

from app.web.visitor import SESSION_COOKIE
from tests.support.site import Site
from tests.support.world import NOW, World

PASSWORD = "a long pass phrase"


@pytest.fixture
def site(embedded_engine):
    World(embedded_engine).user("Ana", password=PASSWORD)
    return Site(embedded_engine)


def enter(client, password=PASSWORD, **more):
    return client.post("/sign-in", data={"email": "ana@example.org", "password": password, **more})


def test_signing_in_leads_on_and_keeps_the_cookie_out_of_reach(site):
    client = site.nobody()
    assert client.get("/account").headers["location"] == "/sign-in?next=/account"
    entered = enter(client, next="/account")
    assert (entered.status_code, entered.headers["location"]) == (303, "/account")
    cookie = entered.headers["set-cookie"]
    assert all(mark in cookie for mark in ("HttpOnly", "SameSite=lax", "Path=/"))
    assert "Secure" not in cookie
    assert "ana@example.org" in client.get("/account").text


def test_on_https_the_cookie_is_secure(embedded_engine):
    World(embedded_engine).user("Ana", password=PASSWORD)
    site = Site(embedded_engine, settings={"public_url": "https://table.example.org"})
    assert "Secure" in enter(site.nobody()).headers["set-cookie"]


@pytest.mark.parametrize(
    "elsewhere", ["//evil.example", "https://evil.example", "/\\evil.example", "\\\\evil", "javascript:x", ""]
)
def test_the_way_on_stays_here(site, elsewhere):
    assert enter(site.nobody(), next=elsewhere).headers["location"] == "/"


def test_a_wrong_password_comes_back_in_words_without_the_password(site):
    refused = enter(site.nobody(), "a wrong pass phrase")
    assert refused.status_code == 422
    assert "The e-mail address or the password is not right." in refused.text
    assert 'value="ana@example.org"' in refused.text
    assert "a wrong pass phrase" not in refused.text


def test_guessing_is_slowed_although_the_request_is_refused(site):
    client = site.nobody()
    for _ in range(5):
        assert enter(client, "wrong").status_code == 422
    refused = enter(client)
    assert refused.status_code == 429
    assert 25 <= int(refused.headers["retry-after"]) <= 30
    assert "Try again in 30 seconds" in refused.text or "Try again in 29 seconds" in refused.text
    site.go_to(NOW + timedelta(minutes=2))
    assert enter(client).status_code == 303


def test_the_token_is_rotated_and_the_old_one_dies(site):
    client = site.nobody()
    enter(client)
    first = client.cookies[SESSION_COOKIE]
    enter(client)
    assert client.cookies[SESSION_COOKIE] != first
    thief = site.nobody()
    thief.cookies.set(SESSION_COOKIE, first)
    assert thief.get("/account").status_code == 303


def test_signing_out_ends_it_on_the_server(site):
    client = site.nobody()
    enter(client)
    token = client.cookies[SESSION_COOKIE]
    assert client.post("/sign-out").headers["location"] == "/sign-in"
    thief = site.nobody()
    thief.cookies.set(SESSION_COOKIE, token)
    assert thief.get("/account").status_code == 303


def test_an_old_cookie_does_not_stand_in_the_way_of_signing_in_or_out(site):
    client = site.nobody()
    enter(client)
    site.go_to(NOW + timedelta(minutes=30))
    assert client.post("/sign-out").status_code == 303
    enter(client)
    site.go_to(NOW + timedelta(minutes=60))
    assert enter(client).status_code == 303


def test_a_sign_in_unused_for_long_has_ended(site):
    client = site.nobody()
    enter(client)
    site.go_to(NOW + timedelta(minutes=119))
    assert client.get("/account").status_code == 200
    site.go_to(NOW + timedelta(minutes=119 + 119))
    assert client.get("/account").status_code == 200
    site.go_to(NOW + timedelta(minutes=119 + 119 + 121))
    assert client.get("/account").status_code == 303


def test_who_is_signed_in_is_not_asked_again(site):
    client = site.by("Ana")
    assert client.get("/sign-in?next=/account").headers["location"] == "/account"


def test_another_site_cannot_sign_anybody_out(site):
    client = site.by("Ana")
    refused = client.post("/sign-out", headers={"sec-fetch-site": "cross-site", "origin": "https://evil.example"})
    assert refused.status_code == 403
    assert client.get("/account").status_code == 200
