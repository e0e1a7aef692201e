"""The tables of processes."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field

from app.db import Instant, Record


class Process(Record, table=True):
    """A regional consultative process. `names` is `{language: {"official": …, "short": …}}`."""

    __tablename__ = "process"

    slug: str = Field(unique=True)
    names: dict[str, dict[str, str]] = Field(sa_type=JSON)
    languages: list[str] = Field(sa_type=JSON)
    founded: int | None = None
    version: int = 1
    created_at: datetime = Field(sa_type=Instant)


class Delegation(Record, table=True):
    """A member, observer or organization as it sits in one process.

    A State is named by `country` (ISO 3166-1 alpha-2) and its names come from the library; an organization has `names`,
    `{language: {"official": …, "short": …}}`. `clearance` says that what it tables must first be cleared by its head.
    """

    __tablename__ = "delegation"
    __table_args__ = (UniqueConstraint("process_id", "country"),)

    process_id: UUID = Field(foreign_key="process.id", index=True)
    standing: str
    country: str | None = None
    names: dict[str, dict[str, str]] = Field(default_factory=dict, sa_type=JSON)
    clearance: bool = False
    joined_on: date | None = None
    left_on: date | None = None


class Participant(Record, table=True):
    """A person in a role in a process; `delegation_id` is empty for the secretariat. One seat a person a process."""

    __tablename__ = "participant"
    __table_args__ = (UniqueConstraint("process_id", "user_id"),)

    process_id: UUID = Field(foreign_key="process.id", index=True)
    user_id: UUID = Field(foreign_key="user_account.id", index=True)
    delegation_id: UUID | None = Field(default=None, foreign_key="delegation.id", index=True)
    role: str
    title: str = ""
    since: datetime = Field(sa_type=Instant)
    until: datetime | None = Field(default=None, sa_type=Instant)


class PresidencyTerm(Record, table=True):
    """A delegation's term as presidency pro tempore, from `starts_on` to `ends_on` (included; empty while it runs)."""

    __tablename__ = "presidency_term"

    process_id: UUID = Field(foreign_key="process.id", index=True)
    delegation_id: UUID = Field(foreign_key="delegation.id")
    starts_on: date
    ends_on: date | None = None


class Invitation(Record, table=True):
    """A single-use link that gives a person a seat. Only the SHA-256 of its token is kept."""

    __tablename__ = "invitation"

    process_id: UUID = Field(foreign_key="process.id", index=True)
    delegation_id: UUID | None = Field(default=None, foreign_key="delegation.id")
    role: str
    email: str
    name: str
    token_hash: str = Field(unique=True)
    invited_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    created_at: datetime = Field(sa_type=Instant)
    expires_at: datetime = Field(sa_type=Instant)
    used_at: datetime | None = Field(default=None, sa_type=Instant)
    withdrawn_at: datetime | None = Field(default=None, sa_type=Instant)
