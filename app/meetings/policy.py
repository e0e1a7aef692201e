"""Who may do what with a meeting."""

from collections.abc import Collection
from uuid import UUID

from app.errors import ALLOWED, Denied, Verdict
from app.meetings.models import Meeting
from app.processes.policy import is_chair, takes_part
from app.record.actor import Actor


def may_see(by: Actor, process_ids: Collection[UUID]) -> bool:
    """A meeting exists for everybody who has a seat in one of the processes that meet."""
    return any(takes_part(by, process_id) for process_id in process_ids)


def may_convene(by: Actor, process_id: UUID) -> Verdict:
    """Meetings are convened by the presidency pro tempore and the technical secretariat."""
    if is_chair(by, process_id):
        return ALLOWED
    return Denied("Only the presidency and the technical secretariat convene meetings.")


def may_keep(by: Actor, meeting: Meeting) -> Verdict:
    """A meeting is kept by the chair side of the process that convenes it."""
    if is_chair(by, meeting.process_id):
        return ALLOWED
    return Denied("Only the presidency and the technical secretariat of the convening process may change this meeting.")
