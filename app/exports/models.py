"""The tables of documents: those that were handed out, and those that were ordered and are made in their turn."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON
from sqlmodel import Field

from app.db import Instant, Record


class Export(Record, table=True):
    """A document that was handed out and is kept under its SHA-256: of a revision of a declaration, or of a meeting.

    `side` is who may see it again: the id of a delegation, or "chair" for the secretariat and the presidency, for each
    document shows what its reader may read. `record_head` is the head of the record when it was made. `house_style_id` is
    the reference document it was written on; None where that was ours, or where it has no pages.
    """

    __tablename__ = "export"
    __append_only__ = True

    process_id: UUID = Field(foreign_key="process.id", index=True)
    declaration_id: UUID | None = Field(default=None, foreign_key="declaration.id", index=True)
    meeting_id: UUID | None = Field(default=None, foreign_key="meeting.id", index=True)
    kind: str
    revision_id: UUID | None = Field(default=None, foreign_key="revision.id")
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
    house_style_id: UUID | None = Field(default=None, foreign_key="house_style.id")


class ExportJob(Record, table=True):
    """A document that was ordered and is made in its turn, beside the service.

    `side` is for whose eyes, as of an Export. `step` is what is being done, after `steps_done` of `steps`, and of that step
    `parts_done` of `parts`; without parts it is not known how far it is. A worker that makes it holds it by `claim`, which
    is of this attempt alone, until `lease_until`; then another may take it up. `export_id` is what it became; `refusal` why
    it failed: the sentence and its values, to be put into the reader's words.
    """

    __tablename__ = "export_job"

    process_id: UUID = Field(foreign_key="process.id", index=True)
    declaration_id: UUID | None = Field(default=None, foreign_key="declaration.id", index=True)
    meeting_id: UUID | None = Field(default=None, foreign_key="meeting.id", index=True)
    kind: str
    revision_id: UUID | None = Field(default=None, foreign_key="revision.id")
    against_id: UUID | None = Field(default=None, foreign_key="revision.id")
    options: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    side: str
    ordered_by: UUID = Field(foreign_key="participant.id", index=True)
    ordered_at: datetime = Field(sa_type=Instant)
    state: str = Field(default="waiting", index=True)
    step: str = ""
    steps_done: int = 0
    steps: int
    parts_done: int = 0
    parts: int = 0
    attempts: int = 0
    claim: UUID | None = None
    lease_until: datetime | None = Field(default=None, sa_type=Instant)
    started_at: datetime | None = Field(default=None, sa_type=Instant)
    ended_at: datetime | None = Field(default=None, sa_type=Instant)
    export_id: UUID | None = Field(default=None, foreign_key="export.id")
    refusal: dict[str, Any] | None = Field(default=None, sa_type=JSON)
