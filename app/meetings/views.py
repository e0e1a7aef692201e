"""The values that pages about meetings show. `queries` fills them."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from app.meetings.states import AgendaState, Body, State


@dataclass(frozen=True, slots=True)
class Meets:
    """A process that meets, and in which form. `convenes`: it is the one that called the meeting."""

    process_id: UUID
    slug: str
    name: str
    body: Body
    convenes: bool


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting in a list. `meets` begins with the process that convenes it. A date not fixed is None."""

    id: UUID
    title: str
    purpose: str
    starts_on: date | None
    ends_on: date | None
    date_note: str
    place: str
    online: bool
    link: str
    state: State
    agenda_state: AgendaState
    version: int
    meets: tuple[Meets, ...]

    @property
    def together(self) -> bool:
        """Whether several processes meet."""
        return len(self.meets) > 1


@dataclass(frozen=True, slots=True)
class MeetingsView:
    """The meetings of a process: those to come, the next one first, and those that are over, the last one first."""

    upcoming: tuple[MeetingLine, ...]
    over: tuple[MeetingLine, ...]
    may_convene: bool


@dataclass(frozen=True, slots=True)
class ItemView:
    """An agenda item under its number ("2", "2.1"); `first` and `last` among its siblings."""

    id: UUID
    number: str
    depth: int
    title: str
    note: str
    delegation_id: UUID | None
    delegation: str
    parent_id: UUID | None
    first: bool
    last: bool
    items: tuple["ItemView", ...] = ()


@dataclass(frozen=True, slots=True)
class PresenceLine:
    """A delegation's line of the attendance. `present` is None when nothing was written down about it."""

    delegation_id: UUID
    name: str
    standing: str
    troika: bool
    present: bool | None
    persons: str


@dataclass(frozen=True, slots=True)
class Bench:
    """The delegations of one process that meets: members first, each group in the alphabetical order of the language."""

    process: str
    body: Body
    lines: tuple[PresenceLine, ...]

    @property
    def present(self) -> tuple[PresenceLine, ...]:
        return tuple(line for line in self.lines if line.present)


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document before the meeting; without a `filename` it is announced only. `size` is in bytes."""

    id: UUID
    title: str
    symbol: str
    note: str
    filename: str
    media_type: str
    sha256: str
    size: int
    added_at: datetime


@dataclass(frozen=True, slots=True)
class StatementLine:
    """What was said, by whom, under which agenda item: its number and title, "" under none."""

    id: UUID
    item_id: UUID | None
    number: str
    item: str
    delegation_id: UUID | None
    speaker: str
    who: str
    words: str


@dataclass(frozen=True, slots=True)
class MeetingView:
    """A meeting whole. `may_keep`: the reader may change it, its agenda, its attendance, its documents and statements.

    The statements are in the order of the agenda, those under no item last.
    """

    line: MeetingLine
    agenda: tuple[ItemView, ...]
    attendance: tuple[Bench, ...]
    documents: tuple[DocumentLine, ...]
    may_keep: bool
    statements: tuple[StatementLine, ...] = ()
    items: tuple[ItemView, ...] = field(default=())
    """Every item of the agenda in the order it is read."""

    @property
    def present(self) -> int:
        """How many delegations were there."""
        return sum(len(bench.present) for bench in self.attendance)
