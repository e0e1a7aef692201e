"""The table of the record."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Index
from sqlmodel import Field, SQLModel

from app.db import Instant


class Entry(SQLModel, table=True):
    """One act. `hash` covers every other field, `previous` is the hash of the entry before: a chain from position 1."""

    __tablename__ = "record_entry"
    __append_only__ = True
    __table_args__ = (Index("ix_record_entry_subject", "subject_kind", "subject_id"),)

    position: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: datetime = Field(sa_type=Instant)
    act: str
    subject_kind: str
    subject_id: str
    process_id: UUID | None = Field(default=None, index=True)
    user_id: UUID | None = None
    participant_id: UUID | None = None
    delegation_id: UUID | None = None
    actor: str
    delegation: str = ""
    role: str = ""
    before: Any = Field(default=None, sa_type=JSON)
    after: Any = Field(default=None, sa_type=JSON)
    previous: str
    hash: str = Field(unique=True)
