"""Co-sponsors: asked by the first sponsor, named only once they have confirmed."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, select

from app.drafting.amendments.dossier import is_open, stands
from app.drafting.amendments.marks import note_private, note_public
from app.drafting.models import Amendment, Declaration, Sponsorship
from app.drafting.policy import may_answer, may_sponsor, may_work_on
from app.drafting.states import PENDING, SITUATIONS, UNTABLED, State
from app.drafting.versions import locked_declaration
from app.errors import Malformed, OutOfPlace, Unknown, require
from app.processes.models import Delegation
from app.record.actor import Actor


def ask_sponsors(
    session: Session, amendment: Amendment, delegation_ids: Iterable[UUID], *, by: Actor, at: datetime
) -> list[Sponsorship]:
    """Ask delegations to co-sponsor. Before the amendment is tabled they are noted, and learn of it when it is.

    Asking again one that declined or withdrew is possible; one that has been asked or has confirmed stays as it is.
    Raises Denied, OutOfPlace (decided already), Malformed (not a member, or the sponsor itself), Unknown.
    """
    require(may_work_on(by, amendment))
    declaration = locked_declaration(session, amendment)
    _require_undecided(amendment)
    asked = []
    for delegation_id in dict.fromkeys(delegation_ids):
        delegation = session.get(Delegation, delegation_id)
        if delegation is None:
            raise Unknown("There is no such delegation.")
        verdict = may_sponsor(delegation, amendment, declaration)
        if not verdict.allowed:
            raise Malformed(verdict.text, field="cosponsors")  # type: ignore[union-attr]
        sponsorship = _of(session, amendment, delegation_id)
        if sponsorship is None:
            sponsorship = Sponsorship(amendment_id=amendment.id, delegation_id=delegation_id, asked_at=at)
        elif sponsorship.declined_at is not None or sponsorship.withdrawn_at is not None:
            _blank(sponsorship, at)
        else:
            continue
        session.add(sponsorship)
        session.flush()
        _note(session, "sponsorship.ask", amendment, declaration, sponsorship, by, at)
        asked.append(sponsorship)
    return asked


def unask_sponsor(session: Session, amendment: Amendment, delegation_id: UUID, *, by: Actor, at: datetime) -> None:
    """Take back a request that has not been answered. Raises Denied, Unknown, OutOfPlace (answered already)."""
    require(may_work_on(by, amendment))
    declaration = locked_declaration(session, amendment)
    _require_undecided(amendment)
    sponsorship = _of(session, amendment, delegation_id)
    if sponsorship is None:
        raise Unknown("This delegation has not been asked.")
    if not is_open(sponsorship):
        raise OutOfPlace("This delegation has answered already.")
    session.delete(sponsorship)
    session.flush()
    _note(session, "sponsorship.unask", amendment, declaration, sponsorship, by, at)


def confirm_sponsorship(session: Session, sponsorship: Sponsorship, *, by: Actor, at: datetime) -> None:
    """Say yes: from now on the delegation's name stands beside the first sponsor's.

    Where the delegation wants clearance only its head can. Raises Denied, OutOfPlace (not tabled, decided, answered).
    """
    amendment, declaration = _answering(session, sponsorship, by)
    if not is_open(sponsorship):
        raise OutOfPlace("Your delegation has answered already.")
    sponsorship.confirmed_at = at
    _answered(session, "sponsorship.confirm", amendment, declaration, sponsorship, by, at)


def decline_sponsorship(session: Session, sponsorship: Sponsorship, *, by: Actor, at: datetime) -> None:
    """Say no. Raises Denied, OutOfPlace (not tabled, decided, answered)."""
    amendment, declaration = _answering(session, sponsorship, by)
    if not is_open(sponsorship):
        raise OutOfPlace("Your delegation has answered already.")
    sponsorship.declined_at = at
    _answered(session, "sponsorship.decline", amendment, declaration, sponsorship, by, at)


def withdraw_sponsorship(session: Session, sponsorship: Sponsorship, *, by: Actor, at: datetime) -> None:
    """Take the delegation's name off again, until the room has decided. Raises Denied, OutOfPlace."""
    amendment, declaration = _answering(session, sponsorship, by)
    if not stands(sponsorship):
        raise OutOfPlace("Your delegation's name does not stand on this amendment.")
    sponsorship.withdrawn_at = at
    _answered(session, "sponsorship.withdraw", amendment, declaration, sponsorship, by, at)


def ask_anew(session: Session, sponsorships: Iterable[Sponsorship], at: datetime) -> list[str]:
    """The words are others now: those who confirmed the former are asked again. Gives their delegations' ids."""
    asked = []
    for sponsorship in sponsorships:
        if stands(sponsorship):
            _blank(sponsorship, at)
            session.add(sponsorship)
            asked.append(str(sponsorship.delegation_id))
    session.flush()
    return asked


def _answering(session: Session, sponsorship: Sponsorship, by: Actor) -> tuple[Amendment, Declaration]:
    require(may_answer(by, sponsorship, session.get_one(Delegation, sponsorship.delegation_id)))
    amendment = session.get_one(Amendment, sponsorship.amendment_id)
    declaration = locked_declaration(session, amendment)
    session.refresh(sponsorship)
    if amendment.state in UNTABLED:
        raise Unknown("There is no such amendment.")
    _require_undecided(amendment)
    return amendment, declaration


def _answered(
    session: Session,
    act: str,
    amendment: Amendment,
    declaration: Declaration,
    sponsorship: Sponsorship,
    by: Actor,
    at: datetime,
) -> None:
    sponsorship.answered_by = by.participant_id
    session.add(sponsorship)
    session.flush()
    _note(session, act, amendment, declaration, sponsorship, by, at)


def _require_undecided(amendment: Amendment) -> None:
    if amendment.state not in UNTABLED | PENDING:
        raise OutOfPlace(SITUATIONS[State(amendment.state)])


def _of(session: Session, amendment: Amendment, delegation_id: UUID) -> Sponsorship | None:
    wanted = select(Sponsorship).where(Sponsorship.amendment_id == amendment.id, Sponsorship.delegation_id == delegation_id)
    return session.exec(wanted).first()


def _blank(sponsorship: Sponsorship, at: datetime) -> None:
    sponsorship.asked_at = at
    sponsorship.confirmed_at = None
    sponsorship.declined_at = None
    sponsorship.withdrawn_at = None
    sponsorship.answered_by = None


def _note(
    session: Session,
    act: str,
    amendment: Amendment,
    declaration: Declaration,
    sponsorship: Sponsorship,
    by: Actor,
    at: datetime,
) -> None:
    if amendment.state in UNTABLED:
        note_private(session, act, amendment, declaration, by=by, at=at)
    else:
        asked = str(sponsorship.delegation_id)
        note_public(session, act, amendment, declaration, by=by, at=at, cosponsor=asked)
