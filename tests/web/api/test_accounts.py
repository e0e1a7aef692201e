import pytest

from tests.support.site import Site
from tests.support.world import World

OLD, NEW = "a long pass phrase", "another pass phrase"


@pytest.fixture
def site(embedded_engine):
    world = World(embedded_engine)
    world.user("Ana", password=OLD)
    world.secretary(world.process(), "Sofía")
    return Site(embedded_engine)


def test_who_a_token_speaks_for(site):
    told = site.program("Sofía").get("/api/v1/me").json()
    assert told["email"] == "sofia@example.org"
    assert [(seat["process"], seat["role"]) for seat in told["seats"]] == [("rcm", "secretariat")]


def test_without_a_token_nothing_and_with_a_reading_one_no_change(site):
    refused = site.nobody().get("/api/v1/me")
    assert (refused.status_code, refused.headers["www-authenticate"]) == (401, "Bearer")
    assert refused.headers["content-type"] == "application/problem+json"
    for secret in ("", "protempore_guess"):
        assert site.nobody().get("/api/v1/me", headers={"authorization": f"Bearer {secret}"}).status_code == 401
    reading = site.program("Ana", "read")
    assert reading.patch("/api/v1/me", json={"name": "X"}).status_code == 403
    assert reading.post("/api/v1/me/tokens", json={"name": "x", "scopes": []}).status_code == 403


def test_a_cookie_is_no_token(site):
    assert site.by("Ana").get("/api/v1/me").status_code == 401


def test_name_and_language(site):
    managing = site.program("Ana", "manage")
    assert managing.patch("/api/v1/me", json={"name": "Ana López", "language": "es"}).json()["language"] == "es"
    assert managing.patch("/api/v1/me", json={"name": ""}).status_code == 422
    assert managing.get("/api/v1/me").json()["name"] == "Ana López"


def test_guessing_the_password_through_the_api_is_slowed(site):
    managing = site.program("Ana", "manage")
    for _ in range(5):
        assert managing.post("/api/v1/me/password", json={"present": "wrong", "new": NEW}).status_code == 422
    assert managing.post("/api/v1/me/password", json={"present": OLD, "new": NEW}).status_code == 429


def test_a_new_password_ends_the_sign_ins(site):
    browser, managing = site.by("Ana"), site.program("Ana", "manage")
    [shown] = managing.get("/api/v1/me/sign-ins").json()
    assert shown["agent"] == "tests"
    assert managing.post("/api/v1/me/password", json={"present": OLD, "new": NEW}).status_code == 204
    assert managing.get("/api/v1/me/sign-ins").json() == []
    assert browser.get("/account").status_code == 303


def test_one_ends_ones_own_sign_ins_only(site):
    site.by("Ana")
    [shown] = site.program("Ana").get("/api/v1/me/sign-ins").json()
    assert site.program("Sofía", "manage").delete(f"/api/v1/me/sign-ins/{shown['id']}").status_code == 404
    assert site.program("Ana", "manage").delete(f"/api/v1/me/sign-ins/{shown['id']}").status_code == 204


def test_a_token_makes_no_token_with_more_than_it_has(site):
    managing = site.program("Ana", "manage")
    refused = managing.post("/api/v1/me/tokens", json={"name": "x", "scopes": ["table"]})
    assert refused.status_code == 403
    made = managing.post("/api/v1/me/tokens", json={"name": "x", "scopes": ["read"]})
    assert (made.status_code, made.headers["cache-control"]) == (201, "no-store")
    bearer = {"authorization": f"Bearer {made.json()['secret']}"}
    assert site.nobody().get("/api/v1/me", headers=bearer).status_code == 200
    listed = managing.get("/api/v1/me/tokens").json()
    assert all("secret" not in token for token in listed)
    assert managing.delete(f"/api/v1/me/tokens/{made.json()['id']}").status_code == 204
    assert site.nobody().get("/api/v1/me", headers=bearer).status_code == 401
