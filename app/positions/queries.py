"""What pages and programs read of positions. They are for who takes part in the process, as tabled amendments are."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, select

from app.drafting.models import Declaration
from app.drafting.queries.declarations import declarations_of
from app.drafting.queries.finding import find_declaration
from app.drafting.queries.naming import Names, names_of
from app.drafting.texts import current_revision, text_of
from app.errors import Unknown
from app.positions.models import Position
from app.positions.policy import may_answer, may_enter
from app.positions.standing import Held, on_record
from app.positions.states import Kind, Standing
from app.processes.models import Delegation
from app.processes.policy import sits_in
from app.record.actor import Actor
from app.text.redline import Line


@dataclass(frozen=True, slots=True)
class PositionView:
    """A position as it stands to the present text.

    `entered_on` and `affirmed_on` name the revision it was entered on and the one it was last confirmed on (the same where
    it never was); `changed` is how its paragraph has changed since. `mine`: it is the reader's delegation's; `may_answer`:
    the reader may confirm or withdraw it.
    """

    id: UUID
    number: int
    kind: Kind
    delegation_id: UUID
    delegation: str
    paragraph_key: str | None
    language: str
    words: str
    entered_on: str
    entered_at: datetime
    affirmed_on: str
    standing: Standing
    withdrawn_at: datetime | None
    changed: Line | None
    version: int
    mine: bool
    may_answer: bool

    @property
    def is_withdrawn(self) -> bool:
        return self.standing is Standing.WITHDRAWN

    @property
    def awaits_word(self) -> bool:
        """Whether its delegation should look at it again."""
        return self.standing.awaits_word


@dataclass(frozen=True, slots=True)
class OnRecord:
    """Every position on a declaration. `may_enter`: the reader may put one on record.

    `reservations` are in the order of the text, those on the whole of it first; `explanations` in the alphabetical order
    of their delegations. Withdrawn ones are among them.
    """

    reservations: tuple[PositionView, ...]
    explanations: tuple[PositionView, ...]
    may_enter: bool

    @property
    def every(self) -> tuple[PositionView, ...]:
        return self.reservations + self.explanations

    @property
    def count(self) -> int:
        """How many are on record and not withdrawn."""
        return sum(not each.is_withdrawn for each in self.every)

    @property
    def by_paragraph(self) -> Counter[str]:
        """How many reservations that are not withdrawn are on each paragraph, by key."""
        return Counter(each.paragraph_key for each in self.reservations if each.paragraph_key and not each.is_withdrawn)

    def on(self, key: str) -> tuple[PositionView, ...]:
        """The reservations on a paragraph, withdrawn ones too."""
        return tuple(each for each in self.reservations if each.paragraph_key == key)


def positions_on(session: Session, declaration_id: UUID, *, by: Actor, language: str) -> OnRecord:
    """Every position on a declaration; none before a text has been issued. Raises Unknown."""
    declaration = find_declaration(session, declaration_id, by=by)
    revision = current_revision(session, declaration.id)
    if revision is None:
        return OnRecord((), (), may_enter=False)
    names = names_of(session, declaration.process_id, language)
    own = session.get(Delegation, by.delegation_id) if by.delegation_id else None
    found = on_record(session, declaration, revision)
    places = {key: place for place, key in enumerate(text_of(session, revision.id).keys)} if found else {}
    views = [_view(each, names, by, declaration, own) for each in found]
    return OnRecord(
        reservations=tuple(
            sorted(
                (each for each in views if each.kind is Kind.RESERVATION),
                key=lambda each: (places.get(each.paragraph_key, len(places)) if each.paragraph_key else -1, each.number),
            )
        ),
        explanations=tuple(
            sorted(
                (each for each in views if each.kind is Kind.EXPLANATION),
                key=lambda each: (names.rank[each.delegation_id], each.number),
            )
        ),
        may_enter=may_enter(by, declaration, own).allowed,
    )


def awaiting(session: Session, process_id: UUID, *, by: Actor, language: str) -> dict[UUID, tuple[PositionView, ...]]:
    """The positions that wait for the actor's word, by declaration: the text under them has changed."""
    wanted = select(Position.declaration_id).where(Position.delegation_id == by.delegation_id).distinct()
    own = set(session.exec(wanted)) if by.delegation_id else set()
    found = {}
    for view in declarations_of(session, process_id, by=by) if own else ():
        if view.id not in own:
            continue
        waiting = tuple(
            each
            for each in positions_on(session, view.id, by=by, language=language).every
            if each.awaits_word and each.may_answer
        )
        if waiting:
            found[view.id] = waiting
    return found


def find_position(session: Session, declaration: Declaration, position_id: UUID) -> Position:
    """A position on a declaration that the reader sees. Raises Unknown."""
    position = session.get(Position, position_id)
    if position is None or position.declaration_id != declaration.id:
        raise Unknown("There is no such reservation or explanation.")
    return position


def _view(each: Held, names: Names, by: Actor, declaration: Declaration, own: Delegation | None) -> PositionView:
    row = each.position
    return PositionView(
        id=row.id,
        number=row.number,
        kind=each.kind,
        delegation_id=row.delegation_id,
        delegation=names.of(row.delegation_id),
        paragraph_key=row.paragraph_key,
        language=row.language,
        words=row.words,
        entered_on=each.entered_on.name,
        entered_at=row.entered_at,
        affirmed_on=each.affirmed.name,
        standing=each.standing,
        withdrawn_at=each.withdrawn_at,
        changed=each.changed,
        version=each.version,
        mine=sits_in(by, row.delegation_id),
        may_answer=each.standing is not Standing.WITHDRAWN and may_answer(by, row, declaration, own).allowed,
    )
