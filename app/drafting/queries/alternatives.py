"""Alternatives: which amendments are meant to be taken one *or* another, and what the decision on one did to the rest."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import or_
from sqlmodel import Session, col, select

from app.drafting.models import Amendment, Decision, Declaration
from app.drafting.queries.naming import amendment_name
from app.drafting.states import Outcome
from app.processes.policy import negotiates_for
from app.record.actor import Actor

_TAKEN = (Outcome.ACCEPTED, Outcome.MODIFIED)


@dataclass(frozen=True, slots=True)
class Alternatives:
    """The groups of a declaration as one reader sees them, and which member was decided on at a moment.

    The alternatives of an amendment are settled by the decision on it, at the same moment.
    """

    groups: dict[UUID, list[UUID]]
    deciding: dict[tuple[UUID, datetime, str], tuple[UUID, str]]

    def of(self, row: Amendment) -> tuple[UUID, ...]:
        """The others of its group."""
        group = self.groups.get(row.alternatives, []) if row.alternatives else []
        return tuple(each for each in group if each != row.id)

    def settling(self, row: Amendment, decision: Decision) -> str:
        """The alternative ("AM.4") that was accepted or reopened and brought this decision with it, or nothing."""
        if row.alternatives is None:
            return ""
        deciding, name = self.deciding.get((row.alternatives, decision.decided_at, decision.outcome), (row.id, ""))
        return "" if deciding == row.id else name


def alternatives_of(session: Session, declaration: Declaration, by: Actor) -> Alternatives:
    """The alternatives the actor sees."""
    groups: dict[UUID, list[UUID]] = {}
    rows = session.exec(
        select(Amendment.alternatives, Amendment.id)
        .where(
            Amendment.declaration_id == declaration.id,
            col(Amendment.alternatives).is_not(None),
            or_(col(Amendment.number).is_not(None), col(Amendment.delegation_id) == negotiates_for(by)),
        )
        .order_by(col(Amendment.number), col(Amendment.created_at))
    )
    for group, member in rows:
        assert group is not None
        groups.setdefault(group, []).append(member)
    return Alternatives(groups, _deciding(session, declaration) if groups else {})


def _deciding(session: Session, declaration: Declaration) -> dict[tuple[UUID, datetime, str], tuple[UUID, str]]:
    """By group, moment, and what the decision on one member made of the others: that member."""
    found: dict[tuple[UUID, datetime, str], tuple[UUID, str]] = {}
    former: dict[UUID, str] = defaultdict(str)
    rows = session.exec(
        select(Amendment.alternatives, Amendment.id, Amendment.number, Decision)
        .join(Decision, col(Decision.amendment_id) == col(Amendment.id))
        .where(Amendment.declaration_id == declaration.id, col(Amendment.alternatives).is_not(None))
        .order_by(col(Decision.number))
    )
    for group, member, number, decision in rows:
        assert group is not None
        deciding = (member, amendment_name(number))
        if decision.outcome in _TAKEN:
            found[group, decision.decided_at, Outcome.NOT_ACCEPTED] = deciding
        elif decision.outcome == Outcome.REOPENED and former[member] in _TAKEN:
            found[group, decision.decided_at, Outcome.REOPENED] = deciding
        former[member] = decision.outcome
    return found
