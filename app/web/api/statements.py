"""The API of what was said at a meeting."""

from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from app.meetings import queries, statements
from app.meetings.seats import acting_at
from app.meetings.statements import Said
from app.web.api.callers import Manages, Reads
from app.web.api.conditions import IfMatch, expected, tagged
from app.web.dependencies import At, Reader, Writer
from app.web.rendering import reader_language

router = APIRouter(prefix="/meetings/{meeting_id}/statements", tags=["meetings"])


class StatementAsked(BaseModel):
    """What was said: by a delegation, or by a `speaker` who sits in none."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"words": "Asks for time to consult its capital.", "speaker": "Civil society"}]}
    )

    words: str
    delegation_id: UUID | None = None
    speaker: str = ""
    item_id: UUID | None = Field(None, description="The agenda item it was said under.")


class StatementShown(StatementAsked):
    """A statement as the secretariat took it down. `who` is the delegation or the speaker, `number` that of the item."""

    id: UUID
    who: str = Field(examples=["Guatemala"])
    number: str = Field(examples=["2.1"])


class StatementMade(BaseModel):
    """The statement that was taken down."""

    id: UUID


@router.get("")
def index(
    request: Request, meeting_id: UUID, response: Response, session: Reader, user: Reads, at: At
) -> list[StatementShown]:
    """What was said, in the order of the agenda. The ETag is that of the meeting."""
    _meeting, by = acting_at(session, user, meeting_id, at=at)
    view = queries.meeting(session, meeting_id, by=by, language=reader_language(request), at=at)
    tagged(response, view.line.version)
    return [StatementShown.model_validate(each, from_attributes=True) for each in view.statements]


@router.post("", status_code=201)
def take_down(meeting_id: UUID, asked: StatementAsked, session: Writer, user: Manages, at: At) -> StatementMade:
    """Take a statement down. For the chair side of the convening process."""
    meeting, by = acting_at(session, user, meeting_id, at=at)
    made = statements.take_down(session, meeting, Said(**asked.model_dump()), by=by, at=at)
    return StatementMade(id=made.id)


@router.put("/{statement_id}", status_code=204)
def correct(
    meeting_id: UUID,
    statement_id: UUID,
    asked: StatementAsked,
    session: Writer,
    user: Manages,
    at: At,
    if_match: IfMatch = None,
) -> None:
    """Correct what was taken down, by the ETag of the meeting; the record keeps what it was."""
    meeting, by = acting_at(session, user, meeting_id, at=at)
    said = Said(**asked.model_dump())
    statements.correct(session, meeting, statement_id, said, expected=expected(if_match), by=by, at=at)


@router.delete("/{statement_id}", status_code=204)
def strike(meeting_id: UUID, statement_id: UUID, session: Writer, user: Manages, at: At) -> None:
    """Take a statement out. The record keeps its words."""
    meeting, by = acting_at(session, user, meeting_id, at=at)
    statements.strike(session, meeting, statement_id, by=by, at=at)
