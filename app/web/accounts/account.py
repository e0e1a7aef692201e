"""My account: name, language, password, and where I am signed in."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from fastapi import APIRouter, Request, Response

from app.accounts import queries, sign_ins, users
from app.accounts.models import User
from app.accounts.oneself import oneself
from app.accounts.passwords import LEAST
from app.accounts.queries import SignInLine
from app.errors import Malformed, Refusal
from app.processes import queries as processes
from app.processes.views import SeatLine
from app.web.accounts.cookies import idle, origin_of, token_of
from app.web.accounts.devices import device
from app.web.dependencies import At, Me, Reader, Session, Writer
from app.web.forms import Form, Typed, or_again
from app.web.languages import LANGUAGE_COOKIE, LANGUAGES
from app.web.page import Page
from app.web.rendering import go, reader_language, render

router = APIRouter(prefix="/account")


@dataclass(frozen=True, kw_only=True)
class AccountPage(Page):
    user: User
    sign_ins: list[SignInLine]
    devices: dict[UUID, str]
    seats: tuple[SeatLine, ...]
    least: int = LEAST


@router.get("")
def show(request: Request, session: Reader, me: Me, at: At) -> Response:
    return _page(request, session, me, at)


@router.post("/name")
def rename(request: Request, form: Form, session: Writer, me: Me, at: At) -> Response:
    user = users.by_id(session, me.id)
    with or_again(session, _again(request, session, me, at, form)):
        users.rename(session, user, form.text("name"), by=oneself(user), at=at)
    return go(request, "/account", "Your name is changed. What is on record keeps the name it was done under.")


@router.post("/language")
def choose_language(request: Request, form: Form, session: Writer, me: Me, at: At) -> Response:
    user, language = users.by_id(session, me.id), form.text("language")
    with or_again(session, _again(request, session, me, at, form)):
        if language and language not in LANGUAGES:
            raise Malformed("Please choose one of the list.", field="language")
        users.set_language(session, user, language, by=oneself(user), at=at)
    response = go(request, "/account", "Your language is kept.")
    # A choice made for this browser alone would otherwise stand before the one just made for the account.
    response.delete_cookie(LANGUAGE_COOKIE)
    return response


@router.post("/password")
def change_password(request: Request, form: Form, session: Writer, me: Me, at: At) -> Response:
    user, again = users.by_id(session, me.id), _again(request, session, me, at, form)
    with or_again(session, again):
        refused = users.change_password(
            session,
            user,
            present=form.raw("present"),
            new=form.raw("new"),
            origin=origin_of(request),
            by=oneself(user),
            at=at,
            keep=token_of(request),
        )
    if refused is not None:
        return again(refused)
    return go(request, "/account", "Your password is changed. Everywhere else you are signed out.")


@router.post("/sign-ins/{sign_in_id}/end")
def end_sign_in(request: Request, sign_in_id: UUID, session: Writer, me: Me, at: At) -> Response:
    sign_ins.revoke(session, sign_in_id, by=oneself(me), at=at)
    return go(request, "/account", "You are signed out there.")


@router.post("/sign-ins/end-others")
def end_other_sign_ins(request: Request, session: Writer, me: Me, at: At) -> Response:
    sign_ins.revoke_all(session, users.by_id(session, me.id), by=oneself(me), at=at, keep=token_of(request))
    return go(request, "/account", "Everywhere else you are signed out.")


def _page(
    request: Request,
    session: Session,
    me: User,
    at: At,
    refusal: Refusal | None = None,
    typed: dict[str, str] | None = None,
) -> Response:
    language = reader_language(request)
    mine = queries.sign_ins_of(session, me.id, token=token_of(request), at=at, idle=idle(request.app.state.settings))
    page = AccountPage(
        user=me,
        sign_ins=mine,
        devices={each.id: device(each.agent, language) for each in mine},
        seats=processes.seats_of(session, me, language=language, at=at),
        refusal=refusal,
        typed=typed or {},
    )
    return render(request, "accounts/account/show.html", page)


def _again(request: Request, session: Session, me: User, at: At, form: Typed) -> Callable[[Refusal], Response]:
    return lambda refusal: _page(request, session, me, at, refusal, form.kept)
