"""Who may do what in drafting. Pure: the actor and the rows in, ALLOWED or Denied(reason) out."""

from uuid import UUID

from app.drafting.models import Amendment, Declaration, Sponsorship
from app.errors import ALLOWED, Denied, Verdict
from app.processes.models import Delegation
from app.processes.policy import heads, is_chair, negotiates, sits_in, takes_part
from app.processes.roles import Role, Standing
from app.record.actor import Actor


def _chair_or(by: Actor, process_id: UUID, no: Denied) -> Verdict:
    return ALLOWED if is_chair(by, process_id) else no


def may_see_draft(by: Actor, declaration: Declaration) -> Verdict:
    return _chair_or(
        by, declaration.process_id, Denied("Only the secretariat and the presidency see a text before it is issued.")
    )


def may_open_declaration(by: Actor, process_id: UUID) -> Verdict:
    return _chair_or(by, process_id, Denied("Only the secretariat and the presidency open a declaration."))


def may_edit_draft(by: Actor, declaration: Declaration) -> Verdict:
    return _chair_or(
        by, declaration.process_id, Denied("Only the secretariat and the presidency edit a text before it is issued.")
    )


def may_set_details(by: Actor, declaration: Declaration) -> Verdict:
    return _chair_or(
        by,
        declaration.process_id,
        Denied("Only the secretariat and the presidency change the title, the symbol or the meeting of a declaration."),
    )


def may_move_window(by: Actor, declaration: Declaration) -> Verdict:
    return _chair_or(
        by,
        declaration.process_id,
        Denied("Only the secretariat and the presidency open and close the window for amendments."),
    )


def may_issue(by: Actor, declaration: Declaration) -> Verdict:
    return _chair_or(by, declaration.process_id, Denied("Only the secretariat and the presidency issue a revision."))


def may_decide(by: Actor, declaration: Declaration) -> Verdict:
    """The secretariat takes down what the room decided; the presidency rules."""
    return _chair_or(
        by, declaration.process_id, Denied("Only the secretariat and the presidency take down what the room decided.")
    )


def may_see_desk(by: Actor, declaration: Declaration) -> Verdict:
    return _chair_or(by, declaration.process_id, Denied("Only the secretariat and the presidency work at the desk."))


def may_amend(by: Actor, declaration: Declaration, delegation: Delegation | None) -> Verdict:
    """Whether the actor may draft an amendment for `delegation`, their own."""
    if delegation is None or not sits_in(by, delegation.id) or delegation.process_id != declaration.process_id:
        return Denied("Only the delegations of this process table amendments.")
    if delegation.standing != Standing.MEMBER or by.role == Role.OBSERVER:
        return Denied("Observers read and comment; they do not table amendments.")
    if not negotiates(by, delegation.id):
        return Denied("Who sits for the presidency does not table amendments. The delegates of your delegation do.")
    return ALLOWED


def may_work_on(by: Actor, amendment: Amendment) -> Verdict:
    """Edit, table, correct, withdraw: the delegation that made it."""
    if negotiates(by, amendment.delegation_id):
        return ALLOWED
    return Denied("Only the delegation that made an amendment may change or withdraw it.")


def may_clear(by: Actor, amendment: Amendment) -> Verdict:
    if heads(by, amendment.delegation_id):
        return ALLOWED
    return Denied("Only the head of the delegation clears its amendments.")


def may_speak_for(by: Actor, delegation: Delegation) -> Verdict:
    """Give a delegation's word where it binds the delegation: its head alone, where it wants clearance."""
    if not negotiates(by, delegation.id):
        return Denied("Only the delegation concerned may answer this.")
    if delegation.clearance and not heads(by, delegation.id):
        return Denied("In this delegation only its head may answer this.")
    return ALLOWED


def may_answer(by: Actor, sponsorship: Sponsorship, delegation: Delegation) -> Verdict:
    """Confirm, decline or withdraw co-sponsorship."""
    if sponsorship.delegation_id != delegation.id:
        return Denied("Only the delegation that was asked may answer this.")
    return may_speak_for(by, delegation)


def may_sponsor(delegation: Delegation, amendment: Amendment, declaration: Declaration) -> Verdict:
    """Whether `delegation` can be asked at all."""
    if delegation.id == amendment.delegation_id:
        return Denied("A delegation is the first sponsor of its own amendment.")
    if delegation.process_id != declaration.process_id or delegation.standing != Standing.MEMBER:
        return Denied("Only member delegations of this process can co-sponsor an amendment.")
    if delegation.left_on is not None:
        return Denied("This delegation has left the process.")
    return ALLOWED


def may_ask_term(by: Actor, declaration: Declaration, delegation: Delegation | None) -> Verdict:
    if may_amend(by, declaration, delegation).allowed:
        return ALLOWED
    return Denied("Only member delegations ask for terms to be used or avoided.")


def may_withdraw_term(by: Actor, delegation_id: UUID) -> Verdict:
    if negotiates(by, delegation_id):
        return ALLOWED
    return Denied("Only the delegation that asked for this may withdraw it.")


def may_comment(by: Actor, declaration: Declaration) -> Verdict:
    if takes_part(by, declaration.process_id):
        return ALLOWED
    return Denied("Only those who take part in this process comment on its texts.")


def may_link(by: Actor, declaration: Declaration) -> Verdict:
    return _chair_or(
        by, declaration.process_id, Denied("Only the secretariat and the presidency put a text under an agenda item.")
    )
