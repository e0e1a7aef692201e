"""Who sends a request, found once for each request."""

from contextlib import suppress
from datetime import timedelta

from fastapi import Request

from app.accounts import sign_ins
from app.accounts.models import User
from app.db import reading, writing
from app.errors import Stale

SESSION_COOKIE = "protempore_session"


def visitor_of(request: Request) -> User | None:
    """The person signed in on this browser, or None. Keeps the session alive while it is used."""
    if not hasattr(request.state, "visitor"):
        request.state.visitor = _find(request)
    found: User | None = request.state.visitor
    return found


def _find(request: Request) -> User | None:
    token = request.cookies.get(SESSION_COOKIE)
    if not token:
        return None
    engine, settings, at = request.app.state.engine, request.app.state.settings, request.app.state.clock.now()
    with reading(engine) as session:
        found = sign_ins.resolve(session, token, at=at, idle=timedelta(minutes=settings.session_idle_minutes))
    if found is None:
        return None
    user, signed_in = found
    if sign_ins.due(signed_in, at=at):
        # That somebody else was writing is no reason to turn the reader away: the next request notes it.
        with suppress(Stale), writing(engine) as session:
            sign_ins.seen(session, signed_in, at=at)
    return user
