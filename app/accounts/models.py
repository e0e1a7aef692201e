"""The tables of accounts."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field

from app.db import Instant, Record


class User(Record, table=True):
    """A person. `email` is kept in lower case. `password_hash` is empty until an invitation is taken up."""

    __tablename__ = "user_account"

    email: str = Field(unique=True)
    name: str
    password_hash: str = ""
    language: str = ""
    operator: bool = False
    created_at: datetime = Field(sa_type=Instant)
    disabled_at: datetime | None = Field(default=None, sa_type=Instant)


class SignIn(Record, table=True):
    """A session in a browser. The cookie holds a random token; only its SHA-256 is kept."""

    __tablename__ = "sign_in"

    user_id: UUID = Field(foreign_key="user_account.id", index=True)
    token_hash: str = Field(unique=True)
    created_at: datetime = Field(sa_type=Instant)
    last_seen_at: datetime = Field(sa_type=Instant)
    expires_at: datetime = Field(sa_type=Instant)
    revoked_at: datetime | None = Field(default=None, sa_type=Instant)
    agent: str = ""


class FailedSignIn(Record, table=True):
    """A sign-in that failed, kept to slow down guessing. `whom` and `origin` are hashes of the e-mail and the address."""

    __tablename__ = "failed_sign_in"

    whom: str = Field(index=True)
    origin: str = Field(index=True)
    at: datetime = Field(sa_type=Instant, index=True)


class AccessToken(Record, table=True):
    """A personal token for the API. Shown once; only its SHA-256 is kept."""

    __tablename__ = "access_token"

    user_id: UUID = Field(foreign_key="user_account.id", index=True)
    name: str
    token_hash: str = Field(unique=True)
    scopes: list[str] = Field(sa_type=JSON)
    created_at: datetime = Field(sa_type=Instant)
    last_used_at: datetime | None = Field(default=None, sa_type=Instant)
    expires_at: datetime | None = Field(default=None, sa_type=Instant)
    revoked_at: datetime | None = Field(default=None, sa_type=Instant)


class OnceOnly(Record, table=True):
    """The answer given to a request that named an idempotency key: the same request again gets the same answer."""

    __tablename__ = "once_only"
    __table_args__ = (UniqueConstraint("user_id", "key"),)

    user_id: UUID = Field(foreign_key="user_account.id", index=True)
    key: str
    request_hash: str
    status: int
    answer: Any = Field(default=None, sa_type=JSON)
    headers: dict[str, str] = Field(default_factory=dict, sa_type=JSON)
    at: datetime = Field(sa_type=Instant)
