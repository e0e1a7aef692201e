"""What delegations and amendments are called among people."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session, select

from app.processes.models import Delegation
from app.processes.names import alphabetical, name_of


@dataclass(frozen=True, slots=True)
class Sponsor:
    """A delegation whose name stands on an amendment; `first` is the one that made it."""

    delegation_id: UUID
    name: str
    first: bool = False


@dataclass(frozen=True, slots=True)
class Names:
    """The short names of a process's delegations in one language, and their alphabetical order in it."""

    by_id: dict[UUID, str]
    rank: dict[UUID, int]

    def of(self, delegation_id: UUID | None) -> str:
        """The short name; "" for who sits in no delegation."""
        return self.by_id.get(delegation_id, "") if delegation_id is not None else ""

    def sponsors(self, first: UUID, others: Iterable[UUID] = ()) -> tuple[Sponsor, ...]:
        """The sponsors in alphabetical order of the language."""
        ids = sorted({first, *others}, key=self.rank.__getitem__)
        return tuple(Sponsor(each, self.of(each), each == first) for each in ids)


def names_of(session: Session, process_id: UUID, language: str) -> Names:
    """The names of the delegations of a process, also of those that have left it."""
    delegations = session.exec(select(Delegation).where(Delegation.process_id == process_id)).all()
    ordered = alphabetical(delegations, language)
    return Names(
        {delegation.id: name_of(delegation, language) for delegation in ordered},
        {delegation.id: place for place, delegation in enumerate(ordered)},
    )


def amendment_name(number: int | None) -> str:
    """ "AM.3"; "" for what has not been tabled."""
    return "" if number is None else f"AM.{number}"
