"""The tables of the files that delegations send back, marked up."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field

from app.db import Instant, Record


class ReturnedFile(Record, table=True):
    """A marked-up file that a delegation sent back, kept under its SHA-256.

    `revision_id` is the text it was made from. What it says is read from the file itself each time: the file is the source.
    Only its delegation sees it.
    """

    __tablename__ = "returned_file"
    __append_only__ = True

    declaration_id: UUID = Field(foreign_key="declaration.id", index=True)
    delegation_id: UUID = Field(foreign_key="delegation.id", index=True)
    revision_id: UUID = Field(foreign_key="revision.id")
    filename: str
    sha256: str
    size: int
    uploaded_by: UUID = Field(foreign_key="participant.id")
    at: datetime = Field(sa_type=Instant)


class ReturnedDraft(Record, table=True):
    """An amendment drafted from a file. `found` are the changes that went into it, by their numbers in the file, from 0."""

    __tablename__ = "returned_draft"
    __append_only__ = True
    __table_args__ = (UniqueConstraint("amendment_id"),)

    file_id: UUID = Field(foreign_key="returned_file.id", index=True)
    amendment_id: UUID = Field(foreign_key="amendment.id")
    found: list[int] = Field(sa_type=JSON)
    at: datetime = Field(sa_type=Instant)
