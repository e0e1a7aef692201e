"""Ordering documents of the demonstration in one line each, every act a transaction of its own."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import select

from app.db import reading, writing
from app.exports.exports import ordered
from app.exports.jobs import claims, ordering
from app.exports.jobs.claims import Claim
from app.exports.kinds import Kind, Options
from app.exports.models import Export, ExportJob
from tests.support.told import Told

DELEGATE = "delegate@hn.example"


@dataclass
class Queue:
    """`at` is the time of the next act; nothing but the test moves it."""

    rcm: Told

    def __post_init__(self) -> None:
        self.at: datetime = self.rcm.at

    def later(self, by: timedelta) -> None:
        self.at += by

    def order(self, kind: Kind = Kind.CLEAN, email: str = DELEGATE, **chosen: Any) -> ExportJob:
        by, revision = self.rcm.person(email), self.rcm.revision()
        asked = ordered(self.rcm.declaration, kind, revision, by=by, at=self.at, options=Options(**chosen))
        with writing(self.rcm.engine) as session:
            return ordering.place(session, asked, by=by, at=self.at)

    def cancel(self, job: ExportJob, email: str = DELEGATE) -> None:
        with writing(self.rcm.engine) as session:
            row = session.get_one(ExportJob, job.id)
            ordering.cancel(session, row, by=self.rcm.person(email), at=self.at)

    def claim(self) -> Claim | None:
        with writing(self.rcm.engine) as session:
            return claims.claim(session, at=self.at)

    def claimed(self) -> Claim:
        held = self.claim()
        assert held is not None
        return held

    def now(self, job: ExportJob) -> ExportJob:
        """The order as it now is."""
        with reading(self.rcm.engine) as session:
            return session.get_one(ExportJob, job.id)

    def exports(self) -> list[Export]:
        with reading(self.rcm.engine) as session:
            return list(session.exec(select(Export)))
