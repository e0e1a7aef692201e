"""Idempotency keys: a request sent twice is carried out once, and answered the same both times."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import delete, text
from sqlmodel import Session, col, select

from app.accounts.models import OnceOnly, User
from app.errors import Malformed, OutOfPlace

KEPT = timedelta(days=7)
MOST = 200


def find(session: Session, user: User, key: str, request_hash: str) -> OnceOnly | None:
    """The answer kept for this key of the person, in the transaction that would otherwise act.

    Two requests with one key at the same moment: the second waits here until the first is done, and finds its answer.
    Raises OutOfPlace when the key was used for another request, Malformed when it cannot be a key.
    """
    if not key.strip() or len(key) > MOST:
        raise Malformed("A key for sending once has 1 to {most} characters.", field="Idempotency-Key", most=MOST)
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _lock(user.id, key)})
    kept = session.exec(select(OnceOnly).where(OnceOnly.user_id == user.id, OnceOnly.key == key)).first()
    if kept is not None and kept.request_hash != request_hash:
        raise OutOfPlace("This key was used for another request already. Take a new one.", field="Idempotency-Key")
    return kept


def keep(
    session: Session,
    user: User,
    key: str,
    request_hash: str,
    *,
    status: int,
    answer: Any,
    at: datetime,
    headers: Mapping[str, str] | None = None,
) -> None:
    """Keeps the answer, in the transaction of the act it is about, and drops answers older than `KEPT`."""
    session.exec(delete(OnceOnly).where(col(OnceOnly.at) < at - KEPT))  # type: ignore[call-overload]
    session.add(
        OnceOnly(
            user_id=user.id,
            key=key,
            request_hash=request_hash,
            status=status,
            answer=answer,
            headers=dict(headers or {}),
            at=at,
        )
    )
    session.flush()


def _lock(user_id: UUID, key: str) -> int:
    return int.from_bytes(sha256(f"{user_id}:{key}".encode()).digest()[:8], "big", signed=True)
