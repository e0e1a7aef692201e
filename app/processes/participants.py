"""Persons in their roles: one seat a person a process."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, or_, select

from app.accounts.lines import line
from app.accounts.models import User
from app.errors import Malformed, OutOfPlace, Unknown, require
from app.processes.delegations import sits
from app.processes.models import Delegation, Participant, Process
from app.processes.policy import may_manage
from app.processes.roles import Role, roles_of
from app.record.actor import Actor
from app.record.chain import write


def seat(
    session: Session,
    process: Process,
    user: User,
    role: Role,
    delegation: Delegation | None = None,
    *,
    by: Actor,
    at: datetime,
    title: str = "",
) -> Participant:
    """Gives a person a role in a process; the secretariat sits in no delegation.

    Somebody whose seat had ended takes one again. Raises Denied, Malformed when the delegation has no such role, or
    OutOfPlace when the person has a seat.
    """
    require(may_manage(by, process.id))
    return take_seat(session, process, user, role, delegation, by=by, at=at, title=title)


def take_seat(
    session: Session,
    process: Process,
    user: User,
    role: Role,
    delegation: Delegation | None = None,
    *,
    by: Actor,
    at: datetime,
    title: str = "",
) -> Participant:
    """Gives a seat whose right has been established elsewhere, as by an invitation."""
    accept_role(process, role, delegation, at=at)
    participant = of_user(session, process.id, user.id)
    if participant is None:
        participant = Participant(process_id=process.id, user_id=user.id, role=role, since=at)
    elif ended(participant, at=at):
        participant.since, participant.until = at, None
    else:
        raise OutOfPlace("{name} has a seat in this process already.", name=user.name)
    participant.role, participant.title = role, line(title, field="title", required=False)
    participant.delegation_id = delegation.id if delegation else None
    _changed(session, "participant.seat", participant, by, at, None)
    return participant


def accept_role(process: Process, role: str, delegation: Delegation | None, *, at: datetime) -> None:
    """Raises Malformed when there is no such role in the delegation, OutOfPlace when the delegation has left."""
    if delegation is not None and delegation.process_id != process.id:
        raise Unknown("There is no such delegation.")
    if role not in roles_of(delegation.standing if delegation else None):
        if delegation is None:
            raise Malformed("Everybody but the technical secretariat sits in a delegation.", field="delegation")
        raise Malformed("There is no such role in this delegation.", field="role")
    if delegation is not None and not sits(delegation, at.date()):
        raise OutOfPlace("This delegation has left the process.", field="delegation")


def end(session: Session, participant: Participant, *, by: Actor, at: datetime) -> None:
    """Ends a person's seat; what they did stays, under their name and their delegation's."""
    require(may_manage(by, participant.process_id))
    if ended(participant, at=at):
        raise OutOfPlace("This seat has ended already.")
    if participant.role == Role.SECRETARIAT and not by.operator and _last_secretary(session, participant, at):
        raise OutOfPlace("The last person of the technical secretariat cannot leave before another is seated.")
    before, participant.until = _facts(participant), at
    _changed(session, "participant.end", participant, by, at, before)


def change_role(
    session: Session,
    participant: Participant,
    role: Role,
    *,
    process: Process,
    delegation: Delegation | None,
    by: Actor,
    at: datetime,
) -> None:
    """Gives a person another role in their delegation: delegate, head, presidency. The seat stays the same one."""
    require(may_manage(by, participant.process_id))
    if ended(participant, at=at):
        raise OutOfPlace("This seat has ended already.")
    if participant.delegation_id != (delegation.id if delegation else None):
        raise OutOfPlace("A person changes to another delegation by a new seat, after the old one has ended.")
    accept_role(process, role, delegation, at=at)
    if participant.role != role:
        before, participant.role = _facts(participant), role
        _changed(session, "participant.change_role", participant, by, at, before)


def by_id(session: Session, participant_id: UUID, *, process_id: UUID) -> Participant:
    """The participant with this id in the process. Raises Unknown."""
    participant = session.get(Participant, participant_id)
    if participant is None or participant.process_id != process_id:
        raise Unknown("There is no such participant.")
    return participant


def of_user(session: Session, process_id: UUID, user_id: UUID) -> Participant | None:
    """The seat a person has or had in a process."""
    where = (Participant.process_id == process_id, Participant.user_id == user_id)
    return session.exec(select(Participant).where(*where)).first()


def heads(session: Session, delegation_id: UUID, *, at: datetime) -> list[Participant]:
    """Those who head a delegation now."""
    return list(
        session.exec(
            select(Participant).where(
                Participant.delegation_id == delegation_id, Participant.role == Role.HEAD, *still_seated(at)
            )
        )
    )


def ended(participant: Participant, *, at: datetime) -> bool:
    """Whether the seat has ended."""
    return participant.until is not None and participant.until <= at


def still_seated(at: datetime) -> tuple:
    """The conditions of a seat that has not ended."""
    return (or_(col(Participant.until).is_(None), col(Participant.until) > at),)


def _last_secretary(session: Session, participant: Participant, at: datetime) -> bool:
    others = select(Participant.id).where(
        Participant.process_id == participant.process_id,
        Participant.role == Role.SECRETARIAT,
        Participant.id != participant.id,
        *still_seated(at),
    )
    return session.exec(others).first() is None


def _changed(session: Session, act: str, participant: Participant, by: Actor, at: datetime, before: dict | None) -> None:
    session.add(participant)
    session.flush()
    subject = ("participant", participant.id)
    process_id = participant.process_id
    write(session, act, subject, by=by, at=at, process_id=process_id, before=before, after=_facts(participant))


def _facts(participant: Participant) -> dict:
    return participant.model_dump(mode="json", exclude={"id", "process_id"})
