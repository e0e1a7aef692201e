from datetime import UTC, datetime, timedelta, timezone
from uuid import uuid4

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from app.accounts.models import SignIn, User
from app.db import reading, writing
from app.errors import Stale
from app.record import chain
from app.record.actor import COMMAND_LINE

AT = datetime(2017, 3, 29, 15, 0, 0, 123456, tzinfo=UTC)


def person(session: Session, email: str) -> User:
    user = User(email=email, name="Ana", created_at=AT)
    session.add(user)
    session.flush()
    return user


def test_what_is_written_is_there_when_the_block_ends_well(engine: Engine) -> None:
    with writing(engine) as session:
        person(session, "ana@example.org")
    with reading(engine) as session:
        assert session.exec(select(User.email)).all() == ["ana@example.org"]


def test_nothing_is_written_when_it_raises(engine: Engine) -> None:
    with pytest.raises(KeyError), writing(engine) as session:
        person(session, "ana@example.org")
        raise KeyError
    with reading(engine) as session:
        assert session.exec(select(User)).all() == []


def test_an_instant_comes_back_as_it_was_whatever_its_zone(engine: Engine) -> None:
    with writing(engine) as session:
        user = person(session, "ana@example.org")
        user.created_at = AT.astimezone(timezone(timedelta(hours=-6)))
    with reading(engine) as session:
        found = session.exec(select(User.created_at)).one()
    assert found == AT
    assert found.tzinfo is UTC


def test_a_naive_instant_is_refused(engine: Engine) -> None:
    with pytest.raises(Exception, match="naive"), writing(engine) as session:
        session.add(User(email="ana@example.org", name="Ana", created_at=AT.replace(tzinfo=None)))


def test_who_loses_against_another_is_told_so(engine: Engine) -> None:
    with writing(engine) as session:
        person(session, "ana@example.org")
    with pytest.raises(Stale), writing(engine) as session:
        person(session, "ana@example.org")


def test_a_thing_that_has_gone_is_a_collision_too(engine: Engine) -> None:
    with pytest.raises(Stale), writing(engine) as session:
        session.add(
            SignIn(user_id=uuid4(), token_hash="x", created_at=AT, last_seen_at=AT, expires_at=AT + timedelta(days=1))
        )


def test_other_faults_of_the_database_are_not_hidden(engine: Engine) -> None:
    with pytest.raises(Exception, match="append-only") as raised, writing(engine) as session:
        entry = chain.write(session, "user.create", ("user", "1"), by=COMMAND_LINE, at=AT)
        session.flush()
        session.connection().exec_driver_sql(f"DELETE FROM record_entry WHERE position = {entry.position}")
    assert not isinstance(raised.value, Stale)
