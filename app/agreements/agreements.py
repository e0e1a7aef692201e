"""The agreements of a meeting: who does what by when. What the meeting left open stays open and is flagged."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select, update

from app.accounts.lines import line
from app.agreements.models import Agreement, AgreementOwner, Progress
from app.agreements.policy import may_report, may_take_down
from app.agreements.states import Force, Office, State
from app.drafting.models import Declaration
from app.errors import Malformed, OutOfPlace, Stale, Unknown, require
from app.meetings.agenda import item_of
from app.meetings.meetings import processes_of
from app.meetings.models import Meeting
from app.meetings.states import State as MeetingState
from app.meetings.typed import passage
from app.processes.models import Delegation
from app.record.actor import Actor
from app.record.chain import write


@dataclass(frozen=True, slots=True)
class Owner:
    """Who answers for it: a delegation or an office, one of the two. `inferred`: the meeting named nobody."""

    delegation_id: UUID | None = None
    office: Office | None = None
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Terms:
    """What was agreed. `source` is the sentence of the report it was taken from."""

    what: str
    owners: tuple[Owner, ...] = ()
    due_on: date | None = None
    due_note: str = ""
    force: Force = Force.AGREED
    agenda_item_id: UUID | None = None
    declaration_id: UUID | None = None
    source: str = ""


def take_down(session: Session, meeting: Meeting, terms: Terms, *, by: Actor, at: datetime) -> Agreement:
    """Write an agreement down under the next number of its meeting. Raises Denied, Malformed, TooLarge."""
    require(may_take_down(by, meeting))
    if meeting.state == MeetingState.CANCELLED:
        raise OutOfPlace("This meeting was cancelled; nothing was agreed there.")
    # Two at once would take the same number.
    session.refresh(meeting, with_for_update=True)
    last = session.exec(select(func.max(Agreement.number)).where(Agreement.meeting_id == meeting.id)).one()
    agreement = Agreement(
        meeting_id=meeting.id, number=(last or 0) + 1, created_at=at, **_accepted(session, meeting, terms)
    )
    session.add(agreement)
    session.flush()
    _set_owners(session, meeting, agreement, terms.owners)
    _recorded(session, "agreement.take_down", meeting, agreement, by, at, None)
    return agreement


def correct(
    session: Session, meeting: Meeting, agreement: Agreement, terms: Terms, *, expected: int, by: Actor, at: datetime
) -> None:
    """Correct what was written down. The record keeps what stood before. Raises Denied, Malformed, Stale."""
    require(may_take_down(by, meeting))
    before = facts(session, agreement)
    _touch(session, agreement, expected)
    for name, value in _accepted(session, meeting, terms).items():
        setattr(agreement, name, value)
    _set_owners(session, meeting, agreement, terms.owners)
    _recorded(session, "agreement.correct", meeting, agreement, by, at, before)


def report(
    session: Session, meeting: Meeting, agreement: Agreement, text: str, state: State, *, by: Actor, at: datetime
) -> Progress:
    """Note how an agreement is coming along, and where it stands now. Raises Denied, Malformed, TooLarge."""
    owned = owners_of(session, agreement.id)
    offices = [owner.office for owner in owned if owner.office]
    delegations = [owner.delegation_id for owner in owned if owner.delegation_id]
    require(may_report(by, meeting, processes_of(session, meeting.id), delegations, offices))
    noted = passage(text, field="text")
    if not noted and state == agreement.state:
        raise Malformed("Say how it is coming along, or choose another state.", field="text")
    if by.participant_id is None:
        raise Malformed("Only a participant of the process can report.")
    progress = Progress(agreement_id=agreement.id, text=noted, state=state, noted_by=by.participant_id, noted_at=at)
    before = facts(session, agreement)
    _touch(session, agreement, agreement.version)
    agreement.state = state
    session.add(progress)
    _recorded(session, "agreement.report", meeting, agreement, by, at, before, note=noted)
    return progress


def of(session: Session, agreement_id: UUID) -> tuple[Agreement, Meeting]:
    """The agreement and its meeting. Raises Unknown."""
    agreement = session.get(Agreement, agreement_id)
    if agreement is None:
        raise Unknown("There is no such agreement.")
    return agreement, session.get_one(Meeting, agreement.meeting_id)


def owners_of(session: Session, agreement_id: UUID) -> Sequence[AgreementOwner]:
    """Who answers for the agreement."""
    return session.exec(select(AgreementOwner).where(AgreementOwner.agreement_id == agreement_id)).all()


def facts(session: Session, agreement: Agreement) -> dict:
    """An agreement as the record keeps it, its owners included."""
    owners = [owner.model_dump(mode="json", exclude={"id", "agreement_id"}) for owner in owners_of(session, agreement.id)]
    return {**agreement.model_dump(mode="json", exclude={"id", "created_at"}), "owners": owners}


def _accepted(session: Session, meeting: Meeting, terms: Terms) -> dict:
    what = passage(terms.what, field="what")
    if not what:
        raise Malformed("Say what was agreed.", field="what")
    if terms.agenda_item_id is not None:
        item_of(session, meeting, terms.agenda_item_id)
    if terms.declaration_id is not None:
        declaration = session.get(Declaration, terms.declaration_id)
        if declaration is None or declaration.process_id not in processes_of(session, meeting.id):
            raise Malformed("Please choose one of the list.", field="declaration_id")
    return {
        "what": what,
        "due_on": terms.due_on,
        "due_note": line(terms.due_note, field="due_note", required=False),
        "force": terms.force,
        "agenda_item_id": terms.agenda_item_id,
        "declaration_id": terms.declaration_id,
        "source": passage(terms.source, field="source"),
    }


def _set_owners(session: Session, meeting: Meeting, agreement: Agreement, owners: Collection[Owner]) -> None:
    meets = processes_of(session, meeting.id)
    for row in owners_of(session, agreement.id):
        session.delete(row)
    session.flush()
    for owner in {(owner.delegation_id, owner.office): owner for owner in owners}.values():
        if (owner.delegation_id is None) == (owner.office is None):
            raise Malformed("An owner is a delegation or an office.", field="owners")
        if owner.delegation_id is not None:
            delegation = session.get(Delegation, owner.delegation_id)
            if delegation is None or delegation.process_id not in meets:
                raise Malformed("This delegation sits in none of the processes that meet.", field="owners")
        session.add(
            AgreementOwner(
                agreement_id=agreement.id,
                delegation_id=owner.delegation_id,
                office=owner.office or "",
                inferred=owner.inferred,
            )
        )
    session.flush()


def _touch(session: Session, agreement: Agreement, expected: int) -> None:
    counted = session.exec(  # type: ignore[call-overload]
        update(Agreement)
        .where(col(Agreement.id) == agreement.id, col(Agreement.version) == expected)
        .values(version=expected + 1)
    )
    if counted.rowcount != 1:
        raise Stale("Somebody changed this agreement since you opened the page. Look at it again and repeat your change.")
    session.refresh(agreement)


def _recorded(
    session: Session,
    act: str,
    meeting: Meeting,
    agreement: Agreement,
    by: Actor,
    at: datetime,
    before: dict | None,
    note: str = "",
) -> None:
    session.add(agreement)
    session.flush()
    after = facts(session, agreement)
    if note:
        after["note"] = note
    subject = ("agreement", agreement.id)
    write(session, act, subject, by=by, at=at, process_id=meeting.process_id, before=before, after=after)
