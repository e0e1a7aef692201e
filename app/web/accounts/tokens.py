"""My access tokens, for programs that work for me."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from fastapi import APIRouter, Request, Response

from app.accounts import tokens, users
from app.accounts.models import AccessToken, User
from app.accounts.oneself import oneself
from app.accounts.tokens import Scope
from app.errors import Malformed, Refusal
from app.web.dependencies import At, Me, Reader, Session, Writer
from app.web.forms import Form, or_again
from app.web.languages import say
from app.web.page import Crumb, Page
from app.web.rendering import go, reader_language, render

router = APIRouter(prefix="/account/tokens")


@dataclass(frozen=True, kw_only=True)
class TokensPage(Page):
    tokens: list[AccessToken]
    scopes: tuple[str, ...] = tuple(scope.value for scope in Scope)


@dataclass(frozen=True, kw_only=True)
class MadePage(Page):
    token: AccessToken
    secret: str


@router.get("")
def show(request: Request, session: Reader, me: Me, at: At) -> Response:
    return _page(request, session, me, at)


@router.post("")
def create(request: Request, form: Form, session: Writer, me: Me, at: At) -> Response:
    with or_again(session, lambda refusal: _page(request, session, me, at, refusal, form.kept)):
        days = form.number("days")
        if not 1 <= days <= tokens.LONGEST.days:
            raise Malformed("A token lasts at least a moment and at most a year.", field="days")
        token, secret = tokens.create(
            session,
            users.by_id(session, me.id),
            name=form.text("name"),
            scopes=[scope for scope in Scope if form.ticked(f"scope-{scope}")],
            expires_at=at + timedelta(days=days),
            by=oneself(me),
            at=at,
        )
    # Shown here and nowhere else, so there is no page to go on to.
    page = MadePage(crumbs=_crumbs(request), token=token, secret=secret)
    return render(request, "accounts/tokens/made.html", page, status=201)


@router.post("/{token_id}/revoke")
def revoke(request: Request, token_id: UUID, session: Writer, me: Me, at: At) -> Response:
    tokens.revoke(session, token_id, by=oneself(me), at=at)
    return go(request, "/account/tokens", "The token opens nothing any more.")


def _page(
    request: Request,
    session: Session,
    me: User,
    at: At,
    refusal: Refusal | None = None,
    typed: dict[str, str] | None = None,
) -> Response:
    page = TokensPage(
        crumbs=_crumbs(request)[:1], tokens=tokens.mine(session, me.id, at=at), refusal=refusal, typed=typed or {}
    )
    return render(request, "accounts/tokens/show.html", page)


def _crumbs(request: Request) -> tuple[Crumb, ...]:
    language = reader_language(request)
    return Crumb(say(language, "My account"), "/account"), Crumb(say(language, "Access tokens"), "/account/tokens")
