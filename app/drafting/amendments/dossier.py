"""All that is known of an amendment, gathered once: its versions, where it landed, what was decided, who sponsors it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from sqlmodel import Session, col, select

from app.drafting.models import (
    Amendment,
    AmendmentVersion,
    Answer,
    Decision,
    DraftAmendment,
    Incorporation,
    Landing,
    Revision,
    Sponsorship,
)
from app.drafting.states import AGREED, Landed, Outcome, State, Word
from app.text.change import Act
from app.text.stored import acts_from_plain

Row = TypeVar("Row", AmendmentVersion, Landing, Decision, Sponsorship, Incorporation)


@dataclass(frozen=True, slots=True)
class Stand:
    """Acts, and the revision on which they are meant."""

    base_id: UUID
    acts: tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """An amendment with its rows, each kind oldest first. `numbers` are the numbers of the declaration's revisions."""

    amendment: Amendment
    versions: tuple[AmendmentVersion, ...]
    landings: tuple[Landing, ...]
    answers: Mapping[UUID, Answer]
    decisions: tuple[Decision, ...]
    sponsorships: tuple[Sponsorship, ...]
    incorporations: tuple[Incorporation, ...]
    draft: DraftAmendment | None
    numbers: Mapping[UUID, int]

    @property
    def state(self) -> State:
        return State(self.amendment.state)

    @property
    def version(self) -> AmendmentVersion | None:
        """The newest version; None before it is tabled."""
        return self.versions[-1] if self.versions else None

    @property
    def landing(self) -> Landing | None:
        """Where it landed since its newest version was tabled; None when it stands where it was tabled."""
        if not self.landings or not self.versions:
            return None
        newest = self.landings[-1]
        return newest if self.numbers[newest.revision_id] > self.numbers[self.versions[-1].base_id] else None

    @property
    def open_landing(self) -> Landing | None:
        """The landing on which its delegation has yet to give its word; None when there is none."""
        landing = self.landing
        if landing is None or landing.id in self.answers:
            return None
        return landing if landing.outcome in (Landed.ADAPTED, Landed.OVERTAKEN) else None

    @property
    def decision(self) -> Decision | None:
        """The decision that stands; None when there is none or it was reopened."""
        if not self.decisions or self.decisions[-1].outcome == Outcome.REOPENED:
            return None
        return self.decisions[-1]

    @property
    def stand(self) -> Stand | None:
        """The acts its delegation stands behind: as tabled, or as carried or confirmed since. None before it is tabled."""
        version = self.version
        if version is None:
            return None
        for landing in reversed(self.landings):
            if self.numbers[landing.revision_id] <= self.numbers[version.base_id]:
                break
            answer = self.answers.get(landing.id)
            confirmed = answer is not None and answer.word == Word.CONFIRMED
            if landing.acts is not None and (landing.outcome == Landed.CARRIED or confirmed):
                return Stand(landing.revision_id, acts_from_plain(landing.acts))
        return Stand(version.base_id, acts_from_plain(version.acts))

    @property
    def shown(self) -> Stand | None:
        """What there is to see on the newest text: the words decided, else where it landed, else where it stands."""
        decision = self.decision
        if decision is not None and decision.outcome == Outcome.MODIFIED and decision.acts is not None:
            return Stand(decision.base_id, acts_from_plain(decision.acts))
        landing = self.open_landing
        if landing is not None and landing.acts is not None:
            return Stand(landing.revision_id, acts_from_plain(landing.acts))
        return self.stand

    @property
    def agreed(self) -> Stand | None:
        """The acts that shall go into the next revision; None when the room has not taken it."""
        return self.shown if self.state in AGREED else None

    @property
    def cosponsors(self) -> tuple[UUID, ...]:
        """The delegations whose names stand beside the first sponsor's."""
        return tuple(each.delegation_id for each in self.sponsorships if stands(each))

    @property
    def sponsors(self) -> frozenset[UUID]:
        """The first sponsor and all whose names stand beside it."""
        return frozenset((self.amendment.delegation_id, *self.cosponsors))


def stands(sponsorship: Sponsorship) -> bool:
    """Whether the delegation's name stands: it confirmed, and has not withdrawn since."""
    return sponsorship.confirmed_at is not None and sponsorship.withdrawn_at is None


def is_open(sponsorship: Sponsorship) -> bool:
    """Whether the delegation has yet to answer."""
    return sponsorship.confirmed_at is None and sponsorship.declined_at is None and sponsorship.withdrawn_at is None


def dossier_of(session: Session, amendment: Amendment) -> Dossier:
    """The dossier of one amendment."""
    session.flush()
    (dossier,) = dossiers(session, amendment.declaration_id, [amendment])
    return dossier


def dossiers(session: Session, declaration_id: UUID, amendments: Sequence[Amendment]) -> list[Dossier]:
    """The dossiers of amendments of one declaration, in their order; a fixed number of questions to the database."""
    ids = [amendment.id for amendment in amendments]
    numbers = dict(
        session.exec(select(Revision.id, Revision.number).where(Revision.declaration_id == declaration_id)).all()
    )
    versions = _grouped(_rows(session, AmendmentVersion, ids), lambda row: row.number)
    landings = _grouped(_rows(session, Landing, ids), lambda row: numbers[row.revision_id])
    decisions = _grouped(_rows(session, Decision, ids), lambda row: row.number)
    sponsorships = _grouped(_rows(session, Sponsorship, ids), lambda row: (row.asked_at, str(row.id)))
    incorporations = _grouped(_rows(session, Incorporation, ids), lambda row: numbers[row.revision_id])
    drafts = {row.amendment_id: row for row in _rows(session, DraftAmendment, ids)}
    landing_ids = [row.id for rows in landings.values() for row in rows]
    answers = {
        answer.landing_id: answer for answer in session.exec(select(Answer).where(col(Answer.landing_id).in_(landing_ids)))
    }
    return [
        Dossier(
            amendment,
            tuple(versions[amendment.id]),
            tuple(landings[amendment.id]),
            {row.id: answers[row.id] for row in landings[amendment.id] if row.id in answers},
            tuple(decisions[amendment.id]),
            tuple(sponsorships[amendment.id]),
            tuple(incorporations[amendment.id]),
            drafts.get(amendment.id),
            numbers,
        )
        for amendment in amendments
    ]


def _rows(session: Session, kind: type[Any], ids: Sequence[UUID]) -> Iterable[Any]:
    if not ids:
        return ()
    # What a page read before the declaration was locked may have changed since: read it again.
    wanted = select(kind).where(col(kind.amendment_id).in_(ids)).execution_options(populate_existing=True)
    return session.exec(wanted)


def _grouped(rows: Iterable[Row], order: Any) -> dict[UUID, list[Row]]:
    groups: dict[UUID, list[Row]] = defaultdict(list)
    for row in sorted(rows, key=order):
        groups[row.amendment_id].append(row)
    return groups
