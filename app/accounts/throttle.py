"""Slowing down who guesses passwords."""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import ColumnElement, delete, func
from sqlmodel import Session, and_, col, select

from app.accounts.lines import folded
from app.accounts.models import FailedSignIn
from app.errors import TooMany

MEMORY = timedelta(hours=24)
FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class _Count:
    """How many failures are free before waits begin."""

    free: int

    def wait(self, failures: int) -> timedelta:
        if failures < self.free:
            return timedelta(0)
        return min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(failures - self.free, 16))


# One person at one place gets few tries. A whole conference behind one address gets more, and so does an address that
# others try from elsewhere: nobody should be able to lock a delegation out with five bad guesses.
_PERSON_AT_PLACE = _Count(5)
_PERSON = _Count(15)
_PLACE = _Count(30)


def waits(session: Session, email: str, origin: str, *, at: datetime) -> TooMany | None:
    """The refusal, when whoever tries from `origin` to sign in as `email` must wait first; its values have `seconds`."""
    whom, place = _hash(folded(email)), _hash(origin)
    rules = (
        (_PERSON_AT_PLACE, and_(col(FailedSignIn.whom) == whom, col(FailedSignIn.origin) == place)),
        (_PERSON, col(FailedSignIn.whom) == whom),
        (_PLACE, col(FailedSignIn.origin) == place),
    )
    until = max(_until(session, count, those, at) for count, those in rules)
    if until <= at:
        return None
    seconds = math.ceil((until - at).total_seconds())
    if seconds < 120:
        return TooMany("Too many failed attempts. Try again in {seconds} seconds.", seconds=seconds)
    minutes = math.ceil(seconds / 60)
    return TooMany("Too many failed attempts. Try again in {minutes} minutes.", minutes=minutes, seconds=seconds)


def _until(session: Session, count: _Count, those: ColumnElement[bool], at: datetime) -> datetime:
    failures, last = session.exec(
        select(func.count(), func.max(FailedSignIn.at)).where(those, col(FailedSignIn.at) > at - MEMORY)
    ).one()
    return last + count.wait(failures) if failures else at


def note(session: Session, email: str, origin: str, *, at: datetime) -> None:
    """Writes a failure down, and drops those too old to matter."""
    session.exec(delete(FailedSignIn).where(col(FailedSignIn.at) <= at - MEMORY))  # type: ignore[call-overload]
    session.add(FailedSignIn(whom=_hash(folded(email)), origin=_hash(origin), at=at))
    session.flush()


def forgive(session: Session, email: str) -> None:
    """Forgets the failures of a person who has shown who they are."""
    session.exec(delete(FailedSignIn).where(col(FailedSignIn.whom) == _hash(folded(email))))  # type: ignore[call-overload]


def _hash(value: str) -> str:
    return sha256(value.encode()).hexdigest()
