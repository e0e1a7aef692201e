"""Inviting a person to a seat, again when the link has expired, and withdrawing it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from fastapi import APIRouter, Request, Response

from app.config import Settings
from app.errors import Malformed, Refusal
from app.processes import delegations, invitations
from app.processes.models import Invitation, Process
from app.processes.roles import Role
from app.web.dependencies import App, At, Me, Writer
from app.web.forms import Form, or_again
from app.web.page import Page
from app.web.processes.delegations import delegation_page
from app.web.processes.inside import inside, way_to
from app.web.processes.participants import participants_page
from app.web.rendering import go, render

router = APIRouter(prefix="/processes/{slug}/invitations")


@dataclass(frozen=True, kw_only=True)
class InvitedPage(Page):
    """An invitation just made, with its link: the only time the link is shown."""

    email: str
    name: str
    link: str
    expires_at: datetime
    back: str


@router.post("")
def invite(request: Request, slug: str, form: Form, session: Writer, me: Me, app: App, at: At) -> Response:
    process, by = inside(session, me, slug, at)
    delegation_id = form.uuid("delegation")

    def again(refusal: Refusal) -> Response:
        typed = {"refusal": refusal, "typed": form.kept}
        if delegation_id is None:
            return participants_page(request, session, me, slug, at, **typed)
        return delegation_page(request, session, me, slug, delegation_id, at, **typed)

    with or_again(session, again):
        if form.text("role") not in set(Role):
            raise Malformed("Please choose one of the list.", field="role")
        delegation = delegations.by_id(session, delegation_id, process_id=process.id) if delegation_id else None
        invitation, token = invitations.invite(
            session,
            process,
            email=form.text("email"),
            name=form.text("name"),
            role=Role(form.text("role")),
            delegation=delegation,
            by=by,
            at=at,
            lasts=timedelta(days=app.invitation_days),
        )
    return _invited(request, process, invitation, token, app)


@router.post("/{invitation_id}/again")
def invite_again(request: Request, slug: str, invitation_id: UUID, session: Writer, me: Me, app: App, at: At) -> Response:
    process, by = inside(session, me, slug, at)
    invitation = invitations.by_id(session, invitation_id, process_id=process.id)
    lasts = timedelta(days=app.invitation_days)
    invitation, token = invitations.invite_again(session, invitation, by=by, at=at, lasts=lasts)
    return _invited(request, process, invitation, token, app)


@router.post("/{invitation_id}/withdraw")
def withdraw(request: Request, slug: str, invitation_id: UUID, session: Writer, me: Me, at: At) -> Response:
    process, by = inside(session, me, slug, at)
    invitation = invitations.by_id(session, invitation_id, process_id=process.id)
    invitations.withdraw(session, invitation, by=by, at=at)
    return go(request, _back(process, invitation), "The invitation is withdrawn: its link opens nothing any more.")


def link_of(token: str, app: Settings) -> str:
    """The address a person follows to take an invitation up."""
    return f"{app.public_url.rstrip('/')}/invitations/{token}"


def _invited(request: Request, process: Process, invitation: Invitation, token: str, app: Settings) -> Response:
    # The link is shown here and nowhere else, so there is no page to go on to.
    page = InvitedPage(
        crumbs=way_to(request, process),
        email=invitation.email,
        name=invitation.name,
        link=link_of(token, app),
        expires_at=invitation.expires_at,
        back=_back(process, invitation),
    )
    return render(request, "processes/invitations/invited.html", page, status=201)


def _back(process: Process, invitation: Invitation) -> str:
    if invitation.delegation_id is None:
        return f"/processes/{process.slug}/participants"
    return f"/processes/{process.slug}/delegations/{invitation.delegation_id}"
