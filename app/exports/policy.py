"""Who may have a document made, and who may have one again."""

from app.drafting.models import Declaration
from app.errors import ALLOWED, Denied, Verdict
from app.exports.models import Export, ExportJob
from app.processes.policy import is_chair, takes_part
from app.record.actor import Actor

CHAIR = "chair"


def may_export(by: Actor, declaration: Declaration) -> Verdict:
    """Whoever takes part may take away, in Word, what they may read on the page."""
    if takes_part(by, declaration.process_id):
        return ALLOWED
    return Denied("Only those who take part in this process can have its documents.")


def side_of(by: Actor, declaration: Declaration) -> str:
    """Whose eyes a document is made for: those of the chair side, or of one delegation."""
    return CHAIR if is_chair(by, declaration.process_id) else str(by.delegation_id)


def may_have_again(by: Actor, export: Export, declaration: Declaration) -> bool:
    """A document shows what its reader may read, so it is there again for the same side only."""
    return takes_part(by, declaration.process_id) and export.side == side_of(by, declaration)


def may_see_job(by: Actor, job: ExportJob) -> bool:
    """What is in the making is for the side that ordered it; the chair side sees that it is made, and for whom."""
    return takes_part(by, job.process_id) and (is_chair(by, job.process_id) or job.side == str(by.delegation_id))


def may_cancel(by: Actor, job: ExportJob) -> Verdict:
    """Whoever ordered it, or the chair side."""
    if takes_part(by, job.process_id) and (by.participant_id == job.ordered_by or is_chair(by, job.process_id)):
        return ALLOWED
    return Denied("Only who ordered this document, the secretariat or the presidency can cancel it.")
