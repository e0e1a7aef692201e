"""The API of the record of a process. For the secretariat and the presidency."""

from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from app.drafting.proof import discrepancies
from app.errors import require
from app.record import chain, queries
from app.web.api.callers import Reads
from app.web.dependencies import At, Reader
from app.web.drafting.seated import at_process

router = APIRouter(prefix="/processes/{slug}/record", tags=["record"])


class ActShown(BaseModel):
    """An act, as it is sealed. `hash` covers everything of it and the hash of the act before."""

    position: int
    at: datetime
    act: str = Field(examples=["amendment.table"])
    subject_kind: str = Field(examples=["amendment"])
    subject_id: str
    actor: str
    delegation: str = Field(examples=["Guatemala"])
    role: str = Field(examples=["delegate"])
    before: Any
    after: Any
    hash: str


class RecordShown(BaseModel):
    """Acts, the newest first. Ask on with `before` set to `older`, until it is null."""

    acts: list[ActShown]
    older: int | None
    head: str


class DiscrepancyShown(BaseModel):
    """Something that is not as it was recorded: unrecorded, missing or altered."""

    kind: str = Field(examples=["version"])
    which: str
    what: str = Field(examples=["altered"])


class Verified(BaseModel):
    """What walking the whole chain found. `broken_at` is the position at which it does not hold.

    `whole` says so of the chain alone; `discrepancies` are what is kept otherwise than it was recorded.
    """

    whole: bool
    entries: int
    head: str
    broken_at: int | None
    discrepancies: list[DiscrepancyShown]


@router.get("")
def show(
    slug: str,
    session: Reader,
    user: Reads,
    at: At,
    before: int | None = None,
    most: Annotated[int, Query(ge=1, le=500)] = queries.PAGE,
) -> RecordShown:
    """The acts in a process."""
    process, by = at_process(session, user, slug, at)
    found = queries.acts_of(session, process.id, by=by, before=before, most=most)
    acts = [ActShown(**{name: getattr(line, name) for name in ActShown.model_fields}) for line in found.acts]
    return RecordShown(acts=acts, older=found.older, head=chain.head(session))


@router.get("/verify")
def verify(slug: str, session: Reader, user: Reads, at: At, head: str | None = None) -> Verified:
    """Whether the record is whole, and still contains `head`, one noted earlier."""
    process, by = at_process(session, user, slug, at)
    require(queries.may_read(by, process.id))
    verdict = chain.verify(session, expected_head=head)
    wrong = [DiscrepancyShown.model_validate(each, from_attributes=True) for each in discrepancies(session)]
    return Verified(
        whole=verdict.whole,
        entries=verdict.entries,
        head=verdict.head,
        broken_at=verdict.broken_at,
        discrepancies=wrong,
    )
