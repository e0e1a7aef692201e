"""Proof that a law was tried on all that it speaks of: both outcomes were met, and not only the easy one."""

from collections import Counter
from collections.abc import Callable
from functools import wraps
from typing import Any


def met(*outcomes: str, least: int = 3) -> Callable[[Callable[..., Any]], Callable[[], None]]:
    """A property is tried as ever, and then each of `outcomes` must have been counted at least `least` times.

    The property takes the counter as its first argument; what stands beneath this decorator gives the others.
    """

    def decorate(law: Callable[..., Any]) -> Callable[[], None]:
        seen: Counter[str] = Counter()

        @wraps(law)
        def proof() -> None:
            seen.clear()
            law(seen)
            missed = {outcome: seen[outcome] for outcome in outcomes if seen[outcome] < least}
            assert not missed, f"the law was hardly tried: {missed} of {dict(seen)}"

        del proof.__wrapped__  # type: ignore[attr-defined]
        return proof

    return decorate
