"""Who may do what with an account."""

from uuid import UUID

from app.accounts.models import User
from app.errors import ALLOWED, Denied, Verdict
from app.record.actor import Actor


def may_open_accounts(by: Actor) -> Verdict:
    """Accounts are opened by an operator; everybody else comes by an invitation."""
    return ALLOWED if by.operator else Denied("Only an operator may open, close or reset accounts.")


def may_change_account(by: Actor, user: User) -> Verdict:
    """A person changes their own account."""
    return may_use_as(by, user.id)


def may_use_as(by: Actor, user_id: UUID) -> Verdict:
    """Sessions and tokens belong to their person alone."""
    return ALLOWED if by.user_id == user_id else Denied("This belongs to another person's account.")
