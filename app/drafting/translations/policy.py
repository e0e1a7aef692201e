"""Who may do what with the language versions of a text. Pure: the actor and the row in, ALLOWED or Denied(reason) out."""

from app.drafting.models import Declaration
from app.errors import ALLOWED, Denied, Verdict
from app.processes.policy import is_chair, is_secretariat
from app.record.actor import Actor


def may_translate(by: Actor, declaration: Declaration) -> Verdict:
    if is_secretariat(by, declaration.process_id):
        return ALLOWED
    return Denied("Only the technical secretariat enters what a text says in another language.")


def may_concord(by: Actor, declaration: Declaration) -> Verdict:
    if is_chair(by, declaration.process_id):
        return ALLOWED
    return Denied("Only the secretariat and the presidency say that a translation means the same.")
