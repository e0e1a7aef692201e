"""Who may do what with an agreement."""

from collections.abc import Collection
from uuid import UUID

from app.agreements.states import Office
from app.errors import ALLOWED, Denied, Verdict
from app.meetings.models import Meeting
from app.meetings.policy import may_keep
from app.processes.policy import is_chair, is_presiding, is_secretariat
from app.record.actor import Actor


def may_take_down(by: Actor, meeting: Meeting) -> Verdict:
    """Agreements are taken down by the chair side of the convening process."""
    return may_keep(by, meeting)


def may_report(by: Actor, meeting: Meeting, delegations: Collection[UUID], offices: Collection[str]) -> Verdict:
    """Who answers for an agreement reports on it; the chair side reports on any."""
    process = meeting.process_id
    if is_chair(by, process) or by.delegation_id in delegations:
        return ALLOWED
    if Office.SECRETARIAT in offices and is_secretariat(by, process):
        return ALLOWED
    if Office.PRESIDENCY in offices and is_presiding(by, process):
        return ALLOWED
    if Office.ALL_MEMBERS in offices and by.process_id == process and by.delegation_id is not None:
        return ALLOWED
    return Denied("Only those who answer for this agreement, the presidency and the secretariat may report on it.")
