"""In which capacity a person acts: their seats, as the actors of everything else."""

from datetime import datetime

from sqlmodel import Session, select

from app.accounts.models import User
from app.errors import Unknown
from app.processes import participants, presidency
from app.processes.delegations import sits
from app.processes.models import Delegation, Participant, Process
from app.processes.names import name_of
from app.processes.roles import Role
from app.record.actor import Actor


def actor_for(session: Session, user: User, process: Process, *, at: datetime) -> Actor:
    """The person in the role they hold in the process at that instant.

    Raises Unknown when they have no seat there, or it has ended, or their delegation has left, or their account is
    closed: for them there is no such process.
    """
    participant = participants.of_user(session, process.id, user.id)
    actor = participant and _actor(session, user, process, participant, at)
    if not actor:
        raise Unknown("There is no such process.")
    return actor


def acting_in(session: Session, user: User, process: Process, *, at: datetime) -> Actor:
    """Like `actor_for`; an operator without a seat is let in to keep the process in order, and takes no part in it."""
    try:
        return actor_for(session, user, process, at=at)
    except Unknown:
        if not user.operator or user.disabled_at is not None:
            raise
    return Actor(user_id=user.id, name=user.name, process_id=process.id, operator=True)


def actors_of(session: Session, user: User, *, at: datetime) -> list[Actor]:
    """Every capacity a person acts in, one for each process they have a seat in."""
    rows = session.exec(
        select(Participant, Process)
        .join(Process, Process.id == Participant.process_id)  # type: ignore[arg-type]
        .where(Participant.user_id == user.id, *participants.still_seated(at))
        .order_by(Process.slug)
    )
    found = (_actor(session, user, process, participant, at) for participant, process in rows)
    return [actor for actor in found if actor]


def _actor(session: Session, user: User, process: Process, participant: Participant, at: datetime) -> Actor | None:
    if user.disabled_at is not None or participants.ended(participant, at=at):
        return None
    delegation = session.get_one(Delegation, participant.delegation_id) if participant.delegation_id else None
    if delegation is not None and not sits(delegation, at.date()):
        return None
    term = presidency.current(session, process, at.date()) if participant.role == Role.PRESIDENCY else None
    return Actor(
        user_id=user.id,
        name=user.name,
        process_id=process.id,
        participant_id=participant.id,
        delegation_id=participant.delegation_id,
        delegation=name_of(delegation, "en") if delegation else "",
        role=participant.role,
        presiding=term is not None and term.delegation_id == participant.delegation_id,
        operator=user.operator,
    )
