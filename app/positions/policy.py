"""Who may put a position on record. Pure: the actor and the rows in, ALLOWED or Denied(reason) out."""

from app.drafting.models import Declaration
from app.drafting.policy import may_speak_for
from app.errors import Denied, Verdict
from app.positions.models import Position
from app.processes.models import Delegation
from app.processes.policy import negotiates
from app.processes.roles import Standing
from app.record.actor import Actor


def may_enter(by: Actor, declaration: Declaration, delegation: Delegation | None) -> Verdict:
    """Whether the actor may enter a reservation or an explanation for `delegation`, their own.

    The secretariat and the presidency hold no position, nor do observers. Where the delegation wants clearance only its
    head may: it binds the delegation.
    """
    if delegation is None or not negotiates(by, delegation.id):
        return Denied("Only the delegations of member States enter reservations and explanations of position.")
    if delegation.process_id != declaration.process_id or delegation.standing != Standing.MEMBER:
        return Denied("Only the delegations of member States enter reservations and explanations of position.")
    return may_speak_for(by, delegation)


def may_answer(by: Actor, position: Position, declaration: Declaration, delegation: Delegation | None) -> Verdict:
    """Whether the actor may confirm or withdraw the position: as whoever may enter one, of the delegation that did."""
    if delegation is None or position.delegation_id != delegation.id:
        return Denied("Only the delegation that put this on record may confirm or withdraw it.")
    return may_enter(by, declaration, delegation)
