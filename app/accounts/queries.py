"""What pages read of accounts."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import Session, col, select

from app.accounts import sign_ins
from app.accounts.models import User
from app.accounts.policy import may_open_accounts
from app.accounts.secrets import fingerprint
from app.errors import require
from app.record.actor import Actor


@dataclass(frozen=True, slots=True)
class SignInLine:
    """One of a person's sign-ins; `here` is the one that asks."""

    id: UUID
    agent: str
    since: datetime
    last_seen: datetime
    here: bool


def sign_ins_of(
    session: Session, user_id: UUID, *, token: str, at: datetime, idle: timedelta = sign_ins.IDLE
) -> list[SignInLine]:
    """A person's open sign-ins, the one that asks first, then the latest used."""
    here = fingerprint(token)
    lines = [
        SignInLine(each.id, each.agent, each.created_at, each.last_seen_at, each.token_hash == here)
        for each in sign_ins.mine(session, user_id, at=at, idle=idle)
    ]
    return sorted(lines, key=lambda each: not each.here)


def all_users(session: Session, *, by: Actor) -> list[User]:
    """Every account, by e-mail. For operators."""
    require(may_open_accounts(by))
    return list(session.exec(select(User).order_by(col(User.email))))
