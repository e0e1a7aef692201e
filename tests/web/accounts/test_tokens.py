import re

import pytest

from app.accounts import tokens
from app.db import writing
from tests.support.site import Site
from tests.support.world import World


@pytest.fixture
def site(embedded_engine):
    world = World(embedded_engine)
    world.user("Ana")
    world.user("Berta")
    return Site(embedded_engine)


def make(client, **changed):
    return client.post("/account/tokens", data={"name": "script", "scope-table": "1", "days": "30", **changed})


def test_a_token_is_shown_once_and_works(site):
    client = site.by("Ana")
    made = make(client)
    assert made.status_code == 201
    assert made.headers["cache-control"] == "no-store"
    secret = re.search(r"<code>(protempore_[\w-]{43})</code>", made.text).group(1)
    assert secret not in client.get("/account/tokens").text
    with writing(site.engine) as session:
        user, token = tokens.resolve(session, secret, at=site.now())
        assert (user.name, token.scopes) == ("Ana", ["read", "table"])


def test_a_form_refused_comes_back_as_it_was(site):
    refused = make(site.by("Ana"), name="")
    assert refused.status_code == 422
    assert re.search(r'name="scope-table" value="1" checked', refused.text)
    assert make(site.by("Ana"), days="9" * 40).status_code == 422
    assert make(site.by("Ana"), days="4000").status_code == 422
    assert make(site.by("Ana"), days="many").status_code == 422


def test_one_revokes_ones_own(site):
    client = site.by("Ana")
    make(client)
    address = re.search(r'action="(/account/tokens/[0-9a-f-]{36}/revoke)"', client.get("/account/tokens").text).group(1)
    assert site.by("Berta").post(address).status_code == 404
    assert client.post(address).status_code == 303
    assert "You have no token." in client.get("/account/tokens").text
