"""The program that makes one document that was ordered, in a process of its own: `python -m app.exports.jobs.apart`.

A large document keeps a processor busy for many seconds; beside the service, no request waits for it. What is wanted
comes as a line of JSON on the standard input (`Task`); what is being done, and what came of it, is put into the folder the
task names. When the input ends, whoever ordered is gone, and this ends too, with all it has started.
"""

import json
import logging
import os
import signal
import sys
import threading
import time
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from app.db import engine_for, reading
from app.errors import Refusal
from app.exports.jobs.fulfilling import fulfil
from app.exports.models import ExportJob
from app.exports.steps import Step

log = logging.getLogger(__name__)

STEP, DOCUMENT, TOLD, REFUSED = "step", "document", "told.json", "refused.json"
"""The files in the folder: how far it is; the document, and what is to be told of it; or why there is none."""

OFTEN = 0.2
"""Seconds between two words on how far it is."""

NICE = 5
"""How far it stands back behind the service when both want the processor."""


@dataclass(frozen=True, slots=True)
class Task:
    """Which order, on which database, as of when, and the folder for what comes of it."""

    job_id: str
    database_url: str
    at: str
    folder: str

    def line(self) -> bytes:
        return json.dumps(asdict(self)).encode() + b"\n"


def carry_out(task: Task) -> None:
    """Make the document, and put it, or the refusal, into the folder."""
    folder = Path(task.folder)
    tell = _Teller(folder / STEP)
    engine = engine_for(task.database_url)
    try:
        with reading(engine) as session:
            job = session.get_one(ExportJob, UUID(task.job_id))
            document = fulfil(session, job, at=datetime.fromisoformat(task.at), tell=tell)
    except Refusal as refusal:
        values = {name: str(value) for name, value in refusal.values.items()}
        _put(folder / REFUSED, json.dumps({"text": refusal.text, "values": values}).encode())
        return
    finally:
        engine.dispose()
    _put(folder / DOCUMENT, document.content)
    told = {name: getattr(document, name) for name in ("filename", "record_head", "house_style")}
    _put(folder / TOLD, json.dumps(told).encode())


class _Teller:
    """Writes down how far the document is: each step at once, its parts no more often than anybody looks."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._told = 0.0

    def __call__(self, step: Step, done: int = 0, parts: int = 0) -> None:
        now = time.monotonic()
        if done and now - self._told < OFTEN:
            return
        self._told = now
        _put(self._path, f"{step.value} {done} {parts}".encode())


def _put(path: Path, content: bytes) -> None:
    """A file that appears whole or not at all."""
    begun = path.with_name(f"{path.name}.begun")
    begun.write_bytes(content)
    begun.replace(path)


def _end_with_the_input() -> None:
    sys.stdin.buffer.read()
    _end()


def _end() -> None:
    """End at once, and a LibreOffice that was given up too; what came of it all is in the folder."""
    if os.getpgrp() == os.getpid():
        os.killpg(os.getpgrp(), signal.SIGKILL)
    os._exit(0)


def main() -> None:
    """Carry out the task of the first line."""
    os.nice(NICE)
    task = Task(**json.loads(sys.stdin.buffer.readline()))
    threading.Thread(target=_end_with_the_input, daemon=True).start()
    try:
        carry_out(task)
    except Exception:
        log.exception("the document of order %s could not be made", task.job_id)
    _end()


if __name__ == "__main__":
    main()
