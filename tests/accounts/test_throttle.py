from datetime import timedelta

import pytest
from sqlmodel import select

from app.accounts import throttle
from app.accounts.models import FailedSignIn
from app.accounts.sign_ins import SignedIn, sign_in
from app.db import reading, writing
from app.errors import Malformed, TooMany
from tests.support.world import NOW, World

PASSWORD = "a long pass phrase"


@pytest.fixture
def guess(engine):
    World(engine).user("Ana", password=PASSWORD)

    def _guess(password="wrong", *, email="ana@example.org", origin="hall", at=NOW):
        with writing(engine) as session:
            return sign_in(session, email, password, origin=origin, agent="", at=at)

    return _guess


def test_after_five_failures_even_the_right_password_waits(engine, guess):
    for _ in range(5):
        assert isinstance(guess(), Malformed)
    refused = guess(PASSWORD)
    assert isinstance(refused, TooMany)
    assert str(refused) == "Too many failed attempts. Try again in 30 seconds."
    later = NOW + timedelta(seconds=30)
    assert isinstance(guess(PASSWORD, at=later), SignedIn)


def test_waits_grow_to_a_quarter_of_an_hour(engine, guess):
    at, waited = NOW, []
    for _ in range(12):
        refused = guess(at=at)
        if isinstance(refused, TooMany):
            waited.append(refused.values["seconds"])
            at += timedelta(seconds=waited[-1])
            assert isinstance(guess(at=at), Malformed), "when the wait is over one may try again"
    assert waited == [30, 60, 120, 240, 480, 900, 900]
    assert str(guess(at=at)) == "Too many failed attempts. Try again in 15 minutes."


def test_attempts_during_a_wait_do_not_prolong_it(engine, guess):
    for _ in range(5):
        guess()
    for _ in range(20):
        assert isinstance(guess(at=NOW + timedelta(seconds=29)), TooMany)
    assert isinstance(guess(PASSWORD, at=NOW + timedelta(seconds=30)), SignedIn)


def test_a_guesser_elsewhere_does_not_lock_the_person_out(engine, guess):
    for _ in range(10):
        guess(origin="elsewhere")
    assert isinstance(guess(PASSWORD, origin="hall"), SignedIn)


def test_guessing_one_person_from_many_places_is_slowed(engine, guess):
    for place in range(15):
        assert isinstance(guess(origin=f"place {place}"), Malformed)
    assert isinstance(guess(origin="yet another place"), TooMany)


def test_guessing_many_persons_from_one_place_is_slowed(engine, guess):
    for number in range(30):
        with writing(engine) as session:
            throttle.note(session, f"person{number}@example.org", "hall", at=NOW)
    assert isinstance(guess(email="somebody@example.org"), TooMany)
    assert isinstance(guess(PASSWORD, origin="another hall"), SignedIn)


def test_success_forgives_and_a_day_forgets(engine, guess):
    for _ in range(4):
        guess()
    assert isinstance(guess(PASSWORD), SignedIn)
    for _ in range(5):
        assert isinstance(guess(), Malformed)
    tomorrow = NOW + timedelta(days=1)
    assert isinstance(guess(at=tomorrow), Malformed)
    with reading(engine) as session:
        assert len(session.exec(select(FailedSignIn)).all()) == 1


def test_neither_address_nor_place_is_kept_readable(engine, guess):
    guess()
    with reading(engine) as session:
        kept = session.exec(select(FailedSignIn)).one().model_dump_json()
    assert "ana" not in kept
    assert "hall" not in kept
