"""The cookie of a sign-in, and where a request comes from."""

from datetime import timedelta

from fastapi import Request, Response

from app.config import Settings
from app.web.visitor import SESSION_COOKIE


def lifetime(settings: Settings) -> timedelta:
    """How long a sign-in lasts at most."""
    return timedelta(hours=settings.session_absolute_hours)


def idle(settings: Settings) -> timedelta:
    """How long a sign-in may go unused."""
    return timedelta(minutes=settings.session_idle_minutes)


def give(response: Response, settings: Settings, token: str) -> None:
    """Has the browser keep the token, out of reach of scripts and other sites."""
    response.set_cookie(
        SESSION_COOKIE,
        token,
        max_age=int(lifetime(settings).total_seconds()),
        httponly=True,
        samesite="lax",
        secure=settings.secure_cookies,
    )


def token_of(request: Request) -> str:
    """The token the browser keeps, or nothing."""
    return request.cookies.get(SESSION_COOKIE, "")


def origin_of(request: Request) -> str:
    """The network address the request comes from."""
    return request.client.host if request.client else ""


def agent_of(request: Request) -> str:
    """What the browser calls itself."""
    return request.headers.get("user-agent", "")
