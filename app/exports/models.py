"""The table of exports."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON
from sqlmodel import Field

from app.db import Instant, Record


class Export(Record, table=True):
    """A document that was handed out and is kept under its SHA-256.

    `side` is who may see it again: the id of a delegation, or "chair" for the secretariat and the presidency, for each
    document shows what its reader may read. `record_head` is the head of the record when it was made.
    """

    __tablename__ = "export"
    __append_only__ = True

    process_id: UUID = Field(foreign_key="process.id", index=True)
    declaration_id: UUID = Field(foreign_key="declaration.id", index=True)
    kind: str
    revision_id: UUID = Field(foreign_key="revision.id")
    against_id: UUID | None = Field(default=None, foreign_key="revision.id")
    options: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    filename: str
    media_type: str
    sha256: str = Field(index=True)
    size: int
    side: str
    made_by: UUID = Field(foreign_key="participant.id")
    made_at: datetime = Field(sa_type=Instant)
    record_head: str
