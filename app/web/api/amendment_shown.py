"""An amendment as the API shows it, as far as the caller may read it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel, Field

from app.drafting.queries import AmendmentView
from app.drafting.states import Audience, Landed, Outcome, State, Word
from app.web.api.acts import ACTS, acts_shown


class SponsorShown(BaseModel):
    """A delegation whose name stands on the amendment; `first` is the one that made it."""

    delegation: UUID
    name: str = Field(examples=["Guatemala"])
    first: bool


class AskedShown(BaseModel):
    """A delegation asked to co-sponsor; shown to the first sponsor only."""

    delegation: UUID
    name: str = Field(examples=["Honduras"])
    answer: str = Field(examples=["open"], description="open, confirmed, declined or withdrawn")


class WordsShown(BaseModel):
    """Acts, and the revision on which they are meant."""

    base: UUID
    acts: list[dict[str, Any]] = Field(examples=[ACTS])


class DraftShown(WordsShown):
    """What the caller's delegation has written and not tabled."""

    reason: str
    audience: Audience
    edited_at: datetime
    cleared_at: datetime | None


class VersionShown(WordsShown):
    """A version as tabled. `reason` is null when it is not for the caller."""

    number: int
    reason: str | None
    audience: Audience
    tabled_at: datetime
    late: bool


class DecisionShown(BaseModel):
    """What the room decided; `acts` are the different words when it was modified."""

    number: int
    outcome: Outcome
    base: UUID
    acts: list[dict[str, Any]] | None
    note: str
    alternative: str = Field(
        examples=["AM.4"], description="The amendment that was accepted or reopened, and settled this one, its alternative."
    )
    decided_at: datetime


class LandingShown(BaseModel):
    """Where the amendment landed when a revision was issued, and its delegation's word on that."""

    revision: UUID
    outcome: Landed
    acts: list[dict[str, Any]] | None
    obstacles: list[dict[str, Any]]
    word: Word | None
    at: datetime


class AmendmentShown(BaseModel):
    """An amendment. `version` is what If-Match wants of its delegation. `shown` is how it stands now."""

    id: UUID
    declaration: UUID
    delegation: UUID
    name: str = Field(examples=["AM.3"])
    number: int | None = Field(examples=[3])
    state: State
    version: int
    late: bool
    tabled_at: datetime | None
    sponsors: list[SponsorShown]
    asked: list[AskedShown]
    my_answer: str | None
    shown: WordsShown | None
    draft: DraftShown | None
    versions: list[VersionShown]
    decisions: list[DecisionShown]
    landings: list[LandingShown]
    alternatives: list[UUID]
    awaits_word: bool
    incorporated_in: UUID | None


def amendment_shown(view: AmendmentView) -> AmendmentShown:
    draft = view.draft
    return AmendmentShown(
        id=view.id,
        declaration=view.declaration_id,
        delegation=view.delegation_id,
        name=view.name,
        number=view.number,
        state=view.state,
        version=view.version,
        late=view.late,
        tabled_at=view.tabled_at,
        sponsors=[SponsorShown(delegation=each.delegation_id, name=each.name, first=each.first) for each in view.sponsors],
        asked=[AskedShown(delegation=each.delegation_id, name=each.name, answer=each.answer) for each in view.asked],
        my_answer=view.my_answer,
        shown=WordsShown(base=view.shown.base_id, acts=acts_shown(view.shown.acts) or []) if view.shown else None,
        draft=DraftShown(
            base=draft.base_id,
            acts=acts_shown(draft.acts) or [],
            reason=draft.reason,
            audience=draft.audience,
            edited_at=draft.edited_at,
            cleared_at=draft.cleared_at,
        )
        if draft
        else None,
        versions=[
            VersionShown(
                base=each.base_id,
                acts=acts_shown(each.acts) or [],
                number=each.number,
                reason=each.reason,
                audience=each.audience,
                tabled_at=each.tabled_at,
                late=each.late,
            )
            for each in view.versions
        ],
        decisions=[
            DecisionShown(
                number=each.number,
                outcome=each.outcome,
                base=each.base_id,
                acts=acts_shown(each.acts),
                note=each.note,
                alternative=each.alternative,
                decided_at=each.decided_at,
            )
            for each in view.decisions
        ],
        landings=[
            LandingShown(
                revision=each.revision_id,
                outcome=each.outcome,
                acts=acts_shown(each.acts),
                obstacles=list(each.obstacles),
                word=each.word,
                at=each.at,
            )
            for each in view.landings
        ],
        alternatives=list(view.alternatives),
        awaits_word=view.awaits_word,
        incorporated_in=view.incorporated_in,
    )
