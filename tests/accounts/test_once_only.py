from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from app.accounts import once_only
from app.db import reading, writing
from app.errors import Malformed, OutOfPlace, Stale
from tests.support.world import NOW, World


@pytest.fixture
def ana(engine):
    return World(engine).user("Ana")


def keep(session, user, key="k1", asked="hash", at=NOW, answer=None):
    once_only.keep(session, user, key, asked, status=201, answer=answer or {"id": 1}, at=at)


def test_the_same_request_gets_the_same_answer(engine, ana):
    with writing(engine) as session:
        assert once_only.find(session, ana, "k1", "hash") is None
        keep(session, ana, answer={"id": "é"})
    with reading(engine) as session:
        kept = once_only.find(session, ana, "k1", "hash")
        assert (kept.status, kept.answer) == (201, {"id": "é"})


def test_another_request_under_the_same_key_is_refused(engine, ana):
    with writing(engine) as session:
        keep(session, ana)
    with pytest.raises(OutOfPlace), reading(engine) as session:
        once_only.find(session, ana, "k1", "another hash")


def test_keys_belong_to_persons(engine, ana):
    berta = World(engine).user("Berta")
    with writing(engine) as session:
        keep(session, ana)
        assert once_only.find(session, berta, "k1", "another hash") is None


def test_a_key_is_kept_once(engine, ana):
    with writing(engine) as session:
        keep(session, ana)
    with pytest.raises(Stale), writing(engine) as session:
        keep(session, ana)


def test_answers_are_dropped_after_a_week(engine, ana):
    with writing(engine) as session:
        keep(session, ana)
        keep(session, ana, key="k2", at=NOW + once_only.KEPT + timedelta(seconds=1))
    with reading(engine) as session:
        assert once_only.find(session, ana, "k1", "hash") is None
        assert once_only.find(session, ana, "k2", "hash")


@pytest.mark.parametrize("key", ["", "  ", "k" * 201])
def test_what_is_no_key(engine, ana, key):
    with pytest.raises(Malformed), reading(engine) as session:
        once_only.find(session, ana, key, "hash")


def test_the_same_request_sent_twice_at_once_acts_once(engine, ana):
    acted = []

    def send(number):
        with writing(engine) as session:
            if kept := once_only.find(session, ana, "k1", "hash"):
                return kept.answer["id"]
            acted.append(number)
            keep(session, ana, answer={"id": number})
            return number

    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(send, range(6)))
    assert len(acted) == 1
    assert answers == acted * 6
