"""How far the text of a revision is settled: what stands between it and its adoption."""

from sqlmodel import Session

from app.drafting.queries.amendments import AmendmentView, amendments_of
from app.drafting.states import AGREED, PENDING, State
from app.drafting.texts import require_current
from app.errors import OutOfPlace
from app.exports.order import Order


def require_present(session: Session, order: Order) -> None:
    """Raises OutOfPlace when another text was issued since, or what was accepted is not in this one yet."""
    present = require_current(session, order.declaration)
    if present.id != order.revision.id:
        raise OutOfPlace(
            "{name} has been issued since {revision}. Only the present text can be made ready for adoption.",
            name=present.name,
            revision=order.revision.name,
        )
    waiting = _in(session, order, AGREED)
    if waiting:
        raise OutOfPlace(
            "What was accepted is not in {revision} yet: {amendments}. Issue the next revision first.",
            revision=order.revision.name,
            amendments=", ".join(view.name for view in waiting),
        )


def undecided_on(session: Session, order: Order) -> int:
    """How many amendments to the words of the text the room has yet to decide on. A statement on the text as a whole asks
    for no words, and leaves nothing open."""
    return sum(not view.is_general for view in _in(session, order, PENDING))


def _in(session: Session, order: Order, states: frozenset[State]) -> tuple[AmendmentView, ...]:
    return amendments_of(session, order.declaration.id, by=order.by, language=order.declaration.language, states=states)
