"""A LibreOffice that begins, and goes on when it is told to: a program of that name, found before any real one."""

import os
import time
from pathlib import Path

PROGRAM = """#!/bin/sh
home=$(dirname "$0")
while [ $# -gt 0 ]; do
  case "$1" in --outdir) out=$2; shift;; --convert-to) ending=${2%%:*}; shift;; esac
  shift
done
echo $$ >> "$home/begun"
while [ ! -e "$home/go" ]; do sleep 0.05; done
[ -e "$home/fail" ] || printf '%s' '%PDF-1.7 converted' > "$out/document.$ending"
"""

PATIENCE = 90
"""Seconds to wait for what must happen, on a machine that has much else to do."""


class Office:
    """The program in `folder`. `path` is the PATH it is found on."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        program = folder / "soffice"
        program.write_text(PROGRAM)
        program.chmod(0o755)

    @property
    def path(self) -> str:
        return os.pathsep.join([str(self.folder), os.environ["PATH"]])

    def go_on(self) -> None:
        """Let it finish, now and whenever it is asked again."""
        (self.folder / "go").touch()

    def fail(self) -> None:
        """Let it finish without a document."""
        (self.folder / "fail").touch()
        self.go_on()

    def begun(self) -> list[int]:
        """The processes in which it was begun."""
        begun = self.folder / "begun"
        return [int(line) for line in begun.read_text().split()] if begun.exists() else []

    def await_beginning(self, times: int = 1) -> None:
        """Return when it was begun so often."""
        until(lambda: len(self.begun()) >= times)

    def running(self) -> list[int]:
        """The processes in which it runs now."""
        return [number for number in self.begun() if _is_running(number)]

    def await_end(self) -> None:
        """Return when none of it runs any more."""
        until(lambda: not self.running())


def until(comes: object) -> None:
    """Return when `comes()` is true. Raises AssertionError when it does not come to that."""
    assert callable(comes)
    deadline = time.monotonic() + PATIENCE
    while not comes():
        assert time.monotonic() < deadline, "it did not come to that"
        time.sleep(0.05)


def _is_running(number: int) -> bool:
    try:
        state = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"
