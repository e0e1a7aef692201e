"""The database: the base of all tables, the engine, and the two doors, `reading()` and `writing()`."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Connection, DateTime, Engine, MetaData, create_engine, event
from sqlalchemy.engine import Dialect, make_url
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, Session, SQLModel

from app.errors import Stale

log = logging.getLogger(__name__)

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
APPEND_ONLY = "append-only"
"""What the triggers that guard append-only tables say: a fault of ours, never a collision."""

SQLModel.metadata.naming_convention = NAMES
metadata: MetaData = SQLModel.metadata


class Instant(TypeDecorator[datetime]):
    """An aware datetime in UTC, in and out, on every database."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a naive datetime was given to the database")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None or value.tzinfo is not None:
            return value
        return value.replace(tzinfo=UTC)


class Record(SQLModel):
    """The base of every table: an identifier that tells nothing."""

    id: UUID = Field(default_factory=uuid4, primary_key=True)


def engine_for(url: str) -> Engine:
    """An engine for SQLite (`sqlite:///…`) or PostgreSQL (`postgresql://…`, spoken through pg8000)."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "postgresql":
        return create_engine(parsed.set(drivername="postgresql+pg8000"), pool_pre_ping=True)
    engine = create_engine(parsed, connect_args={"timeout": 30})
    _make_sqlite_transactional(engine)
    return engine


def _make_sqlite_transactional(engine: Engine) -> None:
    """Make BEGIN ours: the driver would otherwise open transactions late and leak savepoints."""

    @event.listens_for(engine, "connect")
    def _connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA synchronous=FULL")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("protempore_writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """A session that is never committed."""
    with Session(engine, expire_on_commit=False) as session:
        yield session


@contextmanager
def writing(engine: Engine) -> Iterator[Session]:
    """A session that is committed, whole, when the block ends well, and rolled back when it raises.

    Raises Stale when two acts met in the database and this one lost: then nothing of it was written.
    """
    bound = engine.execution_options(protempore_writes=True)
    with Session(bound, expire_on_commit=False) as session:
        try:
            yield session
            session.commit()
        except DBAPIError as collision:
            session.rollback()
            if not _is_collision(collision):
                raise
            log.warning("a write lost against another: %s", collision.orig)
            raise Stale("Somebody else was faster. Nothing of yours was written: look again and repeat it.") from collision


def _is_collision(error: DBAPIError) -> bool:
    """Whether an act failed because of another: a constraint, a lock, a deadlock, a serialization failure.

    pg8000 names only broken uniqueness an IntegrityError; the other kinds are known by their SQLSTATE.
    """
    if APPEND_ONLY in str(error.orig):
        return False
    if isinstance(error, IntegrityError | OperationalError):
        return True
    told = error.orig.args[0] if error.orig is not None and error.orig.args else None
    state = str(told.get("C", "")) if isinstance(told, dict) else ""
    return state.startswith(("23", "40")) or state == "55P03"
