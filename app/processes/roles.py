"""What a delegation and a participant can be in a process."""

from enum import StrEnum


class Standing(StrEnum):
    """How a delegation sits in a process."""

    MEMBER = "member"
    OBSERVER = "observer"
    ORGANIZATION = "organization"


class Role(StrEnum):
    """What a participant does in a process.

    A participant of the PRESIDENCY acts for it while the term of their delegation runs, and reads along before and after.
    Secretariat participants sit in no delegation.
    """

    SECRETARIAT = "secretariat"
    PRESIDENCY = "presidency"
    HEAD = "head"
    DELEGATE = "delegate"
    OBSERVER = "observer"
