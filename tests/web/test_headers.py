import pytest
from fastapi.testclient import TestClient

from app.config import Mode, Settings
from app.web.headers import protecting
from tests.support.site import Site

ASKED = [
    ("GET", "/", 200),
    ("GET", "/healthz", 200),
    ("GET", "/static/css/base.css", 200),
    ("GET", "/static/css/none.css", 404),
    ("GET", "/account", 303),
    ("GET", "/nowhere", 404),
    ("PUT", "/sign-in", 405),
    ("GET", "/api/v1/processes", 401),
    ("GET", "/api/v1/nowhere", 404),
    ("GET", "/fault", 500),
    ("GET", "/api/v1/fault", 500),
]


def break_down():
    raise RuntimeError("for the test")


@pytest.mark.parametrize(("method", "path", "status"), ASKED)
def test_every_answer_is_protected(site, client, method, path, status):
    site.app.add_api_route("/fault", break_down)
    site.app.add_api_route("/api/v1/fault", break_down)
    answer = client.request(method, path)
    assert answer.status_code == status
    expected = protecting(site.app.state.settings)
    assert {name: answer.headers.get(name) for name in expected} == expected
    assert "'unsafe" not in answer.headers["content-security-policy"]
    assert "strict-transport-security" not in answer.headers


def test_on_https_a_browser_is_told_to_stay_there(embedded_engine):
    site = Site(embedded_engine, settings={"public_url": "https://table.example.org"})
    site.app.add_api_route("/fault", break_down)
    client = TestClient(site.app, raise_server_exceptions=False)
    for path in ("/healthz", "/fault"):
        assert client.get(path).headers["strict-transport-security"].startswith("max-age=")


def test_nothing_from_elsewhere_is_let_in():
    policy = protecting(Settings(mode=Mode.DEVELOPMENT))["Content-Security-Policy"]
    assert "http" not in policy and "*" not in policy
