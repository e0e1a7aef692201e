"""The workers of one process of the service: each takes up an order, has it made, and keeps what came of it."""

import logging
import threading
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from app.clock import Clock
from app.db import reading, writing
from app.errors import OutOfPlace, Refusal, Stale
from app.exports.jobs import claims
from app.exports.jobs.apart import Task
from app.exports.jobs.attempt import Attempt
from app.exports.jobs.claims import Claim
from app.exports.jobs.fulfilling import Document, deliver, orderer
from app.exports.steps import Progress, Step
from app.store import Store

log = logging.getLogger(__name__)

LOOK = 0.3
"""Seconds between two looks: whether something was ordered, whether what is made was cancelled or has come further."""

RENEWAL = claims.LEASE.total_seconds() / 4
"""Seconds after which a lease is renewed at the latest."""

AFTER_A_FAULT = 5.0
"""Seconds before a worker looks again when the database could not be asked."""


@dataclass(frozen=True)
class Workplace:
    """What workers need: the database, where documents are kept, the time, and a folder for what is in the making.

    `longest` is after how many minutes a document is given up.
    """

    engine: Engine
    store: Store
    clock: Clock
    folder: Path
    longest: int

    @property
    def at(self) -> datetime:
        return self.clock.now()


class Foreman:
    """So many workers, each a thread that waits for the process that does the work."""

    def __init__(self, place: Workplace, workers: int) -> None:
        self.place = place
        self._stopping = threading.Event()
        self._threads = [
            threading.Thread(target=self._work, name=f"export-worker-{number}", daemon=True) for number in range(workers)
        ]

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Leave what is in the making to others, and return when every worker has stopped."""
        self._stopping.set()
        for thread in self._threads:
            thread.join()

    def _work(self) -> None:
        pause = 0.0
        while not self._stopping.wait(pause):
            try:
                pause = 0.0 if self._take_up_one() else LOOK
            except Exception:
                log.exception("a document that was ordered could not be made this time")
                pause = AFTER_A_FAULT

    def _take_up_one(self) -> bool:
        """Whether there was one."""
        place = self.place
        with reading(place.engine) as session:
            if not claims.is_something_to_do(session, at=place.at):
                return False
        with writing(place.engine) as session:
            held = claims.claim(session, at=place.at)
        if held is None:
            return False
        url = place.engine.url.render_as_string(hide_password=False)
        folder = place.folder.resolve() / str(held.job_id) / str(held.token)
        task = Task(str(held.job_id), url, place.at.isoformat(), str(folder))
        with Attempt(task) as attempt:
            self._watch(attempt, held)
        return True

    def _watch(self, attempt: Attempt, held: Claim) -> None:
        begun = renewed = time.monotonic()
        told: Progress | None = None
        while not attempt.ended(LOOK):
            now, progress = time.monotonic(), attempt.progress()
            if self._stopping.is_set():
                with writing(self.place.engine) as session:
                    claims.give_back(session, held)
                return
            if now - begun > self.place.longest * 60:
                self._fail(held, _given_up(self.place.longest))
                return
            if progress == told and now - renewed < RENEWAL:
                with reading(self.place.engine) as session:
                    still = claims.holds(session, held)
            else:
                still, told, renewed = self._renew(held, progress), progress, now
            if not still:
                return
        self._end(held, attempt.outcome())

    def _end(self, held: Claim, outcome: Document | Refusal | None) -> None:
        if isinstance(outcome, Refusal):
            self._fail(held, outcome)
        elif outcome is None:
            log.warning("the process that made the document of order %s died", held.job_id)
            with writing(self.place.engine) as session:
                claims.stumble(session, held, at=self.place.at)
        elif self._renew(held, Progress(Step.KEEPING)):
            self._keep(held, outcome)

    def _keep(self, held: Claim, document: Document) -> None:
        try:
            with writing(self.place.engine) as session:
                job, at = claims.held_job(session, held), self.place.at
                if job is not None:
                    deliver(session, self.place.store, job, document, by=orderer(session, job, at=at), at=at)
        except Stale:
            # Somebody else wrote at the same moment: what was made is lost, and is made again.
            with writing(self.place.engine) as session:
                claims.stumble(session, held, at=self.place.at)
        except Refusal as refusal:
            self._fail(held, refusal)

    def _fail(self, held: Claim, refusal: Refusal) -> None:
        with writing(self.place.engine) as session:
            claims.fail(session, held, refusal, at=self.place.at)

    def _renew(self, held: Claim, told: Progress | None) -> bool:
        with writing(self.place.engine) as session:
            return claims.renew(session, held, told=told, at=self.place.at)


def _given_up(minutes: int) -> OutOfPlace:
    return OutOfPlace("It took more than {minutes} minutes and was given up.", minutes=minutes)
