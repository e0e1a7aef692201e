"""The states of a meeting and of its agenda. Pure."""

from enum import StrEnum

from app.errors import OutOfPlace


class State(StrEnum):
    """Where a meeting stands."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class AgendaState(StrEnum):
    """Where an agenda stands: written by the secretariat, submitted to the participants, approved by them."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"


class Body(StrEnum):
    """In what form a process meets."""

    PLENARY = "plenary"
    TROIKA = "troika"


# What was said by mistake can be taken back: the record keeps that it was said.
MOVES: dict[State, frozenset[State]] = {
    State.PLANNED: frozenset({State.HELD, State.CANCELLED}),
    State.HELD: frozenset({State.PLANNED}),
    State.CANCELLED: frozenset({State.PLANNED}),
}

AGENDA_MOVES: dict[AgendaState, frozenset[AgendaState]] = {
    AgendaState.DRAFT: frozenset({AgendaState.SUBMITTED}),
    AgendaState.SUBMITTED: frozenset({AgendaState.DRAFT, AgendaState.APPROVED}),
    AgendaState.APPROVED: frozenset({AgendaState.SUBMITTED}),
}


def require_move(present: str, to: State) -> None:
    """Raises OutOfPlace unless a meeting may go from `present` to `to`."""
    if to not in MOVES[State(present)]:
        raise OutOfPlace("The meeting stands elsewhere than you thought. Look at it again.")


def require_agenda_move(present: str, to: AgendaState) -> None:
    """Raises OutOfPlace unless an agenda may go from `present` to `to`."""
    if to not in AGENDA_MOVES[AgendaState(present)]:
        raise OutOfPlace("The agenda stands elsewhere than you thought. Look at it again.")
