"""Writing to the record, and proving that nothing in it was removed or changed."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlmodel import Session, select

from app.record.actor import Actor
from app.record.models import Entry

GENESIS = "0" * 64
_LOCK = 5_201_314_017
_PAGE = 1_000


@dataclass(frozen=True, slots=True)
class Verdict:
    """What verifying found: how many entries hold, the hash of the last, and where the chain breaks (or None)."""

    entries: int
    head: str
    broken_at: int | None = None

    @property
    def whole(self) -> bool:
        return self.broken_at is None


def write(
    session: Session,
    act: str,
    subject: tuple[str, UUID | str],
    *,
    by: Actor,
    at: datetime,
    process_id: UUID | None = None,
    before: Any = None,
    after: Any = None,
) -> Entry:
    """Add an act to the record, in the transaction of `session`.

    `act` is `<noun>.<verb>` ("amendment.table"); `subject` the kind and id of the thing; `before` and `after` whatever of
    it the act changed, as JSON values. `process_id` defaults to the process the actor acts in.
    """
    # First the rows, whose locks others may hold who are waiting to write here; then the lock of the record.
    session.flush()
    if session.get_bind().dialect.name == "postgresql":
        # One writer at a time may extend the chain; on SQLite the writing transaction itself is that lock.
        session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
    last = session.exec(select(Entry).order_by(Entry.position.desc()).limit(1)).first()  # type: ignore[attr-defined]
    kind, subject_id = subject
    entry = Entry(
        position=last.position + 1 if last else 1,
        at=at,
        act=act,
        subject_kind=kind,
        subject_id=str(subject_id),
        process_id=process_id or by.process_id,
        user_id=by.user_id,
        participant_id=by.participant_id,
        delegation_id=by.delegation_id,
        actor=by.name,
        delegation=by.delegation,
        role=by.role,
        before=before,
        after=after,
        previous=last.hash if last else GENESIS,
        hash="",
    )
    entry.hash = hash_of(entry)
    session.add(entry)
    session.flush()
    return entry


def hash_of(entry: Entry) -> str:
    """SHA-256 over the entry's fields except `hash`, as JSON with sorted keys; instants in ISO 8601 UTC."""
    fields = {name: _plain(value) for name, value in entry.model_dump(exclude={"hash"}).items()}
    canonical = json.dumps(fields, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat(timespec="microseconds")
    return str(value) if isinstance(value, UUID) else value


def entries(session: Session) -> Iterator[Entry]:
    """Every entry in order, read in pages."""
    position = 0
    while page := session.exec(
        select(Entry).where(Entry.position > position).order_by(Entry.position).limit(_PAGE)  # type: ignore[arg-type]
    ).all():
        yield from page
        position = page[-1].position


def verify(session: Session, *, expected_head: str | None = None) -> Verdict:
    """Walk the whole chain.

    A chain cannot show by itself that its newest entries were cut off; `expected_head`, a head noted earlier (every
    export carries one), must therefore be found in it.
    """
    previous, count, found = GENESIS, 0, expected_head in (None, GENESIS)
    for entry in entries(session):
        if entry.position != count + 1 or entry.previous != previous or entry.hash != hash_of(entry):
            return Verdict(count, previous, broken_at=count + 1)
        previous, count = entry.hash, count + 1
        found = found or previous == expected_head
    return Verdict(count, previous, broken_at=None if found else count + 1)


def head(session: Session) -> str:
    """The hash of the newest entry; GENESIS when there is none."""
    return session.exec(select(Entry.hash).order_by(Entry.position.desc()).limit(1)).first() or GENESIS  # type: ignore[attr-defined]
