import pytest
from fastapi.testclient import TestClient
from sqlalchemy.exc import OperationalError

from app.db import engine_for

SAID = {
    "en": "This is a fault of the service, not of yours.",
    "es": "Es un fallo del servicio, no suyo.",
}


@pytest.fixture
def cut_off(site, tmp_path):
    """The service when its database cannot be opened."""
    site.app.state.engine = engine_for(f"sqlite:///{tmp_path / 'no' / 'folder' / 'database.sqlite'}")
    return site.app


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_page_says_so_although_the_database_is_gone(cut_off, language):
    client = TestClient(cut_off, headers={"accept-language": language}, raise_server_exceptions=False)
    client.cookies.set("protempore_session", "something")
    answer = client.get("/account")
    assert answer.status_code == 500
    assert SAID[language] in answer.text
    assert "sqlite" not in answer.text.lower()


def test_a_program_gets_a_problem_without_any_detail_of_ours(cut_off):
    client = TestClient(cut_off, headers={"authorization": "Bearer x"}, raise_server_exceptions=False)
    answer = client.get("/api/v1/processes")
    assert answer.status_code == 500
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["type"] == "/problems/fault"
    assert "sqlite" not in answer.text.lower()


def test_whoever_runs_the_service_gets_the_error_itself(cut_off):
    client = TestClient(cut_off, headers={"authorization": "Bearer x"})
    with pytest.raises(OperationalError):
        client.get("/api/v1/processes")
