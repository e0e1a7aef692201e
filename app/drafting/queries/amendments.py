"""Amendments as they are read by whoever asks: own drafts, what is tabled, and of reasons those meant for the reader."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import or_
from sqlmodel import Session, col, select

from app.drafting.amendments.dossier import Dossier, Stand, dossier_of, dossiers, is_open, stands
from app.drafting.models import Amendment, AmendmentVersion, Decision, Declaration, Landing, Sponsorship
from app.drafting.queries.alternatives import Alternatives, alternatives_of
from app.drafting.queries.finding import find_amendment, find_declaration
from app.drafting.queries.naming import Names, Sponsor, amendment_name, names_of
from app.drafting.states import Audience, Landed, Outcome, State, Word
from app.processes.policy import is_chair, negotiates, negotiates_for
from app.record.actor import Actor
from app.text.change import Act, Insert
from app.text.stored import acts_from_plain


@dataclass(frozen=True, slots=True)
class VersionView:
    """The words of an amendment as tabled. `reason` is None when the reader may not read it, "" when there is none."""

    number: int
    base_id: UUID
    acts: tuple[Act, ...]
    reason: str | None
    audience: Audience
    tabled_at: datetime
    late: bool


@dataclass(frozen=True, slots=True)
class DecisionView:
    """What the room decided. `acts` are the different words, when modified, on `base_id`.

    `alternative` is the amendment ("AM.4") that was accepted or reopened and settled this one, its alternative, with it.
    """

    number: int
    outcome: Outcome
    acts: tuple[Act, ...] | None
    base_id: UUID
    note: str
    decided_at: datetime
    alternative: str = ""


@dataclass(frozen=True, slots=True)
class LandingView:
    """Where the amendment landed on `revision_id`. `acts` is how it reads there: a suggestion, or None, when overtaken.
    `obstacles` are what the revision did there: {"key", "words", "kind"}. `word` is its delegation's answer, if given."""

    revision_id: UUID
    outcome: Landed
    acts: tuple[Act, ...] | None
    obstacles: tuple[dict[str, Any], ...]
    word: Word | None
    answered_at: datetime | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Asked:
    """A delegation asked to co-sponsor. `answer` is open, confirmed, declined or withdrawn."""

    delegation_id: UUID
    name: str
    answer: str


@dataclass(frozen=True, slots=True)
class OwnDraft:
    """What the reader's delegation is writing: a first draft, or the next version of what it has tabled."""

    base_id: UUID
    acts: tuple[Act, ...]
    reason: str
    audience: Audience
    edited_at: datetime
    cleared_at: datetime | None


@dataclass(frozen=True, slots=True)
class AmendmentView:
    """An amendment. `name` is "AM.3", "" before it is tabled; `version` is what `expected` wants of its delegation.

    `sponsors` are those whose names stand, alphabetically. `versions`, `decisions` and `landings` are oldest first.
    `shown` is what there is to see of it now: the words decided, else where it landed, else its own words, each with its
    base. `asked` (who was asked to co-sponsor, and what they said) and `draft` are for its own delegation, else empty.
    `alternatives` are the ids of the others of its group that the reader sees. `awaits_word`: its delegation has yet to say
    whether it stands where it landed. `incorporated_in` is the revision its words went into. `my_answer` is what the
    reader's delegation answered to being asked to co-sponsor (open, confirmed, declined, withdrawn); None if not asked.
    """

    id: UUID
    declaration_id: UUID
    delegation_id: UUID
    number: int | None
    name: str
    state: State
    state_at: datetime
    version: int
    late: bool
    tabled_at: datetime | None
    sponsors: tuple[Sponsor, ...]
    asked: tuple[Asked, ...]
    my_answer: str | None
    versions: tuple[VersionView, ...]
    decisions: tuple[DecisionView, ...]
    landings: tuple[LandingView, ...]
    shown: Stand | None
    draft: OwnDraft | None
    awaits_word: bool
    incorporated_in: UUID | None
    alternatives: tuple[UUID, ...]
    mine: bool

    @property
    def tabled(self) -> VersionView | None:
        """The newest version; None before it is tabled."""
        return self.versions[-1] if self.versions else None

    @property
    def decision(self) -> DecisionView | None:
        """The decision that stands; None when there is none or it was reopened."""
        newest = self.decisions[-1] if self.decisions else None
        return None if newest is None or newest.outcome is Outcome.REOPENED else newest

    @property
    def reason(self) -> str | None:
        """The reason of the newest version; None when the reader may not read it."""
        return self.tabled.reason if self.tabled else None

    @property
    def is_general(self) -> bool:
        """Whether it is a proposal on the text as a whole: no words to change, its statement is its reason."""
        words = self.tabled or self.draft
        return words is not None and not words.acts

    @property
    def sponsor_names(self) -> str:
        """The names as they are written before a proposal: "Guatemala, Honduras"."""
        return ", ".join(sponsor.name for sponsor in self.sponsors)


