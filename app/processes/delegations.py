"""The delegations of a process: States, and organizations that sit beside them."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, select

from app.errors import Malformed, OutOfPlace, Unknown, require
from app.processes.countries import country_code
from app.processes.models import Delegation, PresidencyTerm, Process
from app.processes.names import accept_names, name_of
from app.processes.policy import may_manage, may_set_clearance
from app.processes.roles import Standing
from app.record.actor import Actor
from app.record.chain import write


def seat_state(
    session: Session,
    process: Process,
    country: str,
    *,
    by: Actor,
    at: datetime,
    standing: Standing = Standing.MEMBER,
    joined_on: date | None = None,
    clearance: bool = False,
) -> Delegation:
    """Seats a State by its two-letter code, as a member or an observer. One that had left takes its old seat again.

    Raises Denied, Malformed, or OutOfPlace when it sits there already.
    """
    require(may_manage(by, process.id))
    if standing is Standing.ORGANIZATION:
        raise Malformed("A State sits as a member or as an observer.", field="standing")
    code = country_code(country)
    delegation = session.exec(
        select(Delegation).where(Delegation.process_id == process.id, Delegation.country == code)
    ).first()
    if delegation is None:
        delegation = Delegation(process_id=process.id, standing=standing, country=code)
    elif delegation.left_on is None:
        raise OutOfPlace("{state} sits in this process already.", field="country", state=name_of(delegation, "en"))
    delegation.standing, delegation.joined_on, delegation.left_on = standing, joined_on, None
    delegation.clearance = clearance
    return _seated(session, delegation, by, at)


def seat_organization(
    session: Session,
    process: Process,
    names: Mapping[str, Mapping[str, str]],
    *,
    by: Actor,
    at: datetime,
    standing: Standing = Standing.ORGANIZATION,
    joined_on: date | None = None,
) -> Delegation:
    """Seats an organization or a network of civil society, by its names per language, as `organization` or `observer`."""
    require(may_manage(by, process.id))
    if standing is Standing.MEMBER:
        raise Malformed("The members of a process are States.", field="standing")
    accepted = accept_names(names)
    taken = {forms["official"].casefold() for other in _sitting(session, process) for forms in other.names.values()}
    for code, forms in accepted.items():
        if forms["official"].casefold() in taken:
            raise OutOfPlace("An organization of this name sits there already.", field=f"names.{code}.official")
    delegation = Delegation(process_id=process.id, standing=standing, names=accepted, joined_on=joined_on)
    return _seated(session, delegation, by, at)


def rename(
    session: Session, delegation: Delegation, names: Mapping[str, Mapping[str, str]], *, by: Actor, at: datetime
) -> None:
    """Sets the names of an organization. A State's names come from the list of countries."""
    require(may_manage(by, delegation.process_id))
    if delegation.country:
        raise OutOfPlace("The names of States are kept in one place for all.")
    before, delegation.names = _facts(delegation), accept_names(names)
    _changed(session, "delegation.rename", delegation, by, at, before)


def leave(session: Session, delegation: Delegation, *, on: date, by: Actor, at: datetime) -> None:
    """From the day `on` the delegation sits there no more; what it did stays, under its name.

    Raises OutOfPlace while it holds the presidency on that day or later.
    """
    require(may_manage(by, delegation.process_id))
    if delegation.left_on is not None:
        raise OutOfPlace("This delegation has left already.")
    if delegation.joined_on is not None and on < delegation.joined_on:
        raise Malformed("It cannot leave before it joined.", field="on")
    terms = session.exec(select(PresidencyTerm).where(PresidencyTerm.delegation_id == delegation.id))
    if any(term.ends_on is None or term.ends_on >= on for term in terms):
        raise OutOfPlace("It holds the presidency pro tempore on that day. Hand the presidency over first.", field="on")
    before, delegation.left_on = _facts(delegation), on
    _changed(session, "delegation.leave", delegation, by, at, before)


def want_clearance(session: Session, delegation: Delegation, wanted: bool, *, by: Actor, at: datetime) -> None:
    """Says whether what the delegation tables must first be cleared by its head."""
    require(may_set_clearance(by, delegation))
    if delegation.standing != Standing.MEMBER:
        raise OutOfPlace("Only members table amendments, so only they clear them.")
    if delegation.clearance != wanted:
        before, delegation.clearance = _facts(delegation), wanted
        _changed(session, "delegation.want_clearance", delegation, by, at, before)


def by_id(session: Session, delegation_id: UUID, *, process_id: UUID) -> Delegation:
    """The delegation with this id in the process. Raises Unknown."""
    delegation = session.get(Delegation, delegation_id)
    if delegation is None or delegation.process_id != process_id:
        raise Unknown("There is no such delegation.")
    return delegation


def sits(delegation: Delegation, on: date) -> bool:
    """Whether the delegation sits in its process on that day."""
    return delegation.left_on is None or on < delegation.left_on


def _sitting(session: Session, process: Process) -> list[Delegation]:
    found = session.exec(select(Delegation).where(Delegation.process_id == process.id))
    return [each for each in found if each.left_on is None]


def _seated(session: Session, delegation: Delegation, by: Actor, at: datetime) -> Delegation:
    _changed(session, "delegation.seat", delegation, by, at, None)
    return delegation


def _changed(session: Session, act: str, delegation: Delegation, by: Actor, at: datetime, before: dict | None) -> None:
    session.add(delegation)
    session.flush()
    subject = ("delegation", delegation.id)
    write(session, act, subject, by=by, at=at, process_id=delegation.process_id, before=before, after=_facts(delegation))


def _facts(delegation: Delegation) -> dict:
    return delegation.model_dump(mode="json", exclude={"id", "process_id"})
