"""A person acting on their own account."""

from app.accounts.models import User
from app.record.actor import Actor


def oneself(user: User) -> Actor:
    """The person outside any process, in no role but their own."""
    return Actor(user_id=user.id, name=user.name, operator=user.operator)
