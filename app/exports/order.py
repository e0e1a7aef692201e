"""What was asked for: everything that making a document needs to know."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from app.drafting.models import Declaration, Revision
from app.exports.kinds import Kind, MeetingKind, Options
from app.exports.steps import Telling, to_nobody
from app.meetings.models import Meeting
from app.record.actor import Actor


@dataclass(frozen=True, slots=True)
class Order:
    """A document of `kind`, made at `at` of `revision` for the eyes of `by`; `against` is the earlier one of a REDLINE.

    `tell` is told each step of making it.
    """

    declaration: Declaration
    kind: Kind
    revision: Revision
    against: Revision | None
    by: Actor
    at: datetime
    options: Options = field(default=Options())
    tell: Telling = to_nobody

    @property
    def of(self) -> Declaration:
        """What it is a document of."""
        return self.declaration

    def facts(self) -> dict[str, Any]:
        """What was asked for, as it is kept."""
        return {
            "process_id": self.declaration.process_id,
            "declaration_id": self.declaration.id,
            "kind": self.kind.value,
            "revision_id": self.revision.id,
            "against_id": self.against.id if self.against else None,
            "options": self.options.plain(),
        }


@dataclass(frozen=True, slots=True)
class MeetingOrder:
    """A document of `kind` about `meeting`, made at `at` for the eyes of `by`, in the language of `options`.

    `tell` is told each step of making it.
    """

    meeting: Meeting
    kind: MeetingKind
    by: Actor
    at: datetime
    options: Options
    tell: Telling = to_nobody

    @property
    def of(self) -> Meeting:
        """What it is a document of."""
        return self.meeting

    def facts(self) -> dict[str, Any]:
        """What was asked for, as it is kept."""
        return {
            "process_id": self.meeting.process_id,
            "meeting_id": self.meeting.id,
            "kind": self.kind.value,
            "options": self.options.plain(),
        }


AnyOrder = Order | MeetingOrder
"""What can be asked for."""
