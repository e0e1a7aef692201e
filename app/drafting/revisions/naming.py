"""The names of revisions."""

from sqlmodel import Session

from app.drafting.limits import required_line
from app.drafting.models import Declaration
from app.drafting.texts import revisions_of
from app.errors import Malformed

ZERO_DRAFT = "Zero draft"


def proposed_name(session: Session, declaration: Declaration) -> str:
    """The name the next revision has by custom: "Zero draft", then "Rev.1", "Rev.2", …; the next one that is free."""
    names = {revision.name for revision in revisions_of(session, declaration.id)}
    if not names:
        return ZERO_DRAFT
    number = len(names)
    while f"Rev.{number}" in names:
        number += 1
    return f"Rev.{number}"


def accepted_name(session: Session, declaration: Declaration, name: str | None) -> str:
    """The name as it is kept; the proposed one when none is given. Raises Malformed when it is taken."""
    if name is None or not name.strip():
        return proposed_name(session, declaration)
    typed = required_line(name, "name")
    if any(typed == revision.name for revision in revisions_of(session, declaration.id)):
        raise Malformed("There is a revision of this name already.", field="name")
    return typed
