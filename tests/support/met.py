"""Proof that a law was tried on all that it speaks of: both outcomes were met, and not only the easy one."""

from collections import Counter
from collections.abc import Callable
from functools import wraps
from typing import Any

from hypothesis import seed

from tests.support.laws import DEPTH

ROUNDS = 10
"""How often a law is tried, each time on other texts, when an outcome is still missing."""


def met(*outcomes: str, least: int = 3) -> Callable[[Callable[..., Any]], Callable[[], None]]:
    """A property is tried as ever, and then each of `outcomes` must have been counted at least `least` times.

    Chance may leave a rare outcome out: then the property is tried again from another beginning, at most `ROUNDS` times. A
    long search must count more. The property takes the counter as its first argument; what stands beneath this decorator
    gives the others.
    """
    enough = least * max(1, DEPTH // 10)

    def decorate(law: Callable[..., Any]) -> Callable[[], None]:
        seen: Counter[str] = Counter()

        @wraps(law)
        def proof() -> None:
            seen.clear()
            law(seen)
            for again in range(1, ROUNDS):
                if all(seen[outcome] >= enough for outcome in outcomes):
                    break
                seed(again)(law)(seen)
            missed = {outcome: seen[outcome] for outcome in outcomes if seen[outcome] < enough}
            assert not missed, f"the law was hardly tried: {missed} of {dict(seen)}"

        del proof.__wrapped__  # type: ignore[attr-defined]
        return proof

    return decorate
