"""What pages read of processes, for who takes part in them. For everybody else they do not exist."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, func, select

from app.accounts.models import User
from app.errors import Unknown
from app.processes import delegations, invitations, presidency
from app.processes.collation import sort_key
from app.processes.models import Delegation, Invitation, Participant, PresidencyTerm, Process
from app.processes.names import alphabetical, name_of
from app.processes.participants import ended, still_seated
from app.processes.policy import (
    manages,
    may_invite,
    may_see_addresses,
    may_see_invitations,
    may_set_clearance,
    takes_part,
)
from app.processes.roles import Role, Standing, roles_of
from app.processes.views import (
    DelegationLine,
    DelegationView,
    InvitationLine,
    PersonLine,
    PresidencyView,
    ProcessLine,
    ProcessView,
    SeatLine,
    TermLine,
    TroikaLine,
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

_IN_ORDER = (Role.HEAD, Role.PRESIDENCY, Role.SECRETARIAT, Role.DELEGATE, Role.OBSERVER)


def seats_of(session: Session, user: User, *, language: str, at: datetime) -> tuple[SeatLine, ...]:
    """A person's seats, by the short name of the process in the language."""
    rows = session.exec(
        select(Participant, Process, Delegation)
        .join(Process, col(Process.id) == Participant.process_id)
        .join(Delegation, col(Delegation.id) == Participant.delegation_id, isouter=True)
        .where(Participant.user_id == user.id, *still_seated(at))
    ).all()
    lines = [
        _seat(session, participant, process, delegation, language, at)
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
        members = [each for each in _delegations(session, process.id) if _is_member(each, at)]
        term = presidency.current(session, process, at.date())
        lines.append(
            ProcessLine(
                id=process.id,
                slug=process.slug,
                short=name_of(process, language),
                official=name_of(process, language, "official"),
                members=len(members),
                presidency=_named(session, term, language),
                mine=seats.get(process.id),
            )
        )
    return tuple(sorted(lines, key=lambda each: sort_key(each.short, language)))


def process_page(session: Session, process: Process, *, by: Actor, language: str, at: datetime) -> ProcessView:
    """A process with its delegations, presidency, troika and secretariat."""
    _let_in(by, process)
    lines = _lines(session, process, language, at)
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
        presidency=_term(session, term, language, at) if term else None,
        troika=_troika(session, process, language, at),
        secretariat=_persons(session, process, None, by=by, language=language, at=at)[0],
        mine=_my_seat(session, process, by, language, at),
        may_manage=manages(by, process.id),
    )


def delegation_page(
    session: Session, process: Process, delegation: Delegation, *, by: Actor, language: str, at: datetime
) -> DelegationView:
    """A delegation with its persons; invitations and addresses only for whom they are meant."""
    _let_in(by, process)
    if delegation.process_id != process.id:
        raise Unknown("There is no such delegation.")
    line = next(each for each in _lines(session, process, language, at) if each.id == delegation.id)
    seated, former = _persons(session, process, delegation, by=by, language=language, at=at)
    terms = [each for each in presidency.terms(session, process) if each.delegation_id == delegation.id]
    standing_roles = roles_of(delegation.standing)
    return DelegationView(
        line=line,
        persons=seated,
        former=former,
        invitations=_invitations(session, process, [delegation], by=by, language=language, at=at),
        roles=tuple(role for role in standing_roles if may_invite(by, process.id, delegation.id, role).allowed),
        terms=tuple(_term(session, each, language, at) for each in reversed(terms)),
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
    found = [each for each in _delegations(session, process.id) if delegations.sits(each, at.date())]
    ordered = alphabetical([each for each in found if each.standing == Standing.MEMBER], language)
    ordered += alphabetical([each for each in found if each.standing != Standing.MEMBER], language)
    lines = {line.id: line for line in _lines(session, process, language, at)}
    groups = []
    for delegation in (None, *ordered):
        persons, _ = _persons(session, process, delegation, by=by, language=language, at=at)
        invited = _invitations(session, process, [delegation], by=by, language=language, at=at)
        groups.append((lines[delegation.id] if delegation else None, persons, invited))
    return tuple(groups)


def presidency_page(session: Session, process: Process, *, by: Actor, language: str, at: datetime) -> PresidencyView:
    """The terms of the presidency, the latest first, the troika, and the members who may take it over."""
    _let_in(by, process)
    members = [each for each in _lines(session, process, language, at) if each.standing == Standing.MEMBER]
    return PresidencyView(
        terms=tuple(_term(session, each, language, at) for each in reversed(presidency.terms(session, process))),
        troika=_troika(session, process, language, at),
        members=tuple(each for each in members if each.left_on is None or at.date() < each.left_on),
        may_manage=manages(by, process.id),
    )


def _let_in(by: Actor, process: Process) -> None:
    if not takes_part(by, process.id) and not by.operator:
        raise Unknown("There is no such process.")


def _delegations(session: Session, process_id: UUID) -> list[Delegation]:
    return list(session.exec(select(Delegation).where(Delegation.process_id == process_id)))


def _is_member(delegation: Delegation, at: datetime) -> bool:
    return delegation.standing == Standing.MEMBER and delegations.sits(delegation, at.date())


def _lines(session: Session, process: Process, language: str, at: datetime) -> list[DelegationLine]:
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
        for each in alphabetical(_delegations(session, process.id), language)
    ]


def _persons(
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


def _invitations(
    session: Session,
    process: Process,
    of: Iterable[Delegation | None],
    *,
    by: Actor,
    language: str,
    at: datetime,
) -> tuple[InvitationLine, ...]:
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


def _term(session: Session, term: PresidencyTerm, language: str, at: datetime) -> TermLine:
    on = at.date()
    past = term.ends_on is not None and term.ends_on < on
    when = "past" if past else "planned" if term.starts_on > on else "current"
    name = _named(session, term, language)
    return TermLine(term.id, term.delegation_id, name, term.starts_on, term.ends_on, when)


def _troika(session: Session, process: Process, language: str, at: datetime) -> TroikaLine:
    troika = presidency.troika(session, process, at.date())
    names = (name_of(each, language) if each else "" for each in (troika.outgoing, troika.current, troika.incoming))
    return TroikaLine(*names)


def _named(session: Session, term: PresidencyTerm | None, language: str) -> str:
    return name_of(session.get_one(Delegation, term.delegation_id), language) if term else ""


def _my_seat(session: Session, process: Process, by: Actor, language: str, at: datetime) -> SeatLine | None:
    if not takes_part(by, process.id):
        return None
    participant = session.get_one(Participant, by.participant_id)
    delegation = session.get_one(Delegation, by.delegation_id) if by.delegation_id else None
    return _seat(session, participant, process, delegation, language, at)


def _seat(
    session: Session,
    participant: Participant,
    process: Process,
    delegation: Delegation | None,
    language: str,
    at: datetime,
) -> SeatLine:
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
