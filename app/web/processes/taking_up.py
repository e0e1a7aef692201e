"""Taking up an invitation, from the link in it."""

from dataclasses import dataclass
from urllib.parse import quote

from fastapi import APIRouter, Request, Response

from app.accounts import sign_ins
from app.accounts.models import User
from app.accounts.oneself import oneself
from app.accounts.passwords import LEAST
from app.errors import Refusal, Unknown
from app.processes import delegations, invitations, processes
from app.processes.models import Invitation
from app.processes.names import name_of
from app.web.accounts.cookies import agent_of, give, lifetime, token_of
from app.web.dependencies import App, At, Reader, Session, Visitor, Writer
from app.web.forms import Form, or_again
from app.web.page import Page
from app.web.rendering import go, reader_language, render

router = APIRouter(prefix="/invitations")


@dataclass(frozen=True, kw_only=True)
class TakeUpPage(Page):
    """An invitation that is open. `how` is "new" (choose a password), "seat" (only say yes), "sign-in" or "other"."""

    token: str
    process: str
    delegation: str
    invitation: Invitation
    how: str
    next: str
    least: int = LEAST


@dataclass(frozen=True, kw_only=True)
class ClosedPage(Page):
    """A link that opens nothing any more; `refusal` says why."""


@router.get("/{token}")
def show(request: Request, token: str, session: Reader, visitor: Visitor, at: At) -> Response:
    return _page(request, session, token, visitor, at)


@router.post("/{token}")
def take_up(request: Request, token: str, form: Form, session: Writer, visitor: Visitor, app: App, at: At) -> Response:
    def again(refusal: Refusal) -> Response:
        return _page(request, session, token, visitor, at, refusal, form.kept)

    with or_again(session, again):
        taken = invitations.take_up(
            session,
            token,
            by=oneself(visitor) if visitor else None,
            at=at,
            name=form.text("name"),
            password=form.raw("password"),
            language=reader_language(request),
        )
        process = processes.by_id(session, taken.participant.process_id)
        response = go(request, f"/processes/{process.slug}", "Welcome. You have taken your seat.")
        if visitor is None:
            begun = sign_ins.begin(
                session,
                taken.user,
                by=oneself(taken.user),
                agent=agent_of(request),
                at=at,
                lifetime=lifetime(app),
                replacing=token_of(request),
            )
            give(response, app, begun)
    return response


def _page(
    request: Request,
    session: Session,
    token: str,
    visitor: User | None,
    at: At,
    refusal: Refusal | None = None,
    typed: dict[str, str] | None = None,
) -> Response:
    try:
        invitation = invitations.of_token(session, token, at=at)
    except Refusal as closed:
        status = 404 if isinstance(closed, Unknown) else 410
        return render(request, "processes/invitations/closed.html", ClosedPage(refusal=closed), status=status)
    language = reader_language(request)
    process = processes.by_id(session, invitation.process_id)
    seat_in = invitation.delegation_id
    delegation = delegations.by_id(session, seat_in, process_id=process.id) if seat_in else None
    page = TakeUpPage(
        token=token,
        process=name_of(process, language, "official"),
        delegation=name_of(delegation, language) if delegation else "",
        invitation=invitation,
        how=_how(session, invitation, visitor),
        next=quote(f"/invitations/{token}"),
        refusal=refusal,
        typed=typed or {},
    )
    return render(request, "processes/invitations/take_up.html", page)


def _how(session: Session, invitation: Invitation, visitor: User | None) -> str:
    if visitor is not None:
        return "seat" if visitor.email == invitation.email else "other"
    return "sign-in" if invitations.needs_sign_in(session, invitation) else "new"
