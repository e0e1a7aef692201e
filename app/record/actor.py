"""Who does something: the `by` of every act."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Actor:
    """A person acting, in the role they hold where they act.

    Outside any process `process_id` and everything after it is empty. `presiding` is true while the delegation of a
    member of the presidency holds the office. The software itself (the demonstration, the command line) acts as an
    Actor without `user_id`.
    """

    user_id: UUID | None
    name: str
    process_id: UUID | None = None
    participant_id: UUID | None = None
    delegation_id: UUID | None = None
    delegation: str = ""
    role: str = ""
    presiding: bool = False
    operator: bool = False


COMMAND_LINE = Actor(user_id=None, name="protempore", operator=True)
"""The one who acts when a command is given on the machine itself."""