def amendments_of(
    session: Session, declaration_id: UUID, *, by: Actor, language: str, states: Iterable[State] | None = None
) -> tuple[AmendmentView, ...]:
    """The amendments of a declaration that the actor sees: tabled ones by number, then own drafts by age.

    `states` narrows them. Raises Unknown.
    """
    declaration = find_declaration(session, declaration_id, by=by)
    wanted = select(Amendment).where(
        Amendment.declaration_id == declaration.id,
        or_(col(Amendment.number).is_not(None), col(Amendment.delegation_id) == negotiates_for(by)),
    )
    if states is not None:
        wanted = wanted.where(col(Amendment.state).in_([*states]))
    rows = session.exec(wanted).all()
    ordered = sorted(rows, key=lambda row: (row.number is None, row.number or 0, row.created_at, str(row.id)))
    return views_of(session, declaration, dossiers(session, declaration.id, ordered), by=by, language=language)


def amendment(session: Session, amendment_id: UUID, *, by: Actor, language: str) -> AmendmentView:
    """One amendment. Raises Unknown."""
    row = find_amendment(session, amendment_id, by=by)
    declaration = session.get_one(Declaration, row.declaration_id)
    (view,) = views_of(session, declaration, [dossier_of(session, row)], by=by, language=language)
    return view


def views_of(
    session: Session, declaration: Declaration, found: Iterable[Dossier], *, by: Actor, language: str
) -> tuple[AmendmentView, ...]:
    """Dossiers as the actor may read them; they must be visible to the actor."""
    names = names_of(session, declaration.process_id, language)
    alternatives = alternatives_of(session, declaration, by)
    return tuple(_view(dossier, declaration, names, alternatives, by) for dossier in found)


def may_read_reason(by: Actor, declaration: Declaration, dossier: Dossier, audience: str) -> bool:
    """Whether a reason of that audience is for the actor: the sponsors read all, the chair side what is for it, others
    what is for all."""
    if audience == Audience.ALL or negotiates_for(by) in dossier.sponsors:
        return True
    return audience == Audience.CHAIR and is_chair(by, declaration.process_id)


def _view(dossier: Dossier, declaration: Declaration, names: Names, alternatives: Alternatives, by: Actor) -> AmendmentView:
    row = dossier.amendment
    mine = negotiates(by, row.delegation_id)
    own_side = negotiates_for(by)
    own = None
    if mine and dossier.draft is not None:
        words = dossier.draft
        own = OwnDraft(
            words.base_id,
            acts_from_plain(words.acts),
            words.reason,
            Audience(words.audience),
            words.edited_at,
            words.cleared_at,
        )
    answers = {each.delegation_id: _answer(each) for each in dossier.sponsorships}
    return AmendmentView(
        id=row.id,
        declaration_id=row.declaration_id,
        delegation_id=row.delegation_id,
        number=row.number,
        name=amendment_name(row.number),
        state=dossier.state,
        state_at=row.state_at,
        version=row.version,
        late=row.late,
        tabled_at=row.tabled_at,
        sponsors=names.sponsors(row.delegation_id, dossier.cosponsors),
        asked=tuple(Asked(each, names.of(each), answer) for each, answer in answers.items()) if mine else (),
        my_answer=answers.get(own_side) if row.number is not None and own_side else None,
        versions=tuple(
            _version(each, may_read_reason(by, declaration, dossier, each.audience)) for each in dossier.versions
        ),
        decisions=tuple(_decision(each, alternatives.settling(row, each)) for each in dossier.decisions),
        landings=tuple(_landing(each, dossier) for each in dossier.landings),
        shown=dossier.shown,
        draft=own,
        awaits_word=dossier.state in (State.AWAITING, State.OVERTAKEN),
        incorporated_in=dossier.incorporations[-1].revision_id if dossier.incorporations else None,
        alternatives=alternatives.of(row),
        mine=mine,
    )


def _version(row: AmendmentVersion, readable: bool) -> VersionView:
    return VersionView(
        row.number,
        row.base_id,
        acts_from_plain(row.acts),
        row.reason if readable else None,
        Audience(row.audience),
        row.tabled_at,
        row.late,
    )


def _decision(row: Decision, alternative: str) -> DecisionView:
    acts = None if row.acts is None else acts_from_plain(row.acts)
    return DecisionView(row.number, Outcome(row.outcome), acts, row.base_id, row.note, row.decided_at, alternative)


def _landing(row: Landing, dossier: Dossier) -> LandingView:
    acts = None if row.acts is None else acts_from_plain(row.acts)
    answer = dossier.answers.get(row.id)
    return LandingView(
        row.revision_id,
        Landed(row.outcome),
        acts,
        tuple(row.obstacles),
        Word(answer.word) if answer else None,
        answer.given_at if answer else None,
        row.at,
    )


def _answer(sponsorship: Sponsorship) -> str:
    if stands(sponsorship):
        return "confirmed"
    if is_open(sponsorship):
        return "open"
    return "withdrawn" if sponsorship.withdrawn_at is not None else "declined"


def keys_spoken_of(acts: Iterable[Act]) -> frozenset[str]:
    """The paragraphs that acts change, speak of, or bring."""
    return frozenset(act.paragraph.key if isinstance(act, Insert) else act.key for act in acts)
