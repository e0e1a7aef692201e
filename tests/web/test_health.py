import pytest
from fastapi.testclient import TestClient

from app.config import Mode, Settings
from app.main import create_app


def service(url):
    settings = Settings(mode=Mode.DEVELOPMENT, database_url=url)
    return TestClient(create_app(settings), raise_server_exceptions=False)


def test_a_migrated_service_is_ready(database_url):
    client = service(database_url)
    assert client.get("/healthz").status_code == 200
    assert client.get("/readyz").text == "ready\n"


def test_a_service_that_is_not_migrated_lives_but_cannot_work(maker):
    url = maker.empty()
    client = service(url)
    assert client.get("/healthz").status_code == 200
    answer = client.get("/readyz")
    assert (answer.status_code, answer.text) == (503, "the database is not migrated\n")
    client.app.state.engine.dispose()
    maker.drop(url)


@pytest.mark.parametrize("url", ["sqlite:////no/folder/database.sqlite", "postgresql://nobody@127.0.0.1:1/nothing"])
def test_a_service_without_its_database_lives_but_cannot_work(url):
    client = service(url)
    assert client.get("/healthz").status_code == 200
    answer = client.get("/readyz")
    assert (answer.status_code, answer.text) == (503, "the database cannot be reached\n")
