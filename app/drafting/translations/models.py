"""The tables of language versions: what a paragraph says in another language than the one it is negotiated in."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field

from app.db import Instant, Record


class Translation(Record, table=True):
    """The words of a paragraph in another language, as somebody entered them. None is ever altered: the next is a new row.

    `number` counts those of one paragraph in one language from 1. `revision_id` is the revision whose words were
    translated. Which of them stands for a revision, and whether it is stale, follows from the texts and is never kept.
    """

    __tablename__ = "translation"
    __append_only__ = True
    __table_args__ = (UniqueConstraint("declaration_id", "language", "paragraph_key", "number"),)

    declaration_id: UUID = Field(foreign_key="declaration.id", index=True)
    language: str
    paragraph_key: str
    number: int
    revision_id: UUID = Field(foreign_key="revision.id")
    runs: list[dict[str, Any]] = Field(sa_type=JSON)
    made_by: UUID = Field(foreign_key="participant.id")
    made_at: datetime = Field(sa_type=Instant)


class Concordance(Record, table=True):
    """Somebody's word that a translation means what the paragraph means, or (`holds` false) no longer. The newest stands.

    `number` counts those on one translation from 1.
    """

    __tablename__ = "concordance"
    __append_only__ = True
    __table_args__ = (UniqueConstraint("translation_id", "number"),)

    translation_id: UUID = Field(foreign_key="translation.id", index=True)
    number: int
    holds: bool
    given_by: UUID = Field(foreign_key="participant.id")
    given_at: datetime = Field(sa_type=Instant)
