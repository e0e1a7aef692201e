"""The API of persons in a process: participants and invitations."""

from datetime import datetime, timedelta
from uuid import UUID

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field

from app.accounts.oneself import oneself
from app.processes import delegations, invitations, participants, queries
from app.processes.models import Invitation, Participant
from app.processes.roles import Role
from app.web.api.callers import Manages, Reads
from app.web.dependencies import App, At, Reader, Writer
from app.web.processes.inside import inside
from app.web.processes.invitations import link_of
from app.web.rendering import reader_language

router = APIRouter(tags=["participants"])


class ParticipantShown(BaseModel):
    """A person in a role. `email` is empty where I may not see it."""

    id: UUID
    delegation_id: UUID | None = Field(description="Empty for the technical secretariat.")
    name: str = Field(examples=["Ana López"])
    role: Role
    title: str
    email: str = Field(examples=["ana@example.org"])
    since: datetime


class RoleChanged(BaseModel):
    """Another role in the same delegation."""

    role: Role


class InvitationAsked(BaseModel):
    """A person to be invited; without a delegation, to the technical secretariat."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"email": "ana@example.org", "name": "Ana López", "role": "delegate"}]}
    )

    email: str
    name: str
    role: Role
    delegation_id: UUID | None = None


class InvitationShown(BaseModel):
    """An invitation neither taken up nor withdrawn."""

    id: UUID
    email: str = Field(examples=["ana@example.org"])
    name: str
    role: Role
    delegation_id: UUID | None
    expires_at: datetime


class InvitationMade(InvitationShown):
    """An invitation just made. Its link is told this once."""

    link: str


class TakenUp(BaseModel):
    """A seat taken."""

    process_id: UUID
    participant_id: UUID


@router.get("/processes/{slug}/participants")
def all_participants(request: Request, slug: str, session: Reader, user: Reads, at: At) -> list[ParticipantShown]:
    """Everybody seated in the process, the secretariat first."""
    process, by = inside(session, user, slug, at)
    groups = queries.participants_page(session, process, by=by, language=reader_language(request), at=at)
    return [
        ParticipantShown(
            id=person.participant_id,
            delegation_id=line.id if line else None,
            name=person.name,
            role=Role(person.role),
            title=person.title,
            email=person.email,
            since=person.since,
        )
        for line, persons, _ in groups
        for person in persons
    ]


@router.patch("/processes/{slug}/participants/{participant_id}", status_code=204)
def change_role(slug: str, participant_id: UUID, change: RoleChanged, session: Writer, user: Manages, at: At) -> None:
    """Change a person's role. For the secretariat."""
    process, by = inside(session, user, slug, at)
    seat = participants.by_id(session, participant_id, process_id=process.id)
    delegation_id = seat.delegation_id
    delegation = delegations.by_id(session, delegation_id, process_id=process.id) if delegation_id else None
    participants.change_role(session, seat, change.role, process=process, delegation=delegation, by=by, at=at)


@router.delete("/processes/{slug}/participants/{participant_id}", status_code=204)
def end(slug: str, participant_id: UUID, session: Writer, user: Manages, at: At) -> None:
    """End a person's seat; what they did stays. For the secretariat."""
    process, by = inside(session, user, slug, at)
    participants.end(session, participants.by_id(session, participant_id, process_id=process.id), by=by, at=at)


@router.get("/processes/{slug}/invitations")
def open_invitations(request: Request, slug: str, session: Reader, user: Reads, at: At) -> list[InvitationShown]:
    """The invitations I may see: all for the secretariat, their delegation's for a head."""
    process, by = inside(session, user, slug, at)
    groups = queries.participants_page(session, process, by=by, language=reader_language(request), at=at)
    return [
        InvitationShown(
            id=line.id,
            email=line.email,
            name=line.name,
            role=Role(line.role),
            delegation_id=line.delegation_id,
            expires_at=line.expires_at,
        )
        for _, _, lines in groups
        for line in lines
    ]


@router.post("/processes/{slug}/invitations", status_code=201)
def invite(slug: str, asked: InvitationAsked, session: Writer, user: Manages, app: App, at: At) -> InvitationMade:
    """Invite a person. The link in this answer is told nowhere else."""
    process, by = inside(session, user, slug, at)
    delegation_id = asked.delegation_id
    delegation = delegations.by_id(session, delegation_id, process_id=process.id) if delegation_id else None
    made, token = invitations.invite(
        session,
        process,
        email=asked.email,
        name=asked.name,
        role=asked.role,
        delegation=delegation,
        by=by,
        at=at,
        lasts=timedelta(days=app.invitation_days),
    )
    return _made(made, link_of(token, app))


@router.post("/processes/{slug}/invitations/{invitation_id}/again", status_code=201)
def invite_again(slug: str, invitation_id: UUID, session: Writer, user: Manages, app: App, at: At) -> InvitationMade:
    """A new link; the old one opens nothing any more."""
    process, by = inside(session, user, slug, at)
    held = invitations.by_id(session, invitation_id, process_id=process.id)
    lasts = timedelta(days=app.invitation_days)
    made, token = invitations.invite_again(session, held, by=by, at=at, lasts=lasts)
    return _made(made, link_of(token, app))


@router.delete("/processes/{slug}/invitations/{invitation_id}", status_code=204)
def withdraw(slug: str, invitation_id: UUID, session: Writer, user: Manages, at: At) -> None:
    """Withdraw an invitation: its link opens nothing any more."""
    process, by = inside(session, user, slug, at)
    held = invitations.by_id(session, invitation_id, process_id=process.id)
    invitations.withdraw(session, held, by=by, at=at)


@router.post("/invitations/{token}", status_code=201)
def take_up(token: str, session: Writer, user: Manages, at: At) -> TakenUp:
    """Take up an invitation to me. Who has no account takes it up on its page."""
    taken: Participant = invitations.take_up(session, token, by=oneself(user), at=at).participant
    return TakenUp(process_id=taken.process_id, participant_id=taken.id)


def _made(invitation: Invitation, link: str) -> InvitationMade:
    return InvitationMade(**invitation.model_dump(include=set(InvitationShown.model_fields)), link=link)
