"""What a handler may ask for: a session to read or to write, who is signed in, the time, the settings."""

from collections.abc import Iterator
from datetime import datetime
from typing import Annotated

from fastapi import Depends, Request
from sqlmodel import Session

from app.accounts.models import User
from app.config import Settings
from app.db import reading, writing
from app.errors import SignedOut
from app.store import Store
from app.web.visitor import visitor_of

__all__ = ["App", "At", "Exports", "Files", "Me", "Reader", "Session", "Visitor", "Writer"]


def _settings(request: Request) -> Settings:
    settings: Settings = request.app.state.settings
    return settings


def _at(request: Request) -> datetime:
    at: datetime = request.app.state.clock.now()
    return at


def _files(request: Request) -> Store:
    files: Store = request.app.state.files
    return files


def _exports(request: Request) -> Store:
    exports: Store = request.app.state.exports
    return exports


def _reader(request: Request) -> Iterator[Session]:
    with reading(request.app.state.engine) as session:
        yield session


def _writer(request: Request) -> Iterator[Session]:
    with writing(request.app.state.engine) as session:
        yield session


def _me(request: Request) -> User:
    visitor = visitor_of(request)
    if visitor is None:
        raise SignedOut("Please sign in first.")
    return visitor


App = Annotated[Settings, Depends(_settings)]
At = Annotated[datetime, Depends(_at)]
Visitor = Annotated[User | None, Depends(visitor_of)]
Me = Annotated[User, Depends(_me)]
Files = Annotated[Store, Depends(_files)]
Exports = Annotated[Store, Depends(_exports)]
Reader = Annotated[Session, Depends(_reader, scope="function")]
# A scope of "function" ends the transaction before the answer is sent: a commit that fails becomes our answer.
Writer = Annotated[Session, Depends(_writer, scope="function")]
