"""The tables of positions. Both are append-only: what a delegation put on record stays in its words, withdrawn or not."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from app.db import Instant, Record


class Position(Record, table=True):
    """A delegation's words on record: a reservation against a paragraph or the whole text, or an explanation of position.

    `number` counts within the declaration. `paragraph_key` is None when it is on the text as a whole; `revision_id` is the
    revision that was before the delegation. `language` is that of the words.
    """

    __tablename__ = "position"
    __append_only__ = True
    __table_args__ = (UniqueConstraint("declaration_id", "number"),)

    declaration_id: UUID = Field(foreign_key="declaration.id", index=True)
    number: int
    kind: str
    delegation_id: UUID = Field(foreign_key="delegation.id", index=True)
    paragraph_key: str | None = None
    revision_id: UUID = Field(foreign_key="revision.id")
    language: str
    words: str
    entered_by: UUID = Field(foreign_key="participant.id")
    entered_at: datetime = Field(sa_type=Instant)


class PositionAnswer(Record, table=True):
    """What its delegation said of a position later: confirmed on another revision, or withdrawn.

    `number` counts the answers on one position from 1; `revision_id` is the revision that was before the delegation.
    """

    __tablename__ = "position_answer"
    __append_only__ = True
    __table_args__ = (UniqueConstraint("position_id", "number"),)

    position_id: UUID = Field(foreign_key="position.id", index=True)
    number: int
    word: str
    revision_id: UUID = Field(foreign_key="revision.id")
    given_by: UUID = Field(foreign_key="participant.id")
    given_at: datetime = Field(sa_type=Instant)
