"""The API of what delegations keep on record: reservations and explanations of position."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from app.accounts.models import User
from app.positions import positions
from app.positions.models import Position
from app.positions.queries import PositionView, find_position, positions_on
from app.positions.states import Kind, Standing
from app.record.actor import Actor
from app.web.api.callers import Reads, Tables
from app.web.api.conditions import IfMatch, expected, tagged
from app.web.api.once import IdempotencyKey, once
from app.web.dependencies import At, Reader, Session, Writer
from app.web.drafting.seated import at_declaration
from app.web.rendering import reader_language

router = APIRouter(prefix="/declarations/{declaration_id}/positions", tags=["positions"])


class PositionAsked(BaseModel):
    """Words of your delegation. A reservation is against the paragraph `paragraph_key` (null: the whole text); an
    explanation of position is on the whole text. `on` is the revision you read; when it is not the present one, nothing is
    entered."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"kind": "reservation", "words": "Honduras reserves its position.", "language": "en"}]
        }
    )

    kind: Kind
    words: str
    language: str = Field(examples=["en"])
    paragraph_key: str | None = None
    on: UUID | None = None


class ConfirmationAsked(BaseModel):
    """`on` is the revision you read."""

    on: UUID | None = None


class PositionShown(BaseModel):
    """A position as it stands to the present text. `affirmed_on` names the revision it was entered or last confirmed on;
    while it is `changed` or `gone` it waits for its delegation's word and stays on record."""

    id: UUID
    number: int
    kind: Kind
    delegation: str = Field(examples=["Honduras"])
    paragraph_key: str | None
    language: str = Field(examples=["en"])
    words: str
    entered_on: str = Field(examples=["Zero draft"])
    entered_at: datetime
    affirmed_on: str = Field(examples=["Rev.1"])
    standing: Standing
    withdrawn_at: datetime | None
    version: int
    mine: bool


@router.get("")
def every(request: Request, declaration_id: UUID, session: Reader, user: Reads, at: At) -> list[PositionShown]:
    """Every reservation, in the order of the text, and every explanation of position; withdrawn ones too."""
    declaration, by = at_declaration(session, user, declaration_id, at)
    found = positions_on(session, declaration.id, by=by, language=reader_language(request))
    return [_shown(each) for each in found.every]


@router.post("", status_code=201, response_model=PositionShown)
def enter(
    request: Request,
    declaration_id: UUID,
    asked: PositionAsked,
    session: Writer,
    user: Tables,
    at: At,
    key: IdempotencyKey = None,
) -> Response:
    """Put words on record. Where a delegation wants clearance only its head may. They stand as they were entered."""

    def done() -> tuple[int, PositionShown, int]:
        declaration, by = at_declaration(session, user, declaration_id, at)
        made = positions.enter(session, declaration, **asked.model_dump(), by=by, at=at)
        shown = _one(request, session, made, by)
        return 201, shown, shown.version

    return once(session, user, key, {"enter": declaration_id, "asked": asked}, at=at, act=done)


@router.get("/{position_id}")
def one(
    request: Request,
    declaration_id: UUID,
    position_id: UUID,
    session: Reader,
    user: Reads,
    at: At,
    response: Response,
) -> PositionShown:
    """One of them, with its ETag."""
    position, by = _found(session, user, declaration_id, position_id, at)
    return _tagged(response, _one(request, session, position, by))


@router.post("/{position_id}/confirm")
def confirm(
    request: Request,
    declaration_id: UUID,
    position_id: UUID,
    session: Writer,
    user: Tables,
    at: At,
    response: Response,
    asked: ConfirmationAsked | None = None,
    if_match: IfMatch = None,
) -> PositionShown:
    """Say that it stands on the text as it reads now."""
    position, by = _found(session, user, declaration_id, position_id, at)
    on = asked.on if asked else None
    positions.confirm(session, position, on=on, expected=expected(if_match), by=by, at=at)
    return _tagged(response, _one(request, session, position, by))


@router.post("/{position_id}/withdraw")
def withdraw(
    request: Request,
    declaration_id: UUID,
    position_id: UUID,
    session: Writer,
    user: Tables,
    at: At,
    response: Response,
    if_match: IfMatch = None,
) -> PositionShown:
    """Take it back. It is kept, and shown as withdrawn."""
    position, by = _found(session, user, declaration_id, position_id, at)
    positions.withdraw(session, position, expected=expected(if_match), by=by, at=at)
    return _tagged(response, _one(request, session, position, by))


def _found(session: Session, user: User, declaration_id: UUID, position_id: UUID, at: datetime) -> tuple[Position, Actor]:
    declaration, by = at_declaration(session, user, declaration_id, at)
    return find_position(session, declaration, position_id), by


def _one(request: Request, session: Session, position: Position, by: Actor) -> PositionShown:
    found = positions_on(session, position.declaration_id, by=by, language=reader_language(request))
    return next(_shown(each) for each in found.every if each.id == position.id)


def _shown(view: PositionView) -> PositionShown:
    return PositionShown(**{name: getattr(view, name) for name in PositionShown.model_fields})


def _tagged(response: Response, shown: PositionShown) -> PositionShown:
    tagged(response, shown.version)
    return shown
