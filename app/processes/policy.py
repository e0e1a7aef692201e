"""Who may do what in a process. Others ask the same questions of it: see the first part."""

from uuid import UUID

from app.errors import ALLOWED, Denied, Verdict
from app.processes.models import Delegation
from app.processes.roles import Role
from app.record.actor import Actor


def takes_part(by: Actor, process_id: UUID) -> bool:
    """Whether the person has a seat in the process, in whatever role."""
    return by.process_id == process_id and by.participant_id is not None


def is_secretariat(by: Actor, process_id: UUID) -> bool:
    """Whether the person acts for the technical secretariat of the process."""
    return takes_part(by, process_id) and by.role == Role.SECRETARIAT


def is_presiding(by: Actor, process_id: UUID) -> bool:
    """Whether the person acts for the presidency pro tempore while it is in office."""
    return takes_part(by, process_id) and by.role == Role.PRESIDENCY and by.presiding


def is_chair(by: Actor, process_id: UUID) -> bool:
    """The chair side: the technical secretariat and the presidency in office."""
    return is_secretariat(by, process_id) or is_presiding(by, process_id)


def sits_in(by: Actor, delegation_id: UUID) -> bool:
    """Whether the person sits in the delegation."""
    return by.participant_id is not None and by.delegation_id == delegation_id


def negotiates_for(by: Actor) -> UUID | None:
    """The delegation for which the person negotiates, as its head or a delegate; None for everybody else.

    Who sits for the presidency holds no position, in office or out of it: their delegation negotiates through others.
    """
    return by.delegation_id if by.participant_id is not None and by.role in (Role.HEAD, Role.DELEGATE) else None


def negotiates(by: Actor, delegation_id: UUID) -> bool:
    """Whether the person negotiates for the delegation, and so sees what it has not submitted yet."""
    return negotiates_for(by) == delegation_id


def heads(by: Actor, delegation_id: UUID) -> bool:
    """Whether the person is a head of the delegation."""
    return sits_in(by, delegation_id) and by.role == Role.HEAD


def manages(by: Actor, process_id: UUID) -> bool:
    """Whether the person keeps the process in order: its secretariat, or an operator of the whole."""
    return by.operator or is_secretariat(by, process_id)


def may_found_processes(by: Actor) -> Verdict:
    """Processes are founded by operators."""
    return ALLOWED if by.operator else Denied("Only an operator may found a process.")


def may_manage(by: Actor, process_id: UUID) -> Verdict:
    """Names, languages, delegations, participants and the presidency are kept by the technical secretariat."""
    return ALLOWED if manages(by, process_id) else Denied("Only the technical secretariat may do this.")


def may_set_clearance(by: Actor, delegation: Delegation) -> Verdict:
    """Whether a delegation wants clearance is for its head to say, or for the secretariat at its request."""
    if manages(by, delegation.process_id) or heads(by, delegation.id):
        return ALLOWED
    return Denied("Only the head of the delegation or the technical secretariat may decide about clearance.")


def may_invite(by: Actor, process_id: UUID, delegation_id: UUID | None, role: str) -> Verdict:
    """The secretariat invites anybody; a head of delegation invites delegates of their own delegation."""
    if manages(by, process_id):
        return ALLOWED
    if delegation_id is None or not heads(by, delegation_id) or by.process_id != process_id:
        return Denied("Only the technical secretariat, or a head for their own delegation, may invite.")
    if role != Role.DELEGATE:
        return Denied("A head of delegation invites delegates. Ask the technical secretariat for any other role.")
    return ALLOWED


def may_see_addresses(by: Actor, process_id: UUID, delegation_id: UUID | None) -> Verdict:
    """E-mail addresses are for the secretariat and for one's own delegation."""
    if manages(by, process_id) or (delegation_id is not None and sits_in(by, delegation_id)):
        return ALLOWED
    return Denied("The addresses of a delegation are not shown to others.")


def may_see_invitations(by: Actor, process_id: UUID, delegation_id: UUID | None) -> Verdict:
    """Open invitations are for who may invite: the secretariat, and a head for their own delegation."""
    return may_invite(by, process_id, delegation_id, Role.DELEGATE)
