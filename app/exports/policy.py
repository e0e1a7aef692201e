"""Who may have a document made, and who may have one again.

`meets` are the processes whose people may see what the document is of: that of a declaration, all that meet at a meeting.
"""

from collections.abc import Collection
from uuid import UUID

from app.errors import ALLOWED, Denied, Verdict
from app.exports.models import Export, ExportJob
from app.processes.policy import is_chair, takes_part
from app.record.actor import Actor

CHAIR = "chair"


def may_export(by: Actor, meets: Collection[UUID]) -> Verdict:
    """Whoever takes part may take away, in Word, what they may read on the page."""
    if _takes_part(by, meets):
        return ALLOWED
    return Denied("Only those who take part in this process can have its documents.")


def may_have_agreed(by: Actor, process_id: UUID) -> Verdict:
    """The presidency exports the agreed text, with the secretariat: nobody else puts these words on a paper. Whoever takes
    part reads the same text clean."""
    if is_chair(by, process_id):
        return ALLOWED
    return Denied("Only the presidency and the secretariat make the agreed text. The same text can be had clean.")


def side_of(by: Actor, process_id: UUID) -> str:
    """Whose eyes a document of the process is made for: those of its chair side, or of one delegation; at a joint meeting,
    those of who serves another process that meets."""
    if is_chair(by, process_id):
        return CHAIR
    return str(by.delegation_id or by.process_id)


def may_have_again(by: Actor, export: Export, meets: Collection[UUID]) -> bool:
    """A document shows what its reader may read, so it is there again for the same side only."""
    return _takes_part(by, meets) and export.side == side_of(by, export.process_id)


def may_see_job(by: Actor, job: ExportJob, meets: Collection[UUID]) -> bool:
    """What is in the making is for the side that ordered it; the chair side sees that it is made, and for whom."""
    return _takes_part(by, meets) and (is_chair(by, job.process_id) or job.side == side_of(by, job.process_id))


def may_cancel(by: Actor, job: ExportJob, meets: Collection[UUID]) -> Verdict:
    """Whoever ordered it, or the chair side."""
    if _takes_part(by, meets) and (by.participant_id == job.ordered_by or is_chair(by, job.process_id)):
        return ALLOWED
    return Denied("Only who ordered this document, the secretariat or the presidency can cancel it.")


def _takes_part(by: Actor, meets: Collection[UUID]) -> bool:
    return any(takes_part(by, process_id) for process_id in meets)
