"""What pages read of processes, for who takes part in them. For everybody else they do not exist."""

from datetime import datetime

from sqlmodel import Session, col, select

from app.accounts.models import User
from app.errors import Unknown
from app.processes import delegations, presidency
from app.processes.collation import sort_key
from app.processes.lines import (
    delegation_lines,
    delegations_of,
    invitation_lines,
    my_seat,
    person_lines,
    presiding_name,
    seat_line,
    term_line,
    troika_line,
)
from app.processes.models import Delegation, Participant, Process
from app.processes.names import alphabetical, name_of
from app.processes.participants import still_seated
from app.processes.policy import (
    manages,
    may_invite,
    may_set_clearance,
    takes_part,
)
from app.processes.roles import Standing, roles_of
from app.processes.views import (
    DelegationLine,
    DelegationView,
    InvitationLine,
    PersonLine,
    PresidencyView,
    ProcessLine,
    ProcessView,
    SeatLine,
)
from app.record.actor import Actor

__all__ = [
    "SeatLine",
    "delegation_page",
    "participants_page",
    "presidency_page",
    "process_page",
    "processes_of",
    "seats_of",
]


def seats_of(session: Session, user: User, *, language: str, at: datetime) -> tuple[SeatLine, ...]:
    """A person's seats, by the short name of the process in the language."""
    rows = session.exec(
        select(Participant, Process, Delegation)
        .join(Process, col(Process.id) == Participant.process_id)
        .join(Delegation, col(Delegation.id) == Participant.delegation_id, isouter=True)
        .where(Participant.user_id == user.id, *still_seated(at))
    ).all()
    lines = [
        seat_line(session, participant, process, delegation, language, at)
        for participant, process, delegation in rows
        if user.disabled_at is None and (delegation is None or delegations.sits(delegation, at.date()))
    ]
    return tuple(sorted(lines, key=lambda each: sort_key(each.process, language)))


def processes_of(session: Session, user: User, *, language: str, at: datetime) -> tuple[ProcessLine, ...]:
    """The processes a person takes part in; for an operator all there are."""
    seats = {seat.process_id: seat for seat in seats_of(session, user, language=language, at=at)}
    known = select(Process) if user.operator else select(Process).where(col(Process.id).in_(seats))
    lines = []
    for process in session.exec(known):
        members = [each for each in delegations_of(session, process.id) if _is_member(each, at)]
        term = presidency.current(session, process, at.date())
        lines.append(
            ProcessLine(
                id=process.id,
                slug=process.slug,
                short=name_of(process, language),
                official=name_of(process, language, "official"),
                members=len(members),
                presidency=presiding_name(session, term, language),
                mine=seats.get(process.id),
            )
        )
    return tuple(sorted(lines, key=lambda each: sort_key(each.short, language)))


def process_page(session: Session, process: Process, *, by: Actor, language: str, at: datetime) -> ProcessView:
    """A process with its delegations, presidency, troika and secretariat."""
    _let_in(by, process)
    lines = delegation_lines(session, process, language, at)
    term = presidency.current(session, process, at.date())
    seated = [line for line in lines if line.left_on is None or at.date() < line.left_on]
    return ProcessView(
        id=process.id,
        slug=process.slug,
        short=name_of(process, language),
        official=name_of(process, language, "official"),
        names=process.names,
        languages=tuple(process.languages),
        founded=process.founded,
        version=process.version,
        members=tuple(line for line in seated if line.standing == Standing.MEMBER),
        observers=tuple(line for line in seated if line.standing != Standing.MEMBER),
        former=tuple(line for line in lines if line not in seated),
        presidency=term_line(session, term, language, at) if term else None,
        troika=troika_line(session, process, language, at),
        secretariat=person_lines(session, process, None, by=by, language=language, at=at)[0],
        mine=my_seat(session, process, by, language, at),
        may_manage=manages(by, process.id),
    )


def delegation_page(
    session: Session, process: Process, delegation: Delegation, *, by: Actor, language: str, at: datetime
) -> DelegationView:
    """A delegation with its persons; invitations and addresses only for whom they are meant."""
    _let_in(by, process)
    if delegation.process_id != process.id:
        raise Unknown("There is no such delegation.")
    line = next(each for each in delegation_lines(session, process, language, at) if each.id == delegation.id)
    seated, former = person_lines(session, process, delegation, by=by, language=language, at=at)
    terms = [each for each in presidency.terms(session, process) if each.delegation_id == delegation.id]
    standing_roles = roles_of(delegation.standing)
    return DelegationView(
        line=line,
        persons=seated,
        former=former,
        invitations=invitation_lines(session, process, [delegation], by=by, language=language, at=at),
        roles=tuple(role for role in standing_roles if may_invite(by, process.id, delegation.id, role).allowed),
        terms=tuple(term_line(session, each, language, at) for each in reversed(terms)),
        may_manage=manages(by, process.id),
        may_invite=delegations.sits(delegation, at.date())
        and any(may_invite(by, process.id, delegation.id, role).allowed for role in standing_roles),
        may_set_clearance=delegation.standing == Standing.MEMBER and may_set_clearance(by, delegation).allowed,
    )


def participants_page(
    session: Session, process: Process, *, by: Actor, language: str, at: datetime
) -> tuple[tuple[DelegationLine | None, tuple[PersonLine, ...], tuple[InvitationLine, ...]], ...]:
    """Everybody seated in the process: the secretariat first, then delegation by delegation, members before observers."""
    _let_in(by, process)
    found = [each for each in delegations_of(session, process.id) if delegations.sits(each, at.date())]
    ordered = alphabetical([each for each in found if each.standing == Standing.MEMBER], language)
    ordered += alphabetical([each for each in found if each.standing != Standing.MEMBER], language)
    lines = {line.id: line for line in delegation_lines(session, process, language, at)}
    groups = []
    for delegation in (None, *ordered):
        persons, _ = person_lines(session, process, delegation, by=by, language=language, at=at)
        invited = invitation_lines(session, process, [delegation], by=by, language=language, at=at)
        groups.append((lines[delegation.id] if delegation else None, persons, invited))
    return tuple(groups)


def presidency_page(session: Session, process: Process, *, by: Actor, language: str, at: datetime) -> PresidencyView:
    """The terms of the presidency, the latest first, the troika, and the members who may take it over."""
    _let_in(by, process)
    members = [each for each in delegation_lines(session, process, language, at) if each.standing == Standing.MEMBER]
    return PresidencyView(
        terms=tuple(term_line(session, each, language, at) for each in reversed(presidency.terms(session, process))),
        troika=troika_line(session, process, language, at),
        members=tuple(each for each in members if each.left_on is None or at.date() < each.left_on),
        may_manage=manages(by, process.id),
    )


def _let_in(by: Actor, process: Process) -> None:
    if not takes_part(by, process.id) and not by.operator:
        raise Unknown("There is no such process.")


def _is_member(delegation: Delegation, at: datetime) -> bool:
    return delegation.standing == Standing.MEMBER and delegations.sits(delegation, at.date())
