"""From rows to the lines that pages show. `queries` decides who may see them."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from app.agreements.models import Agreement, AgreementOwner
from app.agreements.policy import answers, may_report
from app.agreements.states import Force, Office, State
from app.agreements.views import AgreementLine, OwnerLine
from app.meetings.models import Meeting, MeetingProcess
from app.processes.collation import sort_key
from app.processes.models import Delegation
from app.processes.names import name_of
from app.record.actor import Actor


def agreement_lines(
    session: Session, rows: Sequence[tuple[Agreement, Meeting]], *, by: Actor, language: str, at: datetime
) -> tuple[AgreementLine, ...]:
    """The lines of these agreements, in their order, as the actor sees them. Asks nobody who may see them."""
    owners: dict[UUID, list[AgreementOwner]] = defaultdict(list)
    ids = [row.id for row, _meeting in rows]
    for owner in session.exec(select(AgreementOwner).where(col(AgreementOwner.agreement_id).in_(ids))):
        owners[owner.agreement_id].append(owner)
    meets: dict[UUID, list[UUID]] = defaultdict(list)
    of_meetings = {meeting.id for _row, meeting in rows}
    for seat in session.exec(select(MeetingProcess).where(col(MeetingProcess.meeting_id).in_(of_meetings))):
        meets[seat.meeting_id].append(seat.process_id)
    names = names_of(session, {owner.delegation_id for all_of in owners.values() for owner in all_of}, language)
    lines = []
    for row, meeting in rows:
        own = owners[row.id]
        delegations = [owner.delegation_id for owner in own if owner.delegation_id]
        offices = [owner.office for owner in own if owner.office]
        pending = row.state == State.OPEN and row.force != Force.NOT_AGREED
        asked = (meets[meeting.id], delegations, offices)
        lines.append(
            AgreementLine(
                id=row.id,
                meeting_id=meeting.id,
                meeting=meeting.title,
                held_on=meeting.starts_on,
                number=row.number,
                what=row.what,
                owners=owner_lines([owner.model_dump() for owner in own], names, language),
                due_on=row.due_on,
                due_note=row.due_note,
                force=Force(row.force),
                state=State(row.state),
                overdue=pending and row.due_on is not None and row.due_on < at.date(),
                nobody=pending and not own,
                undated=pending and row.due_on is None,
                mine=answers(by, *asked),
                may_report=by.participant_id is not None and may_report(by, meeting, *asked).allowed,
            )
        )
    return tuple(lines)


def names_of(session: Session, ids: set[UUID | None], language: str) -> dict[str, str]:
    """The names of delegations, by their ids as text."""
    rows = session.exec(select(Delegation).where(col(Delegation.id).in_([one for one in ids if one])))
    return {str(row.id): name_of(row, language) for row in rows}


def owner_lines(owners: Sequence[dict[str, Any]], names: dict[str, str], language: str) -> tuple[OwnerLine, ...]:
    """Offices first, then delegations in alphabetical order."""
    lines = [
        OwnerLine(
            delegation_id=UUID(str(owner["delegation_id"])) if owner["delegation_id"] else None,
            delegation=names.get(str(owner["delegation_id"]), ""),
            office=Office(owner["office"]) if owner["office"] else None,
            inferred=owner["inferred"],
        )
        for owner in owners
    ]
    order = list(Office)
    return tuple(
        sorted(
            lines,
            key=lambda one: (order.index(one.office) if one.office else len(order), sort_key(one.delegation, language)),
        )
    )
