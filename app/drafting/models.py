"""The tables of drafting.

Texts are stored whole (`app.text.stored`): revisions as one row a paragraph, an amendment's acts as it was tabled. Tables
marked append-only are guarded by triggers: the database itself refuses to change or remove a row.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field

from app.db import Instant, Record


class Declaration(Record, table=True):
    """An instrument being negotiated in a process.

    Until its first revision is issued its words stand in DraftParagraph and the secretariat edits them; `version` counts
    every change of the draft or of the desk, so that the slower of two secretaries is told. The window for amendments is
    open from `window_opened_at` until `window_closed_at`; `deadline` marks what comes later as late.
    """

    __tablename__ = "declaration"

    process_id: UUID = Field(foreign_key="process.id", index=True)
    title: str
    symbol: str = ""
    language: str
    character: str = ""
    meeting_id: UUID | None = Field(default=None, foreign_key="meeting.id")
    version: int = 1
    window_opened_at: datetime | None = Field(default=None, sa_type=Instant)
    window_closed_at: datetime | None = Field(default=None, sa_type=Instant)
    deadline: datetime | None = Field(default=None, sa_type=Instant)
    created_at: datetime = Field(sa_type=Instant)


class DraftParagraph(Record, table=True):
    """A paragraph of a text that is not yet issued. The secretariat's working paper: only it and the presidency see it."""

    __tablename__ = "draft_paragraph"
    __table_args__ = (UniqueConstraint("declaration_id", "key"),)

    declaration_id: UUID = Field(foreign_key="declaration.id", index=True)
    position: int
    key: str
    role: str
    level: int = 0
    runs: list[dict[str, Any]] = Field(sa_type=JSON)


class Revision(Record, table=True):
    """A text issued under a name, never changed afterwards. `number` counts from 0 (the zero draft).

    `renumbered` says that its paragraphs were numbered anew; else they keep the numbers of the last revision that was.
    `fingerprint` is `app.text.fingerprint` of its text.
    """

    __tablename__ = "revision"
    __append_only__ = True
    __table_args__ = (UniqueConstraint("declaration_id", "number"), UniqueConstraint("declaration_id", "name"))

    declaration_id: UUID = Field(foreign_key="declaration.id", index=True)
    number: int
    name: str
    note: str = ""
    renumbered: bool
    fingerprint: str
    issued_at: datetime = Field(sa_type=Instant)
    issued_by: UUID | None = Field(default=None, foreign_key="participant.id")


class RevisionParagraph(Record, table=True):
    """A paragraph of a revision, whole."""

    __tablename__ = "revision_paragraph"
    __append_only__ = True
    __table_args__ = (UniqueConstraint("revision_id", "position"), UniqueConstraint("revision_id", "key"))

    revision_id: UUID = Field(foreign_key="revision.id", index=True)
    position: int
    key: str = Field(index=True)
    role: str
    level: int = 0
    runs: list[dict[str, Any]] = Field(sa_type=JSON)


class Amendment(Record, table=True):
    """A proposal by a delegation to change a revision. Its words are in its versions; this row says where it stands.

    `number` counts within the declaration and is given when it is tabled. `state` is one of `drafting.states.State`.
    `alternatives` groups amendments of which one is meant to be taken (the same addition in one place *or* another).
    """

    __tablename__ = "amendment"
    __table_args__ = (UniqueConstraint("declaration_id", "number"),)

    declaration_id: UUID = Field(foreign_key="declaration.id", index=True)
    delegation_id: UUID = Field(foreign_key="delegation.id", index=True)
    number: int | None = None
    state: str = "drafted"
    version: int = 1
    alternatives: UUID | None = Field(default=None, index=True)
    late: bool = False
    created_by: UUID = Field(foreign_key="participant.id")
    created_at: datetime = Field(sa_type=Instant)
    tabled_at: datetime | None = Field(default=None, sa_type=Instant)
    state_at: datetime = Field(sa_type=Instant)


class DraftAmendment(Record, table=True):
    """What a delegation is still writing: the present words of an amendment not yet tabled, or of its next version."""

    __tablename__ = "draft_amendment"

    amendment_id: UUID = Field(foreign_key="amendment.id", unique=True)
    base_id: UUID = Field(foreign_key="revision.id")
    acts: list[dict[str, Any]] = Field(sa_type=JSON)
    reason: str = ""
    audience: str = "all"
    edited_by: UUID = Field(foreign_key="participant.id")
    edited_at: datetime = Field(sa_type=Instant)
    cleared_by: UUID | None = Field(default=None, foreign_key="participant.id")
    cleared_at: datetime | None = Field(default=None, sa_type=Instant)


class AmendmentVersion(Record, table=True):
    """The words of an amendment as tabled, on the revision they were tabled on. A correction is a new version.

    `audience` says who may read the reason: all, chair (presidency and secretariat) or delegation (the sponsors only).
    """

    __tablename__ = "amendment_version"
    __append_only__ = True
    __table_args__ = (UniqueConstraint("amendment_id", "number"),)

    amendment_id: UUID = Field(foreign_key="amendment.id", index=True)
    number: int
    base_id: UUID = Field(foreign_key="revision.id")
    acts: list[dict[str, Any]] = Field(sa_type=JSON)
    reason: str = ""
    audience: str = "all"
    tabled_by: UUID = Field(foreign_key="participant.id")
    tabled_at: datetime = Field(sa_type=Instant)
    cleared_by: UUID | None = Field(default=None, foreign_key="participant.id")
    late: bool = False


