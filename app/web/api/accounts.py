"""The API of a person's own account: name, language, password, sign-ins, tokens."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field

from app.accounts import sign_ins, tokens, users
from app.accounts.models import AccessToken, SignIn
from app.accounts.models import User as Person
from app.accounts.oneself import oneself
from app.errors import Denied
from app.processes import queries as processes
from app.web.accounts.cookies import idle, origin_of
from app.web.api.callers import Calls, Manages, Reads
from app.web.dependencies import App, At, Reader, Writer
from app.web.refusals import answer
from app.web.rendering import reader_language

router = APIRouter(prefix="/me", tags=["my account"])


class Seat(BaseModel):
    """A seat of mine: in which process, in which role, in which delegation."""

    process: str = Field(examples=["rcm"])
    role: str = Field(examples=["head"])
    delegation_id: UUID | None
    delegation: str = Field(examples=["Guatemala"])
    presiding: bool


class Me(BaseModel):
    """The person the token speaks for."""

    id: UUID
    email: str = Field(examples=["ana@example.org"])
    name: str = Field(examples=["Ana López"])
    language: str = Field(examples=["es"], description="Of the pages; empty: as the browser asks for.")
    operator: bool
    seats: list[Seat] = []


class MeChanged(BaseModel):
    """What to change; what is left out stays."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"name": "Ana López", "language": "es"}]})

    name: str | None = None
    language: str | None = None


class PasswordChanged(BaseModel):
    """A new password. Every sign-in in a browser ends; tokens stay."""

    present: str
    new: str = Field(min_length=1, examples=["a few words of my own"])


class SignInShown(BaseModel):
    """A browser in which I am signed in."""

    id: UUID
    agent: str
    created_at: datetime
    last_seen_at: datetime


class TokenShown(BaseModel):
    """An access token, without its secret."""

    id: UUID
    name: str = Field(examples=["our mail merge"])
    scopes: list[str] = Field(examples=[["read", "table"]])
    created_at: datetime
    expires_at: datetime | None
    last_used_at: datetime | None


class TokenAsked(BaseModel):
    """A token to be made, with no scope that the calling token does not have."""

    name: str = Field(examples=["our mail merge"])
    scopes: list[str] = Field(examples=[["read"]])
    expires_at: datetime | None = None


class TokenMade(TokenShown):
    """A token just made. Its secret is told this once."""

    secret: str


@router.get("")
def me(request: Request, session: Reader, user: Reads, at: At) -> Me:
    """Who the token speaks for, and their seats."""
    seats = processes.seats_of(session, user, language=reader_language(request), at=at)
    shown = [
        Seat(
            process=seat.slug,
            role=seat.role,
            delegation_id=seat.delegation_id,
            delegation=seat.delegation,
            presiding=seat.presiding,
        )
        for seat in seats
    ]
    return _me(user).model_copy(update={"seats": shown})


@router.patch("")
def change(change: MeChanged, session: Writer, user: Manages, at: At) -> Me:
    """Change my name or the language of my pages."""
    held = users.by_id(session, user.id)
    if change.name is not None:
        users.rename(session, held, change.name, by=oneself(held), at=at)
    if change.language is not None:
        users.set_language(session, held, change.language, by=oneself(held), at=at)
    return _me(held)


@router.post("/password", status_code=204)
def change_password(request: Request, change: PasswordChanged, session: Writer, user: Manages, at: At) -> Response:
    """Change my password. A wrong present one counts as a failed sign-in."""
    held = users.by_id(session, user.id)
    given = {"present": change.present, "new": change.new, "origin": origin_of(request)}
    refused = users.change_password(session, held, **given, by=oneself(held), at=at)
    # Returned, not raised: the failure is counted in this transaction.
    return Response(status_code=204) if refused is None else answer(request, refused)


@router.get("/sign-ins")
def my_sign_ins(session: Reader, user: Reads, app: App, at: At) -> list[SignInShown]:
    """The browsers in which I am signed in."""
    return [_sign_in(each) for each in sign_ins.mine(session, user.id, at=at, idle=idle(app))]


@router.delete("/sign-ins/{sign_in_id}", status_code=204)
def end_sign_in(sign_in_id: UUID, session: Writer, user: Manages, at: At) -> None:
    """Sign out there."""
    sign_ins.revoke(session, sign_in_id, by=oneself(user), at=at)


@router.get("/tokens")
def my_tokens(session: Reader, user: Reads, at: At) -> list[TokenShown]:
    """My access tokens."""
    return [TokenShown(**_token(each)) for each in tokens.mine(session, user.id, at=at)]


@router.post("/tokens", status_code=201, response_model=TokenMade)
def make_token(asked: TokenAsked, session: Writer, user: Manages, calling: Calls, at: At) -> Response:
    """Make a token with no more scopes than the one that asks. The secret is in this answer and nowhere else."""
    if beyond := sorted(set(asked.scopes) - calling.scopes):
        raise Denied("This access token does not have the scope “{scope}”.", scope=beyond[0])
    token, secret = tokens.create(
        session,
        users.by_id(session, user.id),
        name=asked.name,
        scopes=asked.scopes,
        expires_at=asked.expires_at,
        by=oneself(user),
        at=at,
    )
    made = TokenMade(**_token(token), secret=secret)
    return JSONResponse(made.model_dump(mode="json"), status_code=201, headers={"Cache-Control": "no-store"})


@router.delete("/tokens/{token_id}", status_code=204)
def revoke_token(token_id: UUID, session: Writer, user: Manages, at: At) -> None:
    """Revoke a token of mine."""
    tokens.revoke(session, token_id, by=oneself(user), at=at)


def _me(user: Person) -> Me:
    return Me(id=user.id, email=user.email, name=user.name, language=user.language, operator=user.operator)


def _sign_in(each: SignIn) -> SignInShown:
    return SignInShown(id=each.id, agent=each.agent, created_at=each.created_at, last_seen_at=each.last_seen_at)


def _token(each: AccessToken) -> dict:
    return each.model_dump(include=set(TokenShown.model_fields))
