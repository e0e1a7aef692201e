"""Which of many things can stand together, when it is known which two cannot.

A set that can stand together and to which nothing can be added is a maximal one. There may be more of them than anybody
can read (one for each choice, multiplied), so that the search is bounded by their number and by the work, never by a clock.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

Mask = int
"""A set of things: bit n is the thing number n."""

Rivals = Callable[[int], Mask]
"""Which things cannot stand with one."""

PIVOTS = 64
"""How many things are tried as a pivot."""


@dataclass(frozen=True, slots=True)
class Search:
    """The maximal sets found. When not all were looked at, `complete` is False and `unseen` the things in none of them."""

    sets: tuple[Mask, ...]
    complete: bool
    unseen: Mask


def maximal(count: int, rivals: Rivals, most: int, work: int) -> Search:
    """The maximal sets of `count` things of which `rivals` says which cannot stand with one; the first things come first.

    Stops at `most` sets, or when `work` rivals have been looked up, whichever is earlier. Then for each thing that is in
    none of them one set that holds it is added, up to as many and as much work again.
    """
    looked = 0

    def counted(thing: int) -> Mask:
        nonlocal looked
        looked += 1
        return rivals(thing)

    every = (1 << count) - 1
    found: list[Mask] = []
    search = _sets(every, counted)
    while (one := next(search, None)) is not None:
        if len(found) == most:
            break
        if one:
            found.append(one)
        if looked > work:
            break
    else:
        return Search(tuple(found), True, 0)
    unseen = every
    for one in found:
        unseen &= ~one
    for _ in range(most):
        if not unseen or looked > 2 * work:
            break
        one = _around(_lowest(unseen), every, counted)
        found.append(one)
        unseen &= ~one
    return Search(tuple(found), False, unseen)


def members(mask: Mask) -> Iterator[int]:
    """The numbers of the things in a set, rising."""
    while mask:
        yield _lowest(mask)
        mask &= mask - 1


def _sets(every: Mask, rivals: Rivals) -> Iterator[Mask]:
    """Every maximal set once, and the empty set, which is none, wherever the search comes to nothing.

    It is that of Bron and Kerbosch with a pivot: whatever set is to come holds the pivot or one of its rivals, so that only
    those are tried.
    """
    path = [(0, every, 0, _branch(every, 0, rivals))]
    while path:
        chosen, free, tried, branch = path.pop()
        if not branch:
            continue
        thing = _lowest(branch)
        bit, apart = 1 << thing, rivals(thing)
        path.append((chosen, free & ~bit, tried | bit, branch & ~bit))
        chosen, free, tried = chosen | bit, free & ~apart & ~bit, tried & ~apart
        if free:
            path.append((chosen, free, tried, _branch(free, tried, rivals)))
        yield 0 if free or tried else chosen


def _branch(free: Mask, tried: Mask, rivals: Rivals) -> Mask:
    """Free things of which every maximal set to come must hold one: few, by the first pivots that there are."""
    best = free
    for thing in (*islice(members(free), PIVOTS), *islice(members(tried), PIVOTS)):
        around = (rivals(thing) | 1 << thing) & free
        if around.bit_count() <= 1:
            return around
        if around.bit_count() < best.bit_count():
            best = around
    return best


def _around(thing: int, every: Mask, rivals: Rivals) -> Mask:
    """A maximal set that holds `thing`: the first that can stand with it and each other."""
    chosen = 0
    free = every & ~rivals(thing)
    while free:
        other = _lowest(free)
        chosen |= 1 << other
        free &= ~rivals(other) & ~(1 << other)
    return chosen


def _lowest(mask: Mask) -> int:
    return (mask & -mask).bit_length() - 1
