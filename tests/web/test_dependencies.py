"""What a handler is given: a session that is committed when it returns, and never otherwise."""

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from app.accounts.models import User
from app.db import reading
from app.errors import OutOfPlace
from app.web.dependencies import App, At, Me, Reader, Visitor, Writer


@pytest.fixture
def renaming(site):
    """Has the service rename Ana, and end as it is told."""

    def through(session, end):
        ana = session.exec(select(User)).one()
        ana.name = "Beatriz"
        session.add(ana)
        session.flush()
        match end:
            case "refuse":
                raise OutOfPlace("No.")
            case "fail":
                raise ZeroDivisionError
        return "done"

    def write(session: Writer, end: str) -> str:
        return through(session, end)

    def read(session: Reader, end: str) -> str:
        return through(session, end)

    site.app.add_api_route("/api/write", write)
    site.app.add_api_route("/api/read", read)
    return TestClient(site.app, raise_server_exceptions=False)


def name(site):
    with reading(site.engine) as session:
        return session.exec(select(User)).one().name


@pytest.mark.parametrize(
    ("how", "end", "status", "named"),
    [
        ("write", "return", 200, "Beatriz"),
        ("write", "refuse", 409, "Ana"),
        ("write", "fail", 500, "Ana"),
        ("read", "return", 200, "Ana"),
    ],
)
def test_what_a_writer_wrote_stays_when_it_returns(site, renaming, how, end, status, named):
    assert renaming.get(f"/api/{how}?end={end}").status_code == status
    assert name(site) == named


def test_a_handler_knows_who_when_and_how(site):
    def tell(visitor: Visitor, at: At, settings: App) -> dict[str, object]:
        return {"who": visitor and visitor.name, "at": at.date(), "url": settings.public_url}

    site.app.add_api_route("/api/tell", tell)
    expected = {"at": "2017-03-30", "url": "http://testserver"}
    assert site.nobody().get("/api/tell").json() == {"who": None, **expected}
    assert site.by("Ana").get("/api/tell").json() == {"who": "Ana", **expected}


def test_me_is_somebody(site):
    def tell(me: Me) -> str:
        return me.name

    site.app.add_api_route("/api/me-test", tell)
    assert site.nobody().get("/api/me-test").status_code == 401
    assert site.by("Ana").get("/api/me-test").json() == "Ana"
