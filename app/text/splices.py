"""Splices one after the other and side by side. To undo them: `app.text.diff.invert`.

Two sets of splices on the same tokens that do not touch commute: each, shifted over the other, makes the same text.
"""

from collections import deque
from collections.abc import Iterator, Sequence

from app.text.diff import Splice, Splices, invert, splice
from app.text.tokens import Token


def compose(tokens: tuple[Token, ...], first: Sequence[Splice], second: Sequence[Splice]) -> Splices:
    """The splices that make of `tokens` what `second` makes of what `first` makes of them.

    Where the two touch they are one; what `second` takes back altogether is none. Raises ValueError as `splice` does.
    """
    middle = splice(tokens, first)
    splice(middle, second)
    back, forth = deque(invert(tokens, first)), deque(second)
    out: list[Splice] = []
    shift = 0
    for start, stop in _joined(sorted(each[:2] for each in (*back, *forth))):
        between = middle[start:stop]
        old, new = (splice(between, tuple(_taken(each, start, stop))) for each in (back, forth))
        if old != new:
            out.append(Splice(start + shift, start + shift + len(old), new))
        shift += len(old) - len(between)
    return tuple(out)


def shift(splices: Sequence[Splice], over: Sequence[Splice]) -> Splices:
    """The splices as they are on what `over` makes of the same tokens. Raises ValueError when one touches one of `over`."""
    out: list[Splice] = []
    by = place = 0
    for start, stop, inserted in splices:
        while place < len(over) and over[place].stop < start:
            by += len(over[place].tokens) - (over[place].stop - over[place].start)
            place += 1
        if place < len(over) and over[place].start <= stop:
            raise ValueError("splices that touch cannot be shifted over each other")
        out.append(Splice(start + by, stop + by, inserted))
    return tuple(out)


def _joined(ranges: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The ranges, which come by where they start, with those that touch made one."""
    start, stop = ranges[0] if ranges else (0, 0)
    for next_start, next_stop in ranges:
        if next_start > stop:
            yield start, stop
            start = next_start
        stop = max(stop, next_stop)
    yield start, stop


def _taken(splices: deque[Splice], start: int, stop: int) -> Iterator[Splice]:
    """The splices up to `stop`, taken from the left and counted from `start`."""
    while splices and splices[0].stop <= stop:
        each = splices.popleft()
        yield Splice(each.start - start, each.stop - start, each.tokens)
