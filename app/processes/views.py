"""The values that pages about processes show. `queries` fills them."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class SeatLine:
    """A person's seat: in which process, in which role, in which delegation ("" for the secretariat)."""

    process_id: UUID
    slug: str
    process: str
    official: str
    role: str
    delegation_id: UUID | None
    delegation: str
    presiding: bool


@dataclass(frozen=True, slots=True)
class DelegationLine:
    """A delegation in a list. `persons` counts those seated now."""

    id: UUID
    name: str
    official: str
    country: str | None
    standing: str
    clearance: bool
    persons: int
    joined_on: date | None
    left_on: date | None


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person in a role. `email` is empty where the reader may not see it."""

    participant_id: UUID
    user_id: UUID
    name: str
    role: str
    title: str
    email: str
    since: datetime
    until: datetime | None


@dataclass(frozen=True, slots=True)
class InvitationLine:
    """An invitation neither taken up nor withdrawn."""

    id: UUID
    name: str
    email: str
    role: str
    delegation_id: UUID | None
    delegation: str
    expires_at: datetime
    expired: bool


@dataclass(frozen=True, slots=True)
class TermLine:
    """A term of the presidency; `when` is "past", "current" or "planned"."""

    id: UUID
    delegation_id: UUID
    name: str
    starts_on: date
    ends_on: date | None
    when: str


@dataclass(frozen=True, slots=True)
class TroikaLine:
    """The names of the three, "" where there is none."""

    outgoing: str
    current: str
    incoming: str


@dataclass(frozen=True, slots=True)
class ProcessLine:
    """A process in a list, with the reader's seat there."""

    id: UUID
    slug: str
    short: str
    official: str
    members: int
    presidency: str
    mine: SeatLine | None


@dataclass(frozen=True, slots=True)
class ProcessView:
    """A process with everybody in it."""

    id: UUID
    slug: str
    short: str
    official: str
    names: dict[str, dict[str, str]]
    languages: tuple[str, ...]
    founded: int | None
    version: int
    members: tuple[DelegationLine, ...]
    observers: tuple[DelegationLine, ...]
    former: tuple[DelegationLine, ...]
    presidency: TermLine | None
    troika: TroikaLine
    secretariat: tuple[PersonLine, ...]
    mine: SeatLine | None
    may_manage: bool


@dataclass(frozen=True, slots=True)
class DelegationView:
    """A delegation with its persons, and what the reader may do there."""

    line: DelegationLine
    persons: tuple[PersonLine, ...]
    former: tuple[PersonLine, ...]
    invitations: tuple[InvitationLine, ...]
    roles: tuple[str, ...]
    terms: tuple[TermLine, ...]
    may_manage: bool
    may_invite: bool
    may_set_clearance: bool


@dataclass(frozen=True, slots=True)
class PresidencyView:
    """The presidency of a process: its terms, the latest first, and who may take it over."""

    terms: tuple[TermLine, ...]
    troika: TroikaLine
    members: tuple[DelegationLine, ...]
    may_manage: bool
