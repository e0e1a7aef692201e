"""The tables of agreements."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from app.db import Instant, Record


class Agreement(Record, table=True):
    """What a meeting agreed. `force` is agreed or suggested; `state` open, done or dropped; `number` within the meeting.

    `due_note` says what is known of a date that is not fixed. A missing owner or date is kept missing and flagged.
    """

    __tablename__ = "agreement"
    __table_args__ = (UniqueConstraint("meeting_id", "number"),)

    meeting_id: UUID = Field(foreign_key="meeting.id", index=True)
    number: int
    what: str
    due_on: date | None = None
    due_note: str = ""
    force: str = "agreed"
    state: str = "open"
    agenda_item_id: UUID | None = Field(default=None, foreign_key="agenda_item.id")
    declaration_id: UUID | None = Field(default=None, foreign_key="declaration.id")
    source: str = ""
    version: int = 1
    created_at: datetime = Field(sa_type=Instant)


class AgreementOwner(Record, table=True):
    """Who answers for an agreement: a delegation, or an `office`: secretariat, presidency, all_members.

    `inferred` says that the meeting named nobody and the secretariat reads it so.
    """

    __tablename__ = "agreement_owner"

    agreement_id: UUID = Field(foreign_key="agreement.id", index=True)
    delegation_id: UUID | None = Field(default=None, foreign_key="delegation.id")
    office: str = ""
    inferred: bool = False


class Progress(Record, table=True):
    """A note on how an agreement is coming along."""

    __tablename__ = "agreement_progress"
    __append_only__ = True

    agreement_id: UUID = Field(foreign_key="agreement.id", index=True)
    text: str
    state: str
    noted_by: UUID = Field(foreign_key="participant.id")
    noted_at: datetime = Field(sa_type=Instant)
