"""From rows to the lines that pages show. `queries` decides who may see them."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, func, select

from app.accounts.models import User
from app.processes import invitations, presidency
from app.processes.collation import sort_key
from app.processes.models import Delegation, Invitation, Participant, PresidencyTerm, Process
from app.processes.names import alphabetical, name_of
from app.processes.participants import ended, still_seated
from app.processes.policy import may_see_addresses, may_see_invitations, takes_part
from app.processes.roles import Role
from app.processes.views import DelegationLine, InvitationLine, PersonLine, SeatLine, TermLine, TroikaLine
from app.record.actor import Actor

_IN_ORDER = (Role.HEAD, Role.PRESIDENCY, Role.SECRETARIAT, Role.DELEGATE, Role.OBSERVER)


def delegations_of(session: Session, process_id: UUID) -> list[Delegation]:
    """Every delegation of a process, also those that have left."""
    return list(session.exec(select(Delegation).where(Delegation.process_id == process_id)))


def delegation_lines(session: Session, process: Process, language: str, at: datetime) -> list[DelegationLine]:
    """Every delegation of a process in the alphabetical order of the language."""
    counted = session.exec(
        select(Participant.delegation_id, func.count())
        .where(Participant.process_id == process.id, *still_seated(at))
        .group_by(col(Participant.delegation_id))
    )
    persons = Counter(dict(counted.all()))
    return [
        DelegationLine(
            id=each.id,
            name=name_of(each, language),
            official=name_of(each, language, "official"),
            country=each.country,
            standing=each.standing,
            clearance=each.clearance,
            persons=persons[each.id],
            joined_on=each.joined_on,
            left_on=each.left_on,
        )
        for each in alphabetical(delegations_of(session, process.id), language)
    ]


def person_lines(
    session: Session, process: Process, delegation: Delegation | None, *, by: Actor, language: str, at: datetime
) -> tuple[tuple[PersonLine, ...], tuple[PersonLine, ...]]:
    """Those seated now, heads first, and those who sat there before."""
    delegation_id = delegation.id if delegation else None
    rows = session.exec(
        select(Participant, User)
        .join(User, col(User.id) == Participant.user_id)
        .where(Participant.process_id == process.id, col(Participant.delegation_id).is_not_distinct_from(delegation_id))
    ).all()
    shown = may_see_addresses(by, process.id, delegation_id).allowed
    now: list[PersonLine] = []
    before: list[PersonLine] = []
    for participant, user in sorted(rows, key=lambda row: (_IN_ORDER.index(row[0].role), sort_key(row[1].name, language))):
        line = PersonLine(
            participant_id=participant.id,
            user_id=user.id,
            name=user.name,
            role=participant.role,
            title=participant.title,
            email=user.email if shown else "",
            since=participant.since,
            until=participant.until,
        )
        (before if ended(participant, at=at) else now).append(line)
    return tuple(now), tuple(before)


def invitation_lines(
    session: Session,
    process: Process,
    of: Iterable[Delegation | None],
    *,
    by: Actor,
    language: str,
    at: datetime,
) -> tuple[InvitationLine, ...]:
    """The open invitations to these delegations that the reader may see; None stands for the secretariat."""
    seen = {(each.id if each else None): each for each in of}
    mine = {key for key in seen if may_see_invitations(by, process.id, key).allowed}
    if not mine:
        return ()

    def line(each: Invitation) -> InvitationLine:
        delegation = seen[each.delegation_id]
        return InvitationLine(
            id=each.id,
            name=each.name,
            email=each.email,
            role=each.role,
            delegation_id=each.delegation_id,
            delegation=name_of(delegation, language) if delegation else "",
            expires_at=each.expires_at,
            expired=each.expires_at <= at,
        )

    found = invitations.open_ones(session, process.id, at=at)
    return tuple(line(each) for each in found if each.delegation_id in mine)


def term_line(session: Session, term: PresidencyTerm, language: str, at: datetime) -> TermLine:
    """A term, and whether it is past, current or planned on that day."""
    on = at.date()
    past = term.ends_on is not None and term.ends_on < on
    when = "past" if past else "planned" if term.starts_on > on else "current"
    name = presiding_name(session, term, language)
    return TermLine(term.id, term.delegation_id, name, term.starts_on, term.ends_on, when)


def troika_line(session: Session, process: Process, language: str, at: datetime) -> TroikaLine:
    """The names of the three delegations on that day."""
    troika = presidency.troika(session, process, at.date())
    names = (name_of(each, language) if each else "" for each in (troika.outgoing, troika.current, troika.incoming))
    return TroikaLine(*names)


def presiding_name(session: Session, term: PresidencyTerm | None, language: str) -> str:
    """The name of the delegation whose term it is, "" without a term."""
    return name_of(session.get_one(Delegation, term.delegation_id), language) if term else ""


def my_seat(session: Session, process: Process, by: Actor, language: str, at: datetime) -> SeatLine | None:
    """The seat of the person who acts, None for an operator without one."""
    if not takes_part(by, process.id):
        return None
    participant = session.get_one(Participant, by.participant_id)
    delegation = session.get_one(Delegation, by.delegation_id) if by.delegation_id else None
    return seat_line(session, participant, process, delegation, language, at)


def seat_line(
    session: Session,
    participant: Participant,
    process: Process,
    delegation: Delegation | None,
    language: str,
    at: datetime,
) -> SeatLine:
    """A seat, and whether it presides on that day."""
    presides = False
    if participant.role == Role.PRESIDENCY:
        term = presidency.current(session, process, at.date())
        presides = term is not None and term.delegation_id == participant.delegation_id
    return SeatLine(
        process_id=process.id,
        slug=process.slug,
        process=name_of(process, language),
        official=name_of(process, language, "official"),
        role=participant.role,
        delegation_id=participant.delegation_id,
        delegation=name_of(delegation, language) if delegation else "",
        presiding=presides,
    )
