from datetime import timedelta

import pytest
from sqlalchemy import event
from sqlmodel import select

from app.accounts.models import SignIn
from app.db import reading, writing
from app.web.visitor import SESSION_COOKIE
from tests.support.world import NOW


def last_seen(site):
    with reading(site.engine) as session:
        return session.exec(select(SignIn)).one().last_seen_at


def test_a_reader_is_known_by_the_cookie(site):
    assert "Ana" in site.by("Ana").get("/").text


@pytest.mark.parametrize("token", ["", "nothing", "x" * 4000, "é"])
def test_a_cookie_that_nobody_gave_is_nobody(site, token):
    cookie = f"{SESSION_COOKIE}={token}".encode("latin-1")
    assert site.nobody().get("/account", headers={b"cookie": cookie}).status_code == 303


def test_being_there_is_noted_now_and_then(site):
    client = site.by("Ana")
    before = last_seen(site)
    client.get("/account")
    assert last_seen(site) == before
    site.go_to(NOW + timedelta(minutes=5))
    client.get("/account")
    assert last_seen(site) > before


def test_a_reader_is_let_in_although_it_cannot_be_noted(site):
    client = site.by("Ana")
    before = last_seen(site)
    site.go_to(NOW + timedelta(minutes=5))
    impatient = lambda connection, *_: connection.execute("PRAGMA busy_timeout=0")  # noqa: E731
    event.listen(site.app.state.engine, "checkout", impatient)
    with writing(site.engine) as session:
        session.exec(select(SignIn)).one()
        assert client.get("/account").status_code == 200
    assert last_seen(site) == before
