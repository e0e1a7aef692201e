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


_ROLES_OF = {
    None: (Role.SECRETARIAT,),
    Standing.MEMBER: (Role.DELEGATE, Role.HEAD, Role.PRESIDENCY),
    Standing.OBSERVER: (Role.OBSERVER,),
    Standing.ORGANIZATION: (Role.OBSERVER,),
}


def roles_of(standing: str | None) -> tuple[Role, ...]:
    """The roles there are in a delegation of this standing; without a delegation, in the technical secretariat."""
    return _ROLES_OF[Standing(standing) if standing is not None else None]
