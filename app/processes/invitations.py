"""Invitations: a single-use, expiring link that gives a person a seat."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import Session, col, select

from app.accounts import users
from app.accounts.lines import address, line
from app.accounts.models import User
from app.accounts.oneself import oneself
from app.accounts.secrets import draw, fingerprint
from app.errors import Denied, Malformed, OutOfPlace, SignedOut, Unknown, require
from app.processes.models import Delegation, Invitation, Participant, Process
from app.processes.participants import accept_role, ended, of_user, take_seat
from app.processes.policy import may_invite
from app.processes.roles import Role
from app.record.actor import Actor
from app.record.chain import write

LASTS = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class TakenUp:
    """An invitation taken up: the person, their seat, and whether their account is new or had no password before."""

    user: User
    participant: Participant
    new: bool


def invite(
    session: Session,
    process: Process,
    *,
    email: str,
    name: str,
    role: Role,
    delegation: Delegation | None = None,
    by: Actor,
    at: datetime,
    lasts: timedelta = LASTS,
) -> tuple[Invitation, str]:
    """Invites a person to a seat; returns the invitation and the token of its link, which is shown this once.

    Raises Denied, Malformed when the delegation has no such role, OutOfPlace when the person has a seat in the process
    or an open invitation to it.
    """
    require(may_invite(by, process.id, delegation.id if delegation else None, role))
    email, name = address(email), line(name, field="name")
    accept_role(process, role, delegation, at=at)
    user = users.by_email(session, email)
    seat = user and of_user(session, process.id, user.id)
    if seat and not ended(seat, at=at):
        raise OutOfPlace("{email} has a seat in this process already.", field="email", email=email)
    same = select(Invitation).where(Invitation.process_id == process.id, Invitation.email == email)
    if any(is_open(each, at=at) for each in session.exec(same)):
        raise OutOfPlace("{email} has been invited already. You can invite again.", field="email", email=email)
    token = draw()
    invitation = Invitation(
        process_id=process.id,
        delegation_id=delegation.id if delegation else None,
        role=role,
        email=email,
        name=name,
        token_hash=fingerprint(token),
        invited_by=by.user_id,
        created_at=at,
        expires_at=at + lasts,
    )
    session.add(invitation)
    session.flush()
    _record(session, "invitation.invite", invitation, by, at)
    return invitation, token


def invite_again(
    session: Session, invitation: Invitation, *, by: Actor, at: datetime, lasts: timedelta = LASTS
) -> tuple[Invitation, str]:
    """A new link for an invitation not taken up; the old link opens nothing any more."""
    require(may_invite(by, invitation.process_id, invitation.delegation_id, invitation.role))
    if invitation.used_at is not None:
        raise OutOfPlace("This invitation has been taken up.")
    if invitation.withdrawn_at is None:
        invitation.withdrawn_at = at
        session.add(invitation)
        _record(session, "invitation.replace", invitation, by, at)
    process = session.get_one(Process, invitation.process_id)
    delegation = session.get_one(Delegation, invitation.delegation_id) if invitation.delegation_id else None
    session.flush()
    return invite(
        session,
        process,
        email=invitation.email,
        name=invitation.name,
        role=Role(invitation.role),
        delegation=delegation,
        by=by,
        at=at,
        lasts=lasts,
    )


def withdraw(session: Session, invitation: Invitation, *, by: Actor, at: datetime) -> None:
    """Withdraws an invitation not taken up: its link opens nothing any more."""
    require(may_invite(by, invitation.process_id, invitation.delegation_id, invitation.role))
    if invitation.used_at is not None:
        raise OutOfPlace("This invitation has been taken up.")
    if invitation.withdrawn_at is None:
        invitation.withdrawn_at = at
        session.add(invitation)
        _record(session, "invitation.withdraw", invitation, by, at)


def of_token(session: Session, token: str, *, at: datetime) -> Invitation:
    """The open invitation of a link. Raises Unknown, or OutOfPlace saying why it opens nothing any more."""
    # The row is locked, so that of two who follow the link at once only one finds it open.
    held = select(Invitation).where(Invitation.token_hash == fingerprint(token)).with_for_update()
    invitation = session.exec(held).first()
    if invitation is None:
        raise Unknown("There is no such invitation. Please check that the link is complete.")
    if invitation.used_at is not None:
        raise OutOfPlace("This invitation has been taken up already. Please sign in.")
    if invitation.withdrawn_at is not None:
        raise OutOfPlace("This invitation was withdrawn, or replaced by a newer one.")
    if invitation.expires_at <= at:
        raise OutOfPlace("This invitation expired on {day}. Please ask for a new one.", day=invitation.expires_at)
    return invitation


def take_up(
    session: Session,
    token: str,
    *,
    by: Actor | None,
    at: datetime,
    name: str = "",
    password: str = "",
    language: str = "",
) -> TakenUp:
    """Takes an invitation up: the person gets the seat, and an account when they have none.

    Who has an account with a password must be signed in with it (`by`): the link alone opens no account. Raises
    SignedOut when they are not, Denied when somebody else is, Malformed when the name or password cannot be used, and
    what `of_token` raises.
    """
    invitation = of_token(session, token, at=at)
    user, new = _person(session, invitation, by=by, at=at, name=name, password=password, language=language)
    process = session.get_one(Process, invitation.process_id)
    delegation = session.get_one(Delegation, invitation.delegation_id) if invitation.delegation_id else None
    acting = oneself(user)
    invitation.used_at = at
    session.add(invitation)
    _record(session, "invitation.take_up", invitation, acting, at)
    participant = take_seat(session, process, user, Role(invitation.role), delegation, by=acting, at=at)
    return TakenUp(user, participant, new)


def needs_sign_in(session: Session, invitation: Invitation) -> bool:
    """Whether the person invited has an account with a password, and so takes it up by signing in."""
    user = users.by_email(session, invitation.email)
    return user is not None and bool(user.password_hash)


def by_id(session: Session, invitation_id: UUID, *, process_id: UUID) -> Invitation:
    """The invitation with this id in the process. Raises Unknown."""
    invitation = session.get(Invitation, invitation_id)
    if invitation is None or invitation.process_id != process_id:
        raise Unknown("There is no such invitation.")
    return invitation


def open_ones(session: Session, process_id: UUID, *, at: datetime) -> list[Invitation]:
    """The invitations of a process neither taken up nor withdrawn, expired ones among them, the newest first."""
    found = session.exec(
        select(Invitation)
        .where(
            Invitation.process_id == process_id,
            col(Invitation.used_at).is_(None),
            col(Invitation.withdrawn_at).is_(None),
        )
        .order_by(col(Invitation.created_at).desc(), col(Invitation.email))
    )
    return list(found)


def is_open(invitation: Invitation, *, at: datetime) -> bool:
    """Whether the link of the invitation still opens something."""
    return invitation.used_at is None and invitation.withdrawn_at is None and invitation.expires_at > at


def _person(
    session: Session,
    invitation: Invitation,
    *,
    by: Actor | None,
    at: datetime,
    name: str,
    password: str,
    language: str,
) -> tuple[User, bool]:
    user = users.by_email(session, invitation.email)
    if by is not None and (user is None or by.user_id != user.id):
        raise Denied(
            "This invitation is for {email}. You are signed in with another account: sign out first.",
            email=invitation.email,
        )
    if user is not None and user.disabled_at is not None:
        raise Denied("This account is closed. Please ask the technical secretariat.")
    if user is not None and user.password_hash:
        if by is None:
            raise SignedOut("You have an account already. Please sign in to take up the invitation.")
        return user, False
    if not password:
        raise Malformed("Please choose a password.", field="password")
    if user is None:
        entered = users.enter(
            session,
            email=invitation.email,
            name=name or invitation.name,
            password=password,
            language=language,
            by=None,
            at=at,
        )
        return entered, True
    users.choose_first_password(session, user, new=password, at=at)
    return user, True


def _record(session: Session, act: str, invitation: Invitation, by: Actor, at: datetime) -> None:
    after = invitation.model_dump(mode="json", include={"email", "name", "role", "delegation_id", "expires_at"})
    subject = ("invitation", invitation.id)
    write(session, act, subject, by=by, at=at, process_id=invitation.process_id, after=after)
