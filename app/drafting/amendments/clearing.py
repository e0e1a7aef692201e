"""The head of a delegation clears what the delegation is about to table."""

from datetime import datetime

from sqlmodel import Session

from app.drafting.amendments.dossier import dossier_of
from app.drafting.amendments.marks import draft_digest, go, note_private
from app.drafting.models import Amendment
from app.drafting.policy import may_clear
from app.drafting.states import UNTABLED, State, Step, require_step
from app.drafting.versions import advance_amendment, locked_declaration
from app.errors import OutOfPlace, require
from app.record.actor import Actor


def clear(session: Session, amendment: Amendment, *, expected: int, by: Actor, at: datetime) -> None:
    """Clear the words as they now are: a draft, or the next version of what is tabled. Any later edit voids it.

    Raises Denied (not the head), Stale, OutOfPlace (nothing to clear, or cleared already).
    """
    require(may_clear(by, amendment))
    declaration = locked_declaration(session, amendment)
    require_step(Step.CLEAR, amendment.state)
    words = dossier_of(session, amendment).draft
    if words is None:
        raise OutOfPlace("There is nothing here that waits to be cleared.")
    if words.cleared_at is not None:
        raise OutOfPlace("This has been cleared already.")
    advance_amendment(session, amendment, expected=expected)
    words.cleared_by = by.participant_id
    words.cleared_at = at
    session.add(words)
    if amendment.state in UNTABLED:
        go(session, amendment, Step.CLEAR, State.CLEARED, at)
    note_private(session, "amendment.clear", amendment, declaration, by=by, at=at, digest=draft_digest(words))
