"""What an agreement can be, and where it stands. Pure."""

from enum import StrEnum


class Force(StrEnum):
    """Whether the meeting agreed on something, only suggested it, or could not settle it."""

    AGREED = "agreed"
    SUGGESTED = "suggested"
    NOT_AGREED = "not_agreed"


class State(StrEnum):
    """How far an agreement has come. Any may follow any: what is done can turn out not to be."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class Office(StrEnum):
    """Who answers for an agreement when it is not one delegation."""

    SECRETARIAT = "secretariat"
    PRESIDENCY = "presidency"
    ALL_MEMBERS = "all_members"
