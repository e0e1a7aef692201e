from datetime import timedelta

import pytest
from sqlmodel import select

from app.accounts import tokens, users
from app.accounts.models import AccessToken
from app.accounts.oneself import oneself
from app.db import reading, writing
from app.errors import Denied, Malformed, OutOfPlace, Unknown
from app.record.actor import COMMAND_LINE
from app.record.chain import entries
from tests.support.world import NOW, World


@pytest.fixture
def ana(engine):
    return World(engine).user("Ana")


def make(engine, user, *, scopes=("table",), by=None, name="script", **more):
    with writing(engine) as session:
        return tokens.create(session, user, name=name, scopes=scopes, by=by or oneself(user), at=NOW, **more)


def test_a_token_speaks_for_its_person_with_its_scopes(engine, ana):
    token, secret = make(engine, ana)
    assert secret.startswith("protempore_")
    with writing(engine) as session:
        user, found = tokens.resolve(session, secret, at=NOW)
        assert (user.id, found.id, found.scopes) == (ana.id, token.id, ["read", "table"])
        assert tokens.resolve(session, secret + "x", at=NOW) is None
        assert tokens.due(found, at=NOW)
        tokens.used(session, found, at=NOW)
    with reading(engine) as session:
        kept = session.exec(select(AccessToken)).one()
        assert kept.last_used_at == NOW
        assert not tokens.due(kept, at=NOW + timedelta(seconds=59))
        told = kept.model_dump_json() + "".join(each.model_dump_json() for each in entries(session))
        assert secret not in told


def test_a_token_ends_by_time_by_its_person_and_with_the_account(engine, ana):
    _, short = make(engine, ana, expires_at=NOW + timedelta(days=1))
    revoked, second = make(engine, ana)
    _, third = make(engine, ana)
    with writing(engine) as session:
        assert tokens.resolve(session, short, at=NOW + timedelta(days=1)) is None
        tokens.revoke(session, revoked.id, by=oneself(ana), at=NOW)
        assert tokens.resolve(session, second, at=NOW) is None
        assert len(tokens.mine(session, ana.id, at=NOW + timedelta(days=2))) == 1
        assert tokens.resolve(session, third, at=NOW)
        users.disable(session, users.by_id(session, ana.id), by=COMMAND_LINE, at=NOW)
        assert tokens.resolve(session, third, at=NOW) is None


def test_nobody_makes_or_revokes_the_token_of_another(engine, ana):
    berta = World(engine).user("Berta")
    token, _ = make(engine, ana)
    with pytest.raises(Denied):
        make(engine, ana, by=oneself(berta))
    with pytest.raises(Unknown), writing(engine) as session:
        tokens.revoke(session, token.id, by=oneself(berta), at=NOW)


@pytest.mark.parametrize(
    "more", [{"scopes": ("everything",)}, {"name": " "}, {"expires_at": NOW}, {"expires_at": NOW + timedelta(days=400)}]
)
def test_what_no_token_is_made_of(engine, ana, more):
    with pytest.raises(Malformed):
        make(engine, ana, **more)


def test_there_is_an_end_to_tokens(engine, ana):
    with writing(engine) as session:
        for number in range(tokens.MOST):
            tokens.create(session, ana, name=f"{number}", scopes=(), by=oneself(ana), at=NOW)
    with pytest.raises(OutOfPlace):
        make(engine, ana)
