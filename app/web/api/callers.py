"""Who calls the API, and what their token lets them do."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from app.accounts import tokens
from app.accounts.models import User
from app.db import reading, writing
from app.errors import Denied, SignedOut

bearer = HTTPBearer(auto_error=False, description="A personal access token, made on the page “My account”.")


@dataclass(frozen=True, slots=True)
class Caller:
    """A person, and the scopes of the token that speaks for them."""

    user: User
    scopes: frozenset[str]


def caller(request: Request, credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(bearer)]) -> Caller:
    """Who calls. Notes now and then that the token is in use."""
    if credentials is None:
        raise SignedOut("Send a personal access token as “Authorization: Bearer …”.")
    engine, at = request.app.state.engine, request.app.state.clock.now()
    with reading(engine) as session:
        found = tokens.resolve(session, credentials.credentials, at=at)
    if found is None:
        raise SignedOut("This access token is unknown, has expired or was revoked.")
    user, token = found
    if tokens.due(token, at=at):
        with writing(engine) as session:
            tokens.used(session, token, at=at)
    request.state.visitor = user
    return Caller(user, frozenset(token.scopes))


Calls = Annotated[Caller, Depends(caller)]


def caller_with(scope: str) -> Callable[..., User]:
    """A dependency that gives the person calling, and refuses a token without `scope`."""

    def _user(calling: Calls) -> User:
        if scope not in calling.scopes:
            raise Denied("This access token does not have the scope “{scope}”.", scope=scope)
        return calling.user

    return _user


Reads = Annotated[User, Depends(caller_with("read"))]
Drafts = Annotated[User, Depends(caller_with("draft"))]
Tables = Annotated[User, Depends(caller_with("table"))]
Desks = Annotated[User, Depends(caller_with("desk"))]
Manages = Annotated[User, Depends(caller_with("manage"))]
