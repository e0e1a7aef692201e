"""Who may do what with an agreement."""

from collections.abc import Collection
from uuid import UUID

from app.agreements.states import Office
from app.errors import ALLOWED, Denied, Verdict
from app.meetings.models import Meeting
from app.meetings.policy import may_keep
from app.processes.policy import is_chair, is_presiding, is_secretariat, takes_part
from app.processes.roles import Role
from app.record.actor import Actor


def may_take_down(by: Actor, meeting: Meeting) -> Verdict:
    """Agreements are taken down by the chair side of the convening process."""
    return may_keep(by, meeting)


def may_report(
    by: Actor, meeting: Meeting, meets: Collection[UUID], delegations: Collection[UUID], offices: Collection[str]
) -> Verdict:
    """Who answers for an agreement reports on it; the chair side of the convening process reports on any.

    `meets` are the processes that meet: an office named by a joint meeting is the one of each of them.
    """
    if is_chair(by, meeting.process_id) or answers(by, meets, delegations, offices):
        return ALLOWED
    return Denied("Only those who answer for this agreement, the presidency and the secretariat may report on it.")


def answers(by: Actor, meets: Collection[UUID], delegations: Collection[UUID], offices: Collection[str]) -> bool:
    """Whether the agreement is for the person's delegation or office to carry out."""
    if by.delegation_id is not None and by.delegation_id in delegations:
        return True
    return any(
        (Office.SECRETARIAT in offices and is_secretariat(by, process_id))
        or (Office.PRESIDENCY in offices and is_presiding(by, process_id))
        or (Office.ALL_MEMBERS in offices and _is_member(by, process_id))
        for process_id in meets
    )


def _is_member(by: Actor, process_id: UUID) -> bool:
    return takes_part(by, process_id) and by.delegation_id is not None and by.role != Role.OBSERVER
