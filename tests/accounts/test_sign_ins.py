from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlmodel import select

from app.accounts import sign_ins, users
from app.accounts.models import SignIn
from app.accounts.oneself import oneself
from app.accounts.sign_ins import SignedIn, sign_in
from app.db import reading, writing
from app.errors import Denied, Malformed, TooMany, Unknown
from tests.support.world import NOW, World

PASSWORD = "a long pass phrase"
SOON = NOW + timedelta(minutes=10)


@pytest.fixture
def ana(engine):
    return World(engine).user("Ana", password=PASSWORD)


def enter(engine, *, email="ana@example.org", password=PASSWORD, at=NOW, **more):
    with writing(engine) as session:
        return sign_in(session, email, password, origin="here", agent="Browser", at=at, **more)


def test_signing_in_gives_a_token_that_stands_for_the_person(engine, ana):
    entered = enter(engine, email="ANA@example.org ")
    assert isinstance(entered, SignedIn)
    with reading(engine) as session:
        user, signed_in = sign_ins.resolve(session, entered.token, at=SOON)
        assert (user.id, signed_in.agent) == (ana.id, "Browser")
        assert entered.token not in session.exec(select(SignIn)).one().model_dump_json()


@pytest.mark.parametrize(
    "email,password",
    [("ana@example.org", "wrong"), ("nobody@example.org", PASSWORD), ("", ""), ("ana\0@example.org", PASSWORD)],
)
def test_who_fails_does_not_learn_why(engine, ana, email, password):
    refused = enter(engine, email=email, password=password)
    assert isinstance(refused, Malformed)
    assert str(refused) == "The e-mail address or the password is not right."


def test_an_account_without_a_password_cannot_sign_in(engine):
    World(engine).user("Berta")
    assert isinstance(enter(engine, email="berta@example.org", password=""), Malformed)


def test_signing_in_again_rotates_the_token(engine, ana):
    first = enter(engine)
    second = enter(engine, at=SOON, replacing=first.token)
    with reading(engine) as session:
        assert sign_ins.resolve(session, first.token, at=SOON) is None
        assert sign_ins.resolve(session, second.token, at=SOON)


def test_a_sign_in_ends_when_it_is_idle_and_when_it_is_old(engine, ana):
    token = enter(engine, lifetime=timedelta(hours=5)).token
    idle = timedelta(hours=2)
    with writing(engine) as session:
        assert sign_ins.resolve(session, token, at=NOW + idle - timedelta(seconds=1), idle=idle)
        assert sign_ins.resolve(session, token, at=NOW + idle, idle=idle) is None
        for hours in (1, 2, 3, 4):
            at = NOW + timedelta(hours=hours)
            _, signed_in = sign_ins.resolve(session, token, at=at, idle=idle)
            assert sign_ins.due(signed_in, at=at)
            sign_ins.seen(session, signed_in, at=at)
            session.expire_all()
        assert not sign_ins.due(session.exec(select(SignIn)).one(), at=at)
        assert sign_ins.resolve(session, token, at=NOW + timedelta(hours=5), idle=idle) is None


def test_a_sign_in_ended_meanwhile_is_not_revived_by_being_seen(engine, ana):
    token = enter(engine).token
    with reading(engine) as session:
        _, stale = sign_ins.resolve(session, token, at=SOON)
    with writing(engine) as session:
        sign_ins.sign_out(session, token, at=SOON)
    with writing(engine) as session:
        sign_ins.seen(session, stale, at=SOON)
    with reading(engine) as session:
        assert sign_ins.resolve(session, token, at=SOON) is None
        assert session.exec(select(SignIn)).one().last_seen_at == NOW


def test_signing_out_twice_is_no_mistake(engine, ana):
    token = enter(engine).token
    for _ in range(2):
        with writing(engine) as session:
            sign_ins.sign_out(session, token, at=SOON)
    with writing(engine) as session:
        sign_ins.sign_out(session, "no such token", at=SOON)


def test_one_ends_ones_own_sign_ins_only(engine, ana):
    world = World(engine)
    berta = world.user("Berta")
    here, there = enter(engine).token, enter(engine).token
    with reading(engine) as session:
        lines = sign_ins.mine(session, ana.id, at=SOON)
        assert len(lines) == 2
    with pytest.raises(Unknown), writing(engine) as session:
        sign_ins.revoke(session, lines[0].id, by=oneself(berta), at=SOON)
    with pytest.raises(Denied), writing(engine) as session:
        sign_ins.revoke_all(session, ana, by=oneself(berta), at=SOON)
    with writing(engine) as session:
        assert sign_ins.revoke_all(session, ana, by=oneself(ana), at=SOON, keep=here) == 1
    with reading(engine) as session:
        assert sign_ins.resolve(session, here, at=SOON)
        assert sign_ins.resolve(session, there, at=SOON) is None


def test_nobody_begins_a_sign_in_for_another(engine, ana):
    berta = World(engine).user("Berta")
    with pytest.raises(Denied), writing(engine) as session:
        sign_ins.begin(session, ana, by=oneself(berta), agent="", at=NOW)


def test_an_empty_token_stands_for_nobody(engine, ana):
    with reading(engine) as session:
        assert sign_ins.resolve(session, "", at=NOW) is None


def test_a_decomposed_address_is_the_same_address(engine):
    World(engine).user("José", password=PASSWORD)
    with writing(engine) as session:
        user = users.by_email(session, "jose@example.org")
        user.email = "jos\u00e9@example.org"
        session.add(user)
    assert isinstance(enter(engine, email="Jose\u0301@example.org"), SignedIn)


def test_guesses_at_the_same_moment_are_counted_one_after_the_other(engine, ana):
    with ThreadPoolExecutor(8) as pool:
        outcomes = list(pool.map(lambda _: type(enter(engine, password="wrong")), range(12)))
    assert (outcomes.count(Malformed), outcomes.count(TooMany)) == (5, 7)
