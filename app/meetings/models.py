"""The tables of meetings."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from app.db import Instant, Record


class Meeting(Record, table=True):
    """A meeting. `process_id` is the process that convenes it; `agenda_state` is draft, submitted or approved.

    `date_note` says what is known of the date when it is not fixed ("tentative", "last week of April").
    """

    __tablename__ = "meeting"

    process_id: UUID = Field(foreign_key="process.id", index=True)
    title: str
    purpose: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    date_note: str = ""
    place: str = ""
    online: bool = False
    link: str = ""
    state: str = "planned"
    agenda_state: str = "draft"
    version: int = 1
    created_at: datetime = Field(sa_type=Instant)


class MeetingProcess(Record, table=True):
    """A process that meets; `body` is "plenary" or "troika"."""

    __tablename__ = "meeting_process"
    __table_args__ = (UniqueConstraint("meeting_id", "process_id"),)

    meeting_id: UUID = Field(foreign_key="meeting.id", index=True)
    process_id: UUID = Field(foreign_key="process.id", index=True)
    body: str = "plenary"


class Attendance(Record, table=True):
    """A delegation's presence at a meeting, with its persons as the secretariat wrote them down."""

    __tablename__ = "attendance"
    __table_args__ = (UniqueConstraint("meeting_id", "delegation_id"),)

    meeting_id: UUID = Field(foreign_key="meeting.id", index=True)
    delegation_id: UUID = Field(foreign_key="delegation.id")
    persons: str = ""
    present: bool = True


class MeetingDocument(Record, table=True):
    """A document before a meeting: a file kept by its SHA-256, or a title only when it is still to be produced."""

    __tablename__ = "meeting_document"

    meeting_id: UUID = Field(foreign_key="meeting.id", index=True)
    title: str
    symbol: str = ""
    note: str = ""
    filename: str = ""
    media_type: str = ""
    sha256: str = ""
    size: int = 0
    added_at: datetime = Field(sa_type=Instant)


class AgendaItem(Record, table=True):
    """An item of an agenda, nested under `parent_id`, in order of `position` among its siblings."""

    __tablename__ = "agenda_item"

    meeting_id: UUID = Field(foreign_key="meeting.id", index=True)
    parent_id: UUID | None = Field(default=None, foreign_key="agenda_item.id")
    position: int
    title: str
    note: str = ""
    delegation_id: UUID | None = Field(default=None, foreign_key="delegation.id")


class Statement(Record, table=True):
    """What a delegation said, or a `speaker` who sits in none, as the secretariat took it down."""

    __tablename__ = "statement"

    meeting_id: UUID = Field(foreign_key="meeting.id", index=True)
    agenda_item_id: UUID | None = Field(default=None, foreign_key="agenda_item.id")
    delegation_id: UUID | None = Field(default=None, foreign_key="delegation.id")
    speaker: str = ""
    words: str
    taken_down_at: datetime = Field(sa_type=Instant)