class Sponsorship(Record, table=True):
    """A delegation asked to co-sponsor an amendment. Its name stands only once it has confirmed."""

    __tablename__ = "sponsorship"
    __table_args__ = (UniqueConstraint("amendment_id", "delegation_id"),)

    amendment_id: UUID = Field(foreign_key="amendment.id", index=True)
    delegation_id: UUID = Field(foreign_key="delegation.id", index=True)
    asked_at: datetime = Field(sa_type=Instant)
    confirmed_at: datetime | None = Field(default=None, sa_type=Instant)
    declined_at: datetime | None = Field(default=None, sa_type=Instant)
    withdrawn_at: datetime | None = Field(default=None, sa_type=Instant)
    answered_by: UUID | None = Field(default=None, foreign_key="participant.id")


class Decision(Record, table=True):
    """What the room decided on an amendment, as the secretariat took it down. The newest decision stands.

    `number` counts the decisions on one amendment from 1. `outcome` is accepted, modified, not_accepted, held or reopened;
    `acts` the different words when modified, on `base_id`, the revision that was before the room.
    """

    __tablename__ = "decision"
    __append_only__ = True
    __table_args__ = (UniqueConstraint("amendment_id", "number"),)

    amendment_id: UUID = Field(foreign_key="amendment.id", index=True)
    number: int
    base_id: UUID = Field(foreign_key="revision.id")
    outcome: str
    acts: list[dict[str, Any]] | None = Field(default=None, sa_type=JSON)
    note: str = ""
    decided_by: UUID = Field(foreign_key="participant.id")
    decided_at: datetime = Field(sa_type=Instant)


class Landing(Record, table=True):
    """What became of a pending amendment when a revision was issued: carried, adapted, absorbed or overtaken.

    `acts` are the amendment's acts as they stand on the new revision: the same when carried, others when adapted, a
    suggestion or nothing when overtaken. The amendment's own words stay as they were tabled.
    """

    __tablename__ = "landing"
    __append_only__ = True
    __table_args__ = (UniqueConstraint("amendment_id", "revision_id"),)

    amendment_id: UUID = Field(foreign_key="amendment.id", index=True)
    revision_id: UUID = Field(foreign_key="revision.id", index=True)
    outcome: str
    acts: list[dict[str, Any]] | None = Field(default=None, sa_type=JSON)
    obstacles: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSON)
    at: datetime = Field(sa_type=Instant)


class Answer(Record, table=True):
    """A delegation's word on where its amendment landed: confirmed, restated in a new version, or withdrawn there."""

    __tablename__ = "answer"
    __append_only__ = True

    landing_id: UUID = Field(foreign_key="landing.id", unique=True)
    word: str
    given_by: UUID = Field(foreign_key="participant.id")
    given_at: datetime = Field(sa_type=Instant)


class Incorporation(Record, table=True):
    """An accepted amendment whose words went into a revision."""

    __tablename__ = "incorporation"
    __append_only__ = True
    __table_args__ = (UniqueConstraint("amendment_id", "revision_id"),)

    revision_id: UUID = Field(foreign_key="revision.id", index=True)
    amendment_id: UUID = Field(foreign_key="amendment.id", index=True)
    decision_id: UUID = Field(foreign_key="decision.id")
    acts: list[dict[str, Any]] = Field(sa_type=JSON)


class TermRequest(Record, table=True):
    """A term a delegation asks to see, or not to see, anywhere in a declaration."""

    __tablename__ = "term_request"

    declaration_id: UUID = Field(foreign_key="declaration.id", index=True)
    delegation_id: UUID = Field(foreign_key="delegation.id")
    term: str
    wish: str = "avoid"
    reason: str = ""
    audience: str = "all"
    asked_by: UUID = Field(foreign_key="participant.id")
    asked_at: datetime = Field(sa_type=Instant)
    withdrawn_at: datetime | None = Field(default=None, sa_type=Instant)


class Comment(Record, table=True):
    """A remark by a delegation or an observer on a declaration or on one of its paragraphs. Never altered."""

    __tablename__ = "comment"
    __append_only__ = True

    declaration_id: UUID = Field(foreign_key="declaration.id", index=True)
    paragraph_key: str | None = Field(default=None, index=True)
    revision_id: UUID | None = Field(default=None, foreign_key="revision.id")
    delegation_id: UUID | None = Field(default=None, foreign_key="delegation.id")
    text: str
    audience: str = "all"
    made_by: UUID = Field(foreign_key="participant.id")
    made_at: datetime = Field(sa_type=Instant)


class AgendaLink(Record, table=True):
    """A declaration, or one of its paragraphs, before a meeting under an agenda item."""

    __tablename__ = "agenda_link"
    __table_args__ = (UniqueConstraint("agenda_item_id", "declaration_id", "paragraph_key"),)

    agenda_item_id: UUID = Field(foreign_key="agenda_item.id", index=True)
    declaration_id: UUID = Field(foreign_key="declaration.id", index=True)
    paragraph_key: str | None = None
