"""The life of an amendment."""

import pytest

from app.drafting.states import (
    AGREED,
    PENDING,
    SITUATIONS,
    STANDING,
    STEPS,
    UNTABLED,
    State,
    Step,
    arrived,
    may,
    require_step,
)
from app.errors import OutOfPlace


def reachable() -> set[State]:
    found, waiting = {State.DRAFTED}, [State.DRAFTED]
    while waiting:
        state = waiting.pop()
        for leads in STEPS.values():
            for target in leads.get(state, ()):
                if target not in found:
                    found.add(target)
                    waiting.append(target)
    return found


def test_every_state_can_be_reached_and_is_explained() -> None:
    assert reachable() == set(State) == set(SITUATIONS)


def test_what_ends() -> None:
    ends = {state for state in State if not any(state in leads for leads in STEPS.values())}
    assert ends == {State.INCORPORATED, State.WITHDRAWN}


def test_nothing_tabled_becomes_untabled() -> None:
    for leads in STEPS.values():
        for state, targets in leads.items():
            assert state in UNTABLED or not targets & UNTABLED


def test_kinds_of_states() -> None:
    assert STANDING < PENDING and not PENDING & AGREED and not PENDING & UNTABLED


def test_a_decision_is_not_undone_by_its_delegation() -> None:
    for state in (*AGREED, State.NOT_ACCEPTED, State.INCORPORATED):
        assert not any(may(step, state) for step in (Step.EDIT, Step.CORRECT, Step.WITHDRAW, Step.CONFIRM))


def test_a_refused_step_says_where_it_stands() -> None:
    with pytest.raises(OutOfPlace, match="withdrawn"):
        require_step(Step.ACCEPT, State.WITHDRAWN)


def test_a_step_leads_where_it_leads() -> None:
    assert arrived(Step.ACCEPT, "tabled", State.ACCEPTED) is State.ACCEPTED
    with pytest.raises(ValueError):
        arrived(Step.ACCEPT, State.TABLED, State.WITHDRAWN)
