"""Databases for tests: migrated once a session, then copied for every test that wants one.

A test that takes `engine` runs on SQLite and on PostgreSQL. One whose subject stands above the database (a page, a
command) takes `embedded_engine` and runs once.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Protocol

import pytest
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.engine import URL
from sqlmodel import Session

from app import migrations
from app.db import engine_for, reading, writing
from tests.support.cluster import cluster
from tests.support.programs import find, need


class Maker(Protocol):
    """Makes databases of one kind."""

    def empty(self) -> str:
        """The URL of a database with nothing in it."""

    def migrated(self) -> str:
        """The URL of a database with the whole schema and no rows."""

    def drop(self, url: str) -> None:
        """Remove a database this made."""


class SqliteMaker:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = count(1)
        self._template: Path | None = None

    def empty(self) -> str:
        return f"sqlite:///{self._folder / f'{next(self._numbers)}.sqlite'}"

    def migrated(self) -> str:
        if self._template is None:
            self._template = self._folder / "template.sqlite"
            migrations.upgrade(f"sqlite:///{self._template}")
        url = self.empty()
        shutil.copyfile(self._template, _file(url))
        return url

    def drop(self, url: str) -> None:
        for suffix in ("", "-wal", "-shm"):
            Path(_file(url) + suffix).unlink(missing_ok=True)


def _file(url: str) -> str:
    return url.removeprefix("sqlite:///")


class PostgresMaker:
    def __init__(self, server: URL) -> None:
        self._server = server
        self._numbers = count(1)
        self._template = ""
        administrative = server.set(drivername="postgresql+pg8000")
        self._administration = create_engine(administrative, isolation_level="AUTOCOMMIT")

    def empty(self) -> str:
        return self._create("template0")

    def migrated(self) -> str:
        if not self._template:
            url = self.empty()
            migrations.upgrade(url)
            self._template = url.rpartition("/")[2]
        return self._create(self._template)

    def _create(self, template: str) -> str:
        name = f"test_{next(self._numbers)}"
        self._administer(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")
        return self._server.set(database=name).render_as_string(hide_password=False)

    def drop(self, url: str) -> None:
        self._administer(f"DROP DATABASE {url.rpartition('/')[2]} WITH (FORCE)")

    def close(self) -> None:
        self._administration.dispose()

    def _administer(self, statement: str) -> None:
        with self._administration.connect() as connection:
            connection.execute(text(statement))


@pytest.fixture(scope="session")
def sqlite_maker(tmp_path_factory: pytest.TempPathFactory) -> SqliteMaker:
    return SqliteMaker(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(scope="session")
def _postgres_maker() -> Iterator[PostgresMaker | None]:
    binaries = find("postgresql")
    if binaries is None:
        yield None
        return
    with cluster(binaries) as server:
        maker = PostgresMaker(server)
        yield maker
        maker.close()


@pytest.fixture
def postgres_maker(_postgres_maker: PostgresMaker | None) -> PostgresMaker:
    need("postgresql")
    assert _postgres_maker is not None
    return _postgres_maker


@pytest.fixture
def maker(database: str, request: pytest.FixtureRequest) -> Maker:
    """Makes databases of the kind this run of the test is about."""
    found: Maker = request.getfixturevalue("sqlite_maker" if database == "sqlite" else "postgres_maker")
    return found


@pytest.fixture
def database_url(maker: Maker) -> Iterator[str]:
    """A migrated database of this test's own, as the URL that PROTEMPORE_DATABASE_URL takes."""
    url = maker.migrated()
    yield url
    maker.drop(url)


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """A migrated database of this test's own. Use it through `app.db.reading` and `app.db.writing`."""
    with _open(database_url) as engine:
        yield engine


@pytest.fixture
def embedded_url(sqlite_maker: SqliteMaker) -> Iterator[str]:
    """As `database_url`, on SQLite only."""
    url = sqlite_maker.migrated()
    yield url
    sqlite_maker.drop(url)


@pytest.fixture
def embedded_engine(embedded_url: str) -> Iterator[Engine]:
    """As `engine`, on SQLite only: for what stands above the database and need not run twice."""
    with _open(embedded_url) as engine:
        yield engine


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    """A writing session for the whole test, committed at its end. On SQLite nothing else can write beside it."""
    with writing(engine) as session:
        yield session


@pytest.fixture
def reader(engine: Engine) -> Iterator[Session]:
    """A reading session for the whole test; it sees what was committed before its first question."""
    with reading(engine) as session:
        yield session


@contextmanager
def _open(url: str) -> Iterator[Engine]:
    engine = engine_for(url)
    try:
        yield engine
    finally:
        engine.dispose()
