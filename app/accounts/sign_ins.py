"""Signing in and out: sessions kept by the server, of which a browser holds a random token."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import update
from sqlmodel import Session, col, select

from app.accounts import passwords, throttle
from app.accounts.lines import folded
from app.accounts.models import SignIn, User
from app.accounts.oneself import oneself
from app.accounts.policy import may_use_as
from app.accounts.secrets import draw, fingerprint
from app.errors import Malformed, Refusal, Unknown, require
from app.record.actor import Actor
from app.record.chain import write

IDLE = timedelta(hours=2)
LIFETIME = timedelta(days=7)
_SEEN_EVERY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Somebody who has just shown who they are, and the token that stands for it."""

    user: User
    token: str


def sign_in(
    session: Session,
    email: str,
    password: str,
    *,
    origin: str,
    agent: str,
    at: datetime,
    lifetime: timedelta = LIFETIME,
    replacing: str = "",
) -> SignedIn | Refusal:
    """Signs a person in under a new token; the sign-in of the token `replacing` ends.

    A refusal is *returned*, not raised: the failure must be written although nobody is signed in. It is the same for an
    unknown address, a closed account and a wrong password; TooMany when whoever tries must wait.
    """
    # The row is locked so that guesses made at the same moment are counted one after the other.
    user = session.exec(select(User).where(User.email == folded(email)).with_for_update()).first()
    waits = throttle.waits(session, email, origin, at=at)
    if waits is not None:
        return waits
    open_account = user is not None and user.disabled_at is None
    right, stronger = passwords.check(password, user.password_hash if user and open_account else "")
    if user is None or not right:
        throttle.note(session, email, origin, at=at)
        return Malformed("The e-mail address or the password is not right.", field="password")
    if stronger:
        user.password_hash = stronger
        session.add(user)
    throttle.forgive(session, email)
    by = oneself(user)
    return SignedIn(user, begin(session, user, by=by, agent=agent, at=at, lifetime=lifetime, replacing=replacing))


def begin(
    session: Session,
    user: User,
    *,
    by: Actor,
    agent: str,
    at: datetime,
    lifetime: timedelta = LIFETIME,
    replacing: str = "",
) -> str:
    """Begins a sign-in for somebody known by other means, as by an invitation just taken up, and returns its token."""
    require(may_use_as(by, user.id))
    token = draw()
    if replacing:
        _end(session, at, SignIn.token_hash == fingerprint(replacing))
    begun = SignIn(
        user_id=user.id,
        token_hash=fingerprint(token),
        created_at=at,
        last_seen_at=at,
        expires_at=at + lifetime,
        agent=agent[:200],
    )
    session.add(begun)
    session.flush()
    write(session, "sign_in.begin", ("user", user.id), by=by, at=at, after={"sign_in": str(begun.id)})
    return token


def resolve(session: Session, token: str, *, at: datetime, idle: timedelta = IDLE) -> tuple[User, SignIn] | None:
    """Who the token stands for; None when it is unknown, ended, too old, or was not used for longer than `idle`."""
    if not token:
        return None
    found = session.exec(
        select(User, SignIn)
        .join(SignIn, col(SignIn.user_id) == User.id)
        .where(SignIn.token_hash == fingerprint(token), col(SignIn.revoked_at).is_(None), col(User.disabled_at).is_(None))
    ).first()
    if found is None:
        return None
    user, signed_in = found
    return (user, signed_in) if alive(signed_in, at=at, idle=idle) else None


def alive(signed_in: SignIn, *, at: datetime, idle: timedelta = IDLE) -> bool:
    """Whether a sign-in still opens anything."""
    return signed_in.revoked_at is None and at < signed_in.expires_at and at < signed_in.last_seen_at + idle


def due(signed_in: SignIn, *, at: datetime) -> bool:
    """Whether it is time to note again that the sign-in is in use; `seen` does it, in a transaction of its own."""
    return at >= signed_in.last_seen_at + _SEEN_EVERY


def seen(session: Session, signed_in: SignIn, *, at: datetime) -> None:
    """Notes that a sign-in is in use. Not an act of anybody, so not on record."""
    session.exec(  # type: ignore[call-overload]
        update(SignIn)
        .where(col(SignIn.id) == signed_in.id, col(SignIn.revoked_at).is_(None), col(SignIn.last_seen_at) < at)
        .values(last_seen_at=at)
    )


def mine(session: Session, user_id: UUID, *, at: datetime, idle: timedelta = IDLE) -> list[SignIn]:
    """A person's sign-ins that still open something, the latest first."""
    found = session.exec(
        select(SignIn)
        .where(SignIn.user_id == user_id, col(SignIn.revoked_at).is_(None), col(SignIn.expires_at) > at)
        .order_by(col(SignIn.last_seen_at).desc())
    )
    return [each for each in found if alive(each, at=at, idle=idle)]


def sign_out(session: Session, token: str, *, at: datetime) -> None:
    """Ends the sign-in of a token. Signing out twice is no mistake."""
    signed_in = session.exec(select(SignIn).where(SignIn.token_hash == fingerprint(token))).first()
    if signed_in is not None and signed_in.revoked_at is None:
        user = session.get_one(User, signed_in.user_id)
        revoke(session, signed_in.id, by=oneself(user), at=at)


def revoke(session: Session, sign_in_id: UUID, *, by: Actor, at: datetime) -> None:
    """Ends one of a person's own sign-ins. Raises Unknown when it is not theirs."""
    signed_in = session.get(SignIn, sign_in_id)
    if signed_in is None or not may_use_as(by, signed_in.user_id).allowed:
        raise Unknown("There is no such sign-in.")
    if signed_in.revoked_at is None:
        signed_in.revoked_at = at
        session.add(signed_in)
        write(session, "sign_in.end", ("user", signed_in.user_id), by=by, at=at, after={"sign_in": str(signed_in.id)})


def revoke_all(session: Session, user: User, *, by: Actor, at: datetime, keep: str = "") -> int:
    """Ends a person's own sign-ins, except the one whose token is `keep`; returns how many ended."""
    require(may_use_as(by, user.id))
    ended = end_all(session, user, at=at, keep=keep)
    if ended:
        write(session, "sign_in.end_all", ("user", user.id), by=by, at=at, after={"ended": ended})
    return ended


def end_all(session: Session, user: User, *, at: datetime, keep: str = "") -> int:
    """Ends a person's sign-ins as part of another act, which is the one on record."""
    return _end(session, at, SignIn.user_id == user.id, SignIn.token_hash != (fingerprint(keep) if keep else ""))


def _end(session: Session, at: datetime, *those: bool) -> int:
    ended = session.exec(update(SignIn).where(col(SignIn.revoked_at).is_(None), *those).values(revoked_at=at))  # type: ignore
    return ended.rowcount
