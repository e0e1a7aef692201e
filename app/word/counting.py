"""How far something long has come, told to whoever wants to know."""

from collections.abc import Callable

Counting = Callable[[int, int], None]
"""Is told how many of how many parts are done."""


def to_nobody(done: int, parts: int) -> None:
    """For what nobody waits for."""
