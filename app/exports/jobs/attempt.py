"""One attempt at making a document: the process that makes it, watched from the service."""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import app
from app.errors import OutOfPlace, Refusal
from app.exports.jobs.apart import DOCUMENT, REFUSED, STEP, TOLD, Task
from app.exports.jobs.fulfilling import Document
from app.exports.steps import Progress, Step

_ROOT = Path(app.__file__).parents[1]


class Attempt:
    """A process that carries out `task`, for the length of a `with`; afterwards it is gone, with all it had started.

    Its folder, which is its own, holds whatever is needed for the time being and is removed; the one above it is of the
    order, and what earlier attempts left there when they were killed is removed before.
    """

    def __init__(self, task: Task) -> None:
        self.task = task
        self.folder = Path(task.folder)
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "Attempt":
        shutil.rmtree(self.folder.parent, ignore_errors=True)
        self.folder.mkdir(parents=True)
        path = os.pathsep.join([str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
        self._process = subprocess.Popen(
            [sys.executable, "-m", "app.exports.jobs.apart"],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": path, "TMPDIR": str(self.folder)},
            # A group of its own, so that it can be ended together with the LibreOffice it waits for.
            start_new_session=True,
        )
        assert self._process.stdin is not None
        with contextlib.suppress(BrokenPipeError):
            self._process.stdin.write(self.task.line())
            self._process.stdin.flush()
        return self

    def __exit__(self, *_raised: object) -> None:
        process = self._process
        assert process is not None
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        if process.stdin is not None:
            with contextlib.suppress(BrokenPipeError):
                process.stdin.close()
        shutil.rmtree(self.folder, ignore_errors=True)
        with contextlib.suppress(OSError):
            self.folder.parent.rmdir()

    def ended(self, within: float) -> bool:
        """Whether it has ended, or does within so many seconds."""
        assert self._process is not None
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(within)
            return True
        return False

    def progress(self) -> Progress | None:
        """How far it is; None before it has begun."""
        with contextlib.suppress(FileNotFoundError):
            step, done, parts = (self.folder / STEP).read_text().split()
            return Progress(Step(step), int(done), int(parts))
        return None

    def outcome(self) -> Document | Refusal | None:
        """What came of it: the document, or why there can be none; None when it died without a word."""
        with contextlib.suppress(FileNotFoundError):
            told = json.loads((self.folder / TOLD).read_bytes())
            return Document((self.folder / DOCUMENT).read_bytes(), **told)
        with contextlib.suppress(FileNotFoundError):
            refused = json.loads((self.folder / REFUSED).read_bytes())
            return OutOfPlace(refused["text"], **refused["values"])
        return None
