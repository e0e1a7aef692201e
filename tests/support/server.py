"""The service as it really runs: a process of its own that answers on a port, can be killed, and is started again."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import httpx2 as httpx
import pytest
from sqlalchemy import Engine
from sqlmodel import select

from app import clock
from app.accounts import tokens
from app.accounts.models import User
from app.db import engine_for, reading, writing
from app.demonstration.load import load
from app.demonstration.story import TODAY
from app.processes.models import Process
from app.processes.seats import actor_for
from app.record.actor import Actor
from app.store import Store
from tests.support.databases import PostgresMaker, SqliteMaker
from tests.support.programs import ROOT

PATIENCE = 90
"""Seconds a server may take to begin to answer, on a machine that has much else to do."""


@dataclass
class Place:
    """Where a service keeps what must outlive it: its database and its folders. Any number of servers may share one."""

    database_url: str
    folder: Path
    offset: timedelta = field(default_factory=lambda: TODAY - clock.now())
    """How far the clock of the service is set back: the demonstration lives in April 2017."""

    def __post_init__(self) -> None:
        self.engine: Engine = engine_for(self.database_url)

    @property
    def files(self) -> Store:
        return Store(self.folder / "files")

    @property
    def exports(self) -> Store:
        return Store(self.folder / "exports")

    def now(self) -> datetime:
        """The time as the service tells it."""
        return clock.now() + self.offset

    def actor(self, email: str, process: str = "rcm") -> Actor:
        """A person of the demonstration, acting."""
        with reading(self.engine) as session:
            user = session.exec(select(User).where(User.email == email)).one()
            where = session.exec(select(Process).where(Process.slug == process)).one()
            return actor_for(session, user, where, at=self.now())

    def token(self, email: str, *scopes: str) -> str:
        """A new personal access token of a person."""
        with writing(self.engine) as session:
            user = session.exec(select(User).where(User.email == email)).one()
            by = Actor(user_id=user.id, name=user.name)
            return tokens.create(session, user, name="story", scopes=scopes, by=by, at=self.now())[1]

    def environment(self) -> dict[str, str]:
        settings = {
            "MODE": "development",
            "SECRET": "stories-" * 8,
            "DATABASE_URL": self.database_url,
            "DATA_DIR": str(self.folder),
            "EXPORTS_DIR": str(self.folder / "exports"),
            "CLOCK_OFFSET_SECONDS": str(self.offset.total_seconds()),
        }
        return {**os.environ, **{f"PROTEMPORE_{name}": value for name, value in settings.items()}}


class Server:
    """One process of the service at a place. It keeps its port when it is started again."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.port = _free_port()
        self.log = place.folder / f"server-{self.port}.log"
        self._process = 0
        with self.log.open("ab") as log:
            self._nursery = subprocess.Popen(
                [sys.executable, "-m", "tests.support.nursery", str(self.port)],
                cwd=ROOT,
                env=place.environment(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start, and return when it says that it can work. Raises RuntimeError with its log when it does not."""
        self._process = int(self._command("start") or 0)
        deadline = time.monotonic() + PATIENCE
        while self._process and time.monotonic() < deadline:
            try:
                if httpx.get(f"{self.url}/readyz", timeout=5).status_code == 200:
                    return
            except httpx.TransportError:
                time.sleep(0.02)
        raise RuntimeError(f"the service did not start: {self.log.read_text(errors='replace')[-4000:]}")

    def kill(self) -> None:
        """End it as a power cut would: with no chance to finish anything."""
        if self._process:
            os.kill(self._process, signal.SIGKILL)
            self._command("wait")
            self._process = 0

    def stop(self) -> None:
        """Ask it to end, and return when it has put down what it was doing."""
        os.kill(self._process, signal.SIGTERM)
        self._command("wait")
        self._process = 0

    def close(self) -> None:
        """End it for good."""
        self.kill()
        self._nursery.communicate(timeout=PATIENCE)

    def _command(self, command: str) -> str:
        assert self._nursery.stdin is not None and self._nursery.stdout is not None
        self._nursery.stdin.write(command + "\n")
        self._nursery.stdin.flush()
        return self._nursery.stdout.readline().strip()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(place: Place) -> Iterator[Server]:
    """A server at a place, answering, and gone afterwards."""
    server = Server(place)
    try:
        server.start()
        yield server
    finally:
        server.close()


@pytest.fixture(scope="session")
def demonstration(sqlite_maker: SqliteMaker, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The demonstration, loaded once: its database file and its folder, to be copied."""
    folder = tmp_path_factory.mktemp("demonstration")
    url = sqlite_maker.migrated()
    engine = engine_for(url)
    load(engine, Store(folder / "files"))
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
    return Path(url.removeprefix("sqlite:///")), folder


def copied(demonstration: tuple[Path, Path], home: Path) -> Place:
    """A place with the demonstration, on SQLite, in a folder that is not there yet."""
    database, folder = demonstration
    shutil.copytree(folder, home)
    shutil.copyfile(database, home / "protempore.sqlite")
    return Place(f"sqlite:///{home / 'protempore.sqlite'}", home)


@contextmanager
def serving_copy(
    demonstration: tuple[Path, Path], home: Path, prepare: Callable[[Place], None] = lambda place: None
) -> Iterator[Server]:
    """The service with the demonstration in a folder that is not there yet, on SQLite, after `prepare` went over it."""
    place = copied(demonstration, home)
    prepare(place)
    with serving(place) as server:
        yield server
    place.engine.dispose()


@pytest.fixture
def embedded_place(demonstration: tuple[Path, Path], tmp_path: Path) -> Iterator[Place]:
    """A place with the demonstration, on SQLite."""
    place = copied(demonstration, tmp_path / "service")
    yield place
    place.engine.dispose()


@pytest.fixture
def postgres_place(postgres_maker: PostgresMaker, tmp_path: Path) -> Iterator[Place]:
    """A place with the demonstration, on PostgreSQL, where several processes may serve at once."""
    url = postgres_maker.migrated()
    place = Place(url, tmp_path / "service")
    place.folder.mkdir()
    load(place.engine, place.files)
    yield place
    place.engine.dispose()
    postgres_maker.drop(url)


@pytest.fixture
def server(embedded_place: Place) -> Iterator[Server]:
    """The service with the demonstration, on SQLite."""
    with serving(embedded_place) as server:
        yield server
