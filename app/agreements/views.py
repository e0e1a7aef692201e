"""The values that pages about agreements show. `queries` fills them."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.agreements.states import Force, Office, State


@dataclass(frozen=True, slots=True)
class OwnerLine:
    """Who answers for it: an office, or a delegation by name. `inferred`: the meeting named nobody."""

    delegation_id: UUID | None
    delegation: str
    office: Office | None
    inferred: bool


@dataclass(frozen=True, slots=True)
class AgreementLine:
    """An agreement in a list. `mine`: the reader's delegation or office answers for it.

    `overdue` and the two flags are about open agreements only, and never about what could not be agreed.
    """

    id: UUID
    meeting_id: UUID
    meeting: str
    held_on: date | None
    number: int
    what: str
    owners: tuple[OwnerLine, ...]
    due_on: date | None
    due_note: str
    force: Force
    state: State
    overdue: bool
    nobody: bool
    undated: bool
    mine: bool
    may_report: bool

    @property
    def flagged(self) -> bool:
        """Whether the meeting left open who does it or by when."""
        return self.nobody or self.undated

    @property
    def inferred(self) -> bool:
        """Whether an owner is the secretariat's reading."""
        return any(owner.inferred for owner in self.owners)


@dataclass(frozen=True, slots=True)
class ProcessAgreements:
    """The agreements of a process, and how many there are in each view of them."""

    lines: tuple[AgreementLine, ...]
    counts: dict[str, int]


@dataclass(frozen=True, slots=True)
class Difference:
    """A field of an agreement before and after an act. Owners are lines, other fields as the record keeps them."""

    field: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """An act on an agreement as the record has it: "agreement.take_down", "agreement.correct", "agreement.report"."""

    at: datetime
    act: str
    actor: str
    delegation: str
    role: str
    note: str
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class AgreementView:
    """An agreement whole. `declaration_id` is None too when the reader does not see that declaration yet."""

    line: AgreementLine
    process_slug: str
    process: str
    agenda_item_id: UUID | None
    agenda_item: str
    declaration_id: UUID | None
    declaration: str
    source: str
    version: int
    created_at: datetime
    history: tuple[HistoryLine, ...]
    may_correct: bool
