import pytest

from tests.support.site import Site
from tests.support.world import World

MEGABYTE = 1024 * 1024
FORM = {"content-type": "application/x-www-form-urlencoded"}


@pytest.fixture
def client(embedded_engine):
    return Site(embedded_engine, settings={"upload_limit_mb": 1}).nobody()


def pieces(megabytes):
    """A body sent bit by bit, without saying how long it will be."""
    yield b"back=%2F&x="
    for _ in range(megabytes * 16):
        yield b"a" * (MEGABYTE // 16)


def test_a_body_that_does_not_say_its_length_is_refused_where_it_is_too_long(client):
    refused = client.post("/language", content=pieces(8), headers=FORM)
    assert refused.status_code == 413
    assert "What you sent is larger than 7 megabytes." in refused.text


def test_a_body_that_says_its_length_is_held_to_the_same(client):
    refused = client.post("/language", content=b"".join(pieces(8)), headers=FORM)
    assert refused.status_code == 413


def test_what_is_small_enough_is_taken(client):
    assert client.post("/language", content=pieces(5), headers=FORM).status_code == 303


def test_a_program_is_told_too(embedded_engine):
    World(embedded_engine).user("Ana")
    program = Site(embedded_engine, settings={"upload_limit_mb": 1}).program("Ana", "manage")
    refused = program.post("/api/v1/processes", content=pieces(8), headers={"content-type": "application/json"})
    assert refused.status_code == 413
    assert refused.json()["type"] == "/problems/toolarge"


def test_a_length_that_is_no_number_does_no_harm(client):
    headers = {"content-length": "a lot", **FORM}
    assert client.post("/language", content=b"back=%2F", headers=headers).status_code == 303


def test_a_file_has_a_limit_of_its_own(client):
    refused = client.post("/language", files={"file": ("a.txt", b"a" * (MEGABYTE + 1))})
    assert refused.status_code == 413
    assert "The file is larger than 1 megabytes." in refused.text
