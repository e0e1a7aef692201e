"""A PostgreSQL server of the tests' own: made from the installed binaries, gone when they end, however they end."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pg8000.dbapi
from sqlalchemy.engine import URL

OWNER = "protempore"
# Nothing here must survive a crash, so nothing waits for the disk.
FAST = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "autovacuum": "off",
    "jit": "off",
    "shared_buffers": "32MB",
    "max_connections": "60",
}
# The server ends when its standard input does: also when the tests are killed and can no longer stop it.
WATCHED = 'home=$1; server=$2; shift 2; "$server" "$@" </dev/null & read -r _; kill -QUIT $!; wait $!; rm -rf "$home"'


@contextmanager
def cluster(binaries: Path) -> Iterator[URL]:
    """A running server, as the URL of its administrative database."""
    user = _unprivileged()
    home = Path(tempfile.mkdtemp(prefix="protempore-pg-"))
    if user:
        shutil.chown(home, user)
    try:
        options = ["-U", OWNER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]
        _run([binaries / "initdb", "-D", home / "data", *options], user)
        yield from _serve(binaries, home, user)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _unprivileged() -> str | None:
    """The user to run the server as: it refuses to run as root."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


def _run(command: list[str | Path], user: str | None) -> None:
    done = subprocess.run(command, user=user, cwd="/", capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed: {done.stderr or done.stdout}")


def _serve(binaries: Path, home: Path, user: str | None) -> Iterator[URL]:
    port = _free_port()
    settings = {**FAST, "port": str(port), "listen_addresses": "127.0.0.1", "unix_socket_directories": str(home)}
    arguments = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    with (home / "log").open("wb") as log:
        server = subprocess.Popen(
            ["sh", "-c", WATCHED, "sh", home, binaries / "postgres", "-D", home / "data", *arguments],
            user=user,
            cwd="/",
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    try:
        url = URL.create("postgresql", username=OWNER, host="127.0.0.1", port=port, database="postgres")
        _wait(url, server, home / "log")
        yield url
    finally:
        server.communicate(timeout=60)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(url: URL, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and server.poll() is None:
        try:
            pg8000.dbapi.connect(user=OWNER, host="127.0.0.1", port=url.port, database="postgres").close()
            return
        except (pg8000.dbapi.Error, OSError):
            time.sleep(0.05)
    raise RuntimeError(f"PostgreSQL did not start: {log.read_text(errors='replace')}")
