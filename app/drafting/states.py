"""The life of an amendment: its states, the steps between them, and which steps are allowed. Pure.

    drafted → cleared → tabled ──────────→ accepted, modified → incorporated
                          │ held              not_accepted
                          │
                          └ a new revision is issued:
                            carried      it stands on the new text as it stood before
                            awaiting     it stands there in other words or another place: its delegation must say yes
                            overtaken    the text has moved away under it: its delegation must restate or withdraw it
                            absorbed     the new text says already what it asked for

Withdrawn is possible until the room has decided.
"""

from enum import StrEnum

from app.errors import OutOfPlace, sentence


class State(StrEnum):
    """Where an amendment stands."""

    DRAFTED = "drafted"
    CLEARED = "cleared"
    TABLED = "tabled"
    HELD = "held"
    CARRIED = "carried"
    AWAITING = "awaiting"
    OVERTAKEN = "overtaken"
    ABSORBED = "absorbed"
    ACCEPTED = "accepted"
    MODIFIED = "modified"
    NOT_ACCEPTED = "not_accepted"
    INCORPORATED = "incorporated"
    WITHDRAWN = "withdrawn"


class Step(StrEnum):
    """What is done to an amendment."""

    EDIT = "edit"
    CLEAR = "clear"
    TABLE = "table"
    CORRECT = "correct"
    WITHDRAW = "withdraw"
    ACCEPT = "accept"
    MODIFY = "modify"
    NOT_ACCEPT = "not_accept"
    HOLD = "hold"
    REOPEN = "reopen"
    CONFIRM = "confirm"
    INCORPORATE = "incorporate"
    LAND = "land"


class Outcome(StrEnum):
    """What the room decided, as a Decision keeps it."""

    ACCEPTED = "accepted"
    MODIFIED = "modified"
    NOT_ACCEPTED = "not_accepted"
    HELD = "held"
    REOPENED = "reopened"


class Landed(StrEnum):
    """What became of a pending amendment on a new revision, as a Landing keeps it.

    CARRIED: the same words in the same place. ADAPTED: its acts had to change, so its delegation must confirm them.
    """

    CARRIED = "carried"
    ADAPTED = "adapted"
    ABSORBED = "absorbed"
    OVERTAKEN = "overtaken"


class Word(StrEnum):
    """What a delegation answered to a Landing, as an Answer keeps it."""

    CONFIRMED = "confirmed"
    RESTATED = "restated"
    WITHDRAWN = "withdrawn"


class Audience(StrEnum):
    """Who may read a reason: everybody who takes part, the presidency and secretariat, or the sponsors only."""

    ALL = "all"
    CHAIR = "chair"
    DELEGATION = "delegation"


class Wish(StrEnum):
    """What a delegation asks of a term."""

    AVOID = "avoid"
    USE = "use"


S = State

UNTABLED = frozenset({S.DRAFTED, S.CLEARED})
"""Only the delegation knows of it."""

STANDING = frozenset({S.TABLED, S.HELD, S.CARRIED})
"""Pending, on words its delegation stands behind."""

ON_THE_TEXT = STANDING | {S.AWAITING}
"""Pending, with words on the present text: what documents of it show beside what is agreed."""

PENDING = ON_THE_TEXT | {S.OVERTAKEN}
"""Tabled, and the room has not yet decided."""

AGREED = frozenset({S.ACCEPTED, S.MODIFIED})
"""Decided, to go into the next revision."""

STEPS: dict[Step, dict[State, frozenset[State]]] = {
    Step.EDIT: {
        S.DRAFTED: frozenset({S.DRAFTED}),
        S.CLEARED: frozenset({S.DRAFTED}),
        **{state: frozenset({state}) for state in PENDING | {S.ABSORBED}},
    },
    Step.CLEAR: {
        S.DRAFTED: frozenset({S.CLEARED}),
        **{state: frozenset({state}) for state in PENDING | {S.ABSORBED}},
    },
    Step.TABLE: {state: frozenset({S.TABLED}) for state in UNTABLED},
    Step.CORRECT: {
        S.HELD: frozenset({S.HELD}),
        **{state: frozenset({S.TABLED}) for state in (S.TABLED, S.CARRIED)},
        **{state: frozenset({S.TABLED, S.HELD}) for state in (S.AWAITING, S.OVERTAKEN, S.ABSORBED)},
    },
    Step.WITHDRAW: {state: frozenset({S.WITHDRAWN}) for state in UNTABLED | PENDING},
    Step.ACCEPT: {state: frozenset({S.ACCEPTED}) for state in STANDING},
    Step.MODIFY: {state: frozenset({S.MODIFIED}) for state in PENDING},
    Step.NOT_ACCEPT: {state: frozenset({S.NOT_ACCEPTED}) for state in PENDING},
    Step.HOLD: {state: frozenset({S.HELD}) for state in (S.TABLED, S.CARRIED)},
    Step.REOPEN: {
        state: frozenset({S.TABLED, S.CARRIED, S.AWAITING, S.OVERTAKEN, S.ABSORBED})
        for state in (S.ACCEPTED, S.MODIFIED, S.NOT_ACCEPTED, S.HELD)
    },
    Step.CONFIRM: {state: frozenset({S.CARRIED, S.HELD}) for state in (S.AWAITING, S.OVERTAKEN)},
    Step.INCORPORATE: {state: frozenset({S.INCORPORATED}) for state in AGREED},
    Step.LAND: {
        state: frozenset({S.CARRIED, S.HELD, S.AWAITING, S.OVERTAKEN, S.ABSORBED}) for state in PENDING | {S.NOT_ACCEPTED}
    },
}
"""From where each step may be taken, and where it may lead."""

SITUATIONS: dict[State, str] = {
    S.DRAFTED: sentence("This amendment has not been tabled yet."),
    S.CLEARED: sentence("This amendment has been cleared and not been tabled yet."),
    S.TABLED: sentence("This amendment has been tabled."),
    S.HELD: sentence("This amendment is on hold."),
    S.CARRIED: sentence("This amendment has been carried over to the present text."),
    S.AWAITING: sentence(
        "This amendment reads differently on the present text, and its delegation has not yet confirmed it."
    ),
    S.OVERTAKEN: sentence("The text has changed under this amendment; its delegation has yet to restate it."),
    S.ABSORBED: sentence("The present text says already what this amendment asked for."),
    S.ACCEPTED: sentence("This amendment has been accepted."),
    S.MODIFIED: sentence("This amendment has been accepted with different words."),
    S.NOT_ACCEPTED: sentence("This amendment has not been accepted."),
    S.INCORPORATED: sentence("This amendment has become part of the text."),
    S.WITHDRAWN: sentence("This amendment has been withdrawn."),
}
"""What is said to somebody who wants to take a step that its state does not allow."""


def may(step: Step, state: State | str) -> bool:
    """Whether `step` can be taken from `state`."""
    return State(state) in STEPS[step]


def require_step(step: Step, state: State | str) -> None:
    """Raises OutOfPlace, saying where the amendment stands, when `step` cannot be taken from `state`."""
    if not may(step, state):
        raise OutOfPlace(SITUATIONS[State(state)])


def arrived(step: Step, state: State | str, target: State) -> State:
    """`target`, when `step` may lead there from `state`.

    Raises OutOfPlace when the step is not allowed; ValueError when it does not lead there (a fault of ours).
    """
    require_step(step, state)
    if target not in STEPS[step][State(state)]:
        raise ValueError(f"{step} does not lead from {state} to {target}")
    return target
