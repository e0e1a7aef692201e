"""The presidency pro tempore: terms by dates, and its handover, at which nothing but the office changes hands.

Terms of a process never overlap. A day begins at midnight UTC.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlmodel import Session, col, select

from app.errors import Malformed, OutOfPlace, require
from app.processes.delegations import sits
from app.processes.models import Delegation, PresidencyTerm, Process
from app.processes.policy import may_manage
from app.processes.roles import Standing
from app.record.actor import Actor
from app.record.chain import write

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Troika:
    """The delegation that held the presidency before, the one that holds it, and the one that is to follow."""

    outgoing: Delegation | None
    current: Delegation | None
    incoming: Delegation | None

    def __contains__(self, delegation_id: object) -> bool:
        return any(each and each.id == delegation_id for each in (self.outgoing, self.current, self.incoming))


def enter_term(
    session: Session,
    process: Process,
    delegation: Delegation,
    *,
    starts_on: date,
    ends_on: date | None = None,
    by: Actor,
    at: datetime,
) -> PresidencyTerm:
    """Enters a term, past or planned, both days included; without an end it runs until a handover.

    Raises Malformed when the days are in the wrong order, OutOfPlace when another term has one of them.
    """
    require(may_manage(by, process.id))
    _may_preside(process, delegation, starts_on)
    if ends_on is not None and ends_on < starts_on:
        raise Malformed("A term ends after it begins.", field="ends_on")
    for other in terms(session, process):
        if (ends_on is None or other.starts_on <= ends_on) and (other.ends_on is None or starts_on <= other.ends_on):
            raise OutOfPlace("Another term of the presidency has days in common with this one.", field="starts_on")
    term = PresidencyTerm(process_id=process.id, delegation_id=delegation.id, starts_on=starts_on, ends_on=ends_on)
    session.add(term)
    session.flush()
    _record(session, "presidency.enter_term", term, by, at, None)
    return term


def handover(
    session: Session, process: Process, delegation: Delegation, *, on: date, by: Actor, at: datetime
) -> PresidencyTerm:
    """From the day `on` the delegation presides; the term before ends the day before. `on` may lie ahead.

    Every text, amendment, meeting and seat stays as it is. Where another term is planned after `on`, the new one ends
    the day before it. Raises OutOfPlace when the delegation presides already, or a term begins on that very day.
    """
    require(may_manage(by, process.id))
    _may_preside(process, delegation, on)
    # Two handovers at once would each end the other's predecessor: the process is locked while one is made.
    session.exec(select(Process.id).where(Process.id == process.id).with_for_update()).one()
    known = terms(session, process)
    before = _at(known, on)
    if before is not None and before.delegation_id == delegation.id:
        raise OutOfPlace("This delegation holds the presidency on that day already.", field="delegation")
    if before is not None and before.starts_on == on:
        raise OutOfPlace("Another term of the presidency begins on that day.", field="on")
    planned = next((term for term in known if term.starts_on > on), None)
    if before is not None:
        facts, before.ends_on = _facts(before), on - _DAY
        session.add(before)
        _record(session, "presidency.end_term", before, by, at, facts)
    term = PresidencyTerm(
        process_id=process.id,
        delegation_id=delegation.id,
        starts_on=on,
        ends_on=planned.starts_on - _DAY if planned else None,
    )
    session.add(term)
    session.flush()
    _record(session, "presidency.handover", term, by, at, {"delegation_id": str(before.delegation_id)} if before else None)
    return term


def take_back(session: Session, process: Process, term: PresidencyTerm, *, by: Actor, at: datetime) -> None:
    """Takes back a term that has not begun; the one that would have ended for it runs on. The record keeps both."""
    require(may_manage(by, process.id))
    if term.process_id != process.id or term.starts_on <= at.date():
        raise OutOfPlace("Only a term that has not begun can be taken back.")
    known = terms(session, process)
    previous = next((each for each in known if each.ends_on == term.starts_on - _DAY), None)
    facts = _facts(term)
    if previous is not None and previous.ends_on is not None and previous.ends_on >= at.date():
        was, previous.ends_on = _facts(previous), term.ends_on
        session.add(previous)
        _record(session, "presidency.extend_term", previous, by, at, was)
    session.delete(term)
    write(session, "presidency.take_back", ("presidency_term", term.id), by=by, at=at, process_id=process.id, before=facts)


def terms(session: Session, process: Process) -> list[PresidencyTerm]:
    """Every term of the process, the earliest first."""
    found = select(PresidencyTerm).where(PresidencyTerm.process_id == process.id)
    return list(session.exec(found.order_by(col(PresidencyTerm.starts_on))))


def current(session: Session, process: Process, on: date) -> PresidencyTerm | None:
    """The term that runs on that day."""
    return _at(terms(session, process), on)


def troika(session: Session, process: Process, on: date) -> Troika:
    """Outgoing, current and incoming presidency as of that day, computed from the terms."""
    known = terms(session, process)
    running = _at(known, on)
    held = running.delegation_id if running else None
    past = [term for term in known if term.ends_on is not None and term.ends_on < on and term.delegation_id != held]
    ahead = [term for term in known if term.starts_on > on and term.delegation_id != held]
    chosen = (past[-1] if past else None, running, ahead[0] if ahead else None)
    return Troika(*(session.get_one(Delegation, term.delegation_id) if term else None for term in chosen))


def _at(known: list[PresidencyTerm], on: date) -> PresidencyTerm | None:
    return next((term for term in known if term.starts_on <= on and (term.ends_on is None or on <= term.ends_on)), None)


def _may_preside(process: Process, delegation: Delegation, on: date) -> None:
    if delegation.process_id != process.id or delegation.standing != Standing.MEMBER:
        raise Malformed("Only a member of the process can hold its presidency.", field="delegation")
    if not sits(delegation, on):
        raise OutOfPlace("This delegation has left the process.", field="delegation")


def _record(session: Session, act: str, term: PresidencyTerm, by: Actor, at: datetime, before: dict | None) -> None:
    after, process_id = _facts(term), term.process_id
    write(session, act, ("presidency_term", term.id), by=by, at=at, process_id=process_id, before=before, after=after)


def _facts(term: PresidencyTerm) -> dict:
    return term.model_dump(mode="json", exclude={"id", "process_id"})
