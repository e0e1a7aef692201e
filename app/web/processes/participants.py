"""Everybody seated in a process; changing a role, ending a seat, inviting to the secretariat."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request, Response

from app.accounts.models import User
from app.errors import Malformed
from app.processes import delegations, participants, queries
from app.processes.models import Participant, Process
from app.processes.policy import manages
from app.processes.roles import Role
from app.processes.views import DelegationLine, InvitationLine, PersonLine
from app.web.dependencies import At, Me, Reader, Session, Writer
from app.web.forms import Form
from app.web.page import Page
from app.web.processes.inside import inside, way_to
from app.web.rendering import go, reader_language, render

router = APIRouter(prefix="/processes/{slug}/participants")


@dataclass(frozen=True, kw_only=True)
class ParticipantsPage(Page):
    groups: tuple[tuple[DelegationLine | None, tuple[PersonLine, ...], tuple[InvitationLine, ...]], ...]
    may_manage: bool
    slug: str
    tab: str = "participants"

    @property
    def empty(self) -> list[DelegationLine]:
        """The delegations in which nobody sits and to which nobody is invited."""
        return [line for line, seated, invited in self.groups if line and not seated and not invited]


def participants_page(request: Request, session: Session, me: User, slug: str, at: At, **again: Any) -> Response:
    """The page of participants, as after a refusal when `again` has one."""
    process, by = inside(session, me, slug, at)
    groups = queries.participants_page(session, process, by=by, language=reader_language(request), at=at)
    page = ParticipantsPage(
        crumbs=way_to(request, process), groups=groups, may_manage=manages(by, process.id), slug=slug, **again
    )
    return render(request, "processes/participants/index.html", page)


@router.get("")
def index(request: Request, slug: str, session: Reader, me: Me, at: At) -> Response:
    return participants_page(request, session, me, slug, at)


@router.post("/{participant_id}/role")
def change_role(request: Request, slug: str, participant_id: UUID, form: Form, session: Writer, me: Me, at: At) -> Response:
    process, by = inside(session, me, slug, at)
    participant = participants.by_id(session, participant_id, process_id=process.id)
    if form.text("role") not in set(Role):
        raise Malformed("Please choose one of the list.", field="role")
    delegation = (
        delegations.by_id(session, participant.delegation_id, process_id=process.id) if participant.delegation_id else None
    )
    role = Role(form.text("role"))
    participants.change_role(session, participant, role, process=process, delegation=delegation, by=by, at=at)
    return go(request, _back(process, participant), "The role is changed.")


@router.post("/{participant_id}/end")
def end(request: Request, slug: str, participant_id: UUID, session: Writer, me: Me, at: At) -> Response:
    process, by = inside(session, me, slug, at)
    participant = participants.by_id(session, participant_id, process_id=process.id)
    participants.end(session, participant, by=by, at=at)
    back = "/processes" if participant.user_id == me.id else _back(process, participant)
    return go(request, back, "The seat has ended. What was done from it stays.")


def _back(process: Process, participant: Participant) -> str:
    if participant.delegation_id is None:
        return f"/processes/{process.slug}/participants"
    return f"/processes/{process.slug}/delegations/{participant.delegation_id}"
