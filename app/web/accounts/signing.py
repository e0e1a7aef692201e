"""Signing in and out."""

from dataclasses import dataclass

from fastapi import APIRouter, Request, Response

from app.accounts import sign_ins
from app.errors import Refusal
from app.web.accounts.cookies import agent_of, give, lifetime, origin_of, token_of
from app.web.dependencies import App, At, Visitor, Writer
from app.web.forms import Form
from app.web.page import Page
from app.web.paths import own_path
from app.web.rendering import go, render
from app.web.visitor import SESSION_COOKIE

router = APIRouter()


@dataclass(frozen=True, kw_only=True)
class SignInPage(Page):
    next: str = "/"


@router.get("/sign-in")
def ask(request: Request, visitor: Visitor, next: str = "/") -> Response:
    if visitor is not None:
        return go(request, own_path(next))
    return render(request, "accounts/sign_in/ask.html", SignInPage(next=own_path(next)))


@router.post("/sign-in")
def sign_in(request: Request, form: Form, session: Writer, visitor: Visitor, app: App, at: At) -> Response:
    onwards = own_path(form.text("next", "/"))
    outcome = sign_ins.sign_in(
        session,
        form.text("email"),
        form.raw("password"),
        origin=origin_of(request),
        agent=agent_of(request),
        at=at,
        lifetime=lifetime(app),
        replacing=token_of(request),
    )
    if isinstance(outcome, Refusal):
        page = SignInPage(next=onwards, refusal=outcome, typed={"email": form.text("email")})
        # Returned, not raised: the failure is counted in this transaction.
        refused = render(request, "accounts/sign_in/ask.html", page)
        if seconds := outcome.values.get("seconds"):
            refused.headers["Retry-After"] = str(seconds)
        return refused
    response = go(request, onwards)
    give(response, app, outcome.token)
    return response


@router.post("/sign-out")
def sign_out(request: Request, session: Writer, visitor: Visitor, at: At) -> Response:
    sign_ins.sign_out(session, token_of(request), at=at)
    response = go(request, "/sign-in", "You have signed out.")
    response.delete_cookie(SESSION_COOKIE)
    return response
