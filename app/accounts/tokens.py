"""Personal access tokens: what a program may do for a person through the API."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import update
from sqlmodel import Session, col, select

from app.accounts.lines import line
from app.accounts.models import AccessToken, User
from app.accounts.policy import may_use_as
from app.accounts.secrets import draw, fingerprint
from app.errors import Malformed, OutOfPlace, Unknown, require
from app.record.actor import Actor
from app.record.chain import write

MOST = 50
LONGEST = timedelta(days=366)
_PREFIX = "protempore_"
_USED_EVERY = timedelta(minutes=1)


class Scope(StrEnum):
    """What a token opens, never more than its person may do. Every token may read."""

    READ = "read"
    DRAFT = "draft"
    TABLE = "table"
    DESK = "desk"
    MANAGE = "manage"


def create(
    session: Session,
    user: User,
    *,
    name: str,
    scopes: Iterable[str],
    by: Actor,
    at: datetime,
    expires_at: datetime | None = None,
) -> tuple[AccessToken, str]:
    """A new token and its secret, which is shown this once and cannot be found out again.

    Without `expires_at` it lasts as long as any may, `LONGEST`. Raises Malformed for a scope there is not or a date
    that has passed or lies too far ahead, OutOfPlace when the person has too many.
    """
    require(may_use_as(by, user.id))
    chosen = _accept_scopes(scopes)
    expires_at = expires_at or at + LONGEST
    if not at < expires_at <= at + LONGEST:
        raise Malformed("A token lasts at least a moment and at most a year.", field="expires_at")
    if len(mine(session, user.id, at=at)) >= MOST:
        raise OutOfPlace("You have {most} tokens already. Revoke one you do not use.", most=MOST)
    secret = draw(_PREFIX)
    token = AccessToken(
        user_id=user.id,
        name=line(name, field="name", most=80),
        token_hash=fingerprint(secret),
        scopes=chosen,
        created_at=at,
        expires_at=expires_at,
    )
    session.add(token)
    session.flush()
    after = {"token": str(token.id), "name": token.name, "scopes": chosen, "expires_at": expires_at.isoformat()}
    write(session, "token.create", ("user", user.id), by=by, at=at, after=after)
    return token, secret


def resolve(session: Session, secret: str, *, at: datetime) -> tuple[User, AccessToken] | None:
    """Whom a token speaks for, and the token; None when it is unknown, revoked, too old or its account closed."""
    found = session.exec(
        select(User, AccessToken)
        .join(AccessToken, col(AccessToken.user_id) == User.id)
        .where(
            AccessToken.token_hash == fingerprint(secret),
            col(AccessToken.revoked_at).is_(None),
            col(User.disabled_at).is_(None),
        )
    ).first()
    if found is None or (found[1].expires_at is not None and found[1].expires_at <= at):
        return None
    return found[0], found[1]


def due(token: AccessToken, *, at: datetime) -> bool:
    """Whether it is time to note again that the token is in use; `used` does it, in a transaction of its own."""
    return token.last_used_at is None or at >= token.last_used_at + _USED_EVERY


def used(session: Session, token: AccessToken, *, at: datetime) -> None:
    """Notes that a token is in use. Not an act of anybody, so not on record."""
    session.exec(update(AccessToken).where(col(AccessToken.id) == token.id).values(last_used_at=at))  # type: ignore[call-overload]


def mine(session: Session, user_id: UUID, *, at: datetime) -> list[AccessToken]:
    """A person's tokens that still open something, the newest first."""
    found = session.exec(
        select(AccessToken)
        .where(AccessToken.user_id == user_id, col(AccessToken.revoked_at).is_(None))
        .order_by(col(AccessToken.created_at).desc())
    )
    return [token for token in found if token.expires_at is None or token.expires_at > at]


def revoke(session: Session, token_id: UUID, *, by: Actor, at: datetime) -> None:
    """Ends one of a person's own tokens. Raises Unknown when it is not theirs."""
    token = session.get(AccessToken, token_id)
    if token is None or not may_use_as(by, token.user_id).allowed:
        raise Unknown("There is no such token.")
    if token.revoked_at is None:
        token.revoked_at = at
        session.add(token)
        after = {"token": str(token.id), "name": token.name}
        write(session, "token.revoke", ("user", token.user_id), by=by, at=at, after=after)


def _accept_scopes(scopes: Iterable[str]) -> list[str]:
    wanted = {Scope.READ.value, *scopes}
    if unknown := sorted(wanted - set(Scope)):
        raise Malformed("There is no scope “{scope}”.", field="scopes", scope=unknown[0])
    return [scope.value for scope in Scope if scope in wanted]
