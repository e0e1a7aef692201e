from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine

from app.demonstration.seats import PASSWORD
from tests.support.site import Site
from tests.support.told import told
from tests.support.world import World


@pytest.fixture
def rcm(embedded_engine: Engine, tmp_path: Path) -> Site:
    """The pages of the demonstration."""
    story = told(embedded_engine, tmp_path)
    return Site(embedded_engine, story.at, {"data_dir": tmp_path, "exports_dir": tmp_path / "exports"})


def home_of(rcm: Site, email: str, language: str = "en") -> str:
    client: TestClient = rcm.nobody(language)
    signed_in = client.post("/sign-in", data={"email": email, "password": PASSWORD})
    assert signed_in.status_code == 303
    page = client.get("/")
    assert page.status_code == 200
    return page.text


def test_who_is_not_signed_in_is_told_what_this_is(rcm: Site) -> None:
    page = rcm.nobody().get("/")
    assert page.status_code == 200
    assert "States negotiate a common text here" in page.text
    assert "RCM/2017" not in page.text


def test_a_head_finds_what_only_a_head_can_do(rcm: Site) -> None:
    page = home_of(rcm, "head@gt.example")
    assert "To clear, as head of delegation" in page
    assert "You are asked to co-sponsor" in page
    assert "To clear, as head of delegation" not in home_of(rcm, "delegate@gt.example")


def test_the_chair_side_finds_the_desk_and_what_was_agreed_for_it_to_do(rcm: Site) -> None:
    page = home_of(rcm, "secretariat@rcm.example")
    assert "13 amendments await a decision" in page
    assert "Prepare a background paper" in page


def test_a_delegation_does_not_find_the_desk(rcm: Site) -> None:
    assert "await a decision" not in home_of(rcm, "delegate@hn.example")


def test_a_person_with_seats_in_two_processes_finds_both(rcm: Site) -> None:
    page = home_of(rcm, "head@mx.example", "es")
    assert "Conferencia Regional sobre Migración" in page
    assert "Conferencia Suramericana sobre Migraciones" in page


def test_who_runs_the_service_without_a_seat_is_led_to_the_processes(embedded_engine: Engine) -> None:
    World(embedded_engine).user("Olivia", operator=True)
    World(embedded_engine).user("Ana")
    site = Site(embedded_engine)
    assert '<a href="/processes">' in site.by("Olivia").get("/").text
    assert '<a href="/processes">' not in site.by("Ana").get("/").text
