"""Which elements of one sequence stay in another: the longest common subsequence, in bounded memory."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel

CELLS = 1 << 26
"""The largest gap, in old elements times new elements, that is compared as a whole (some 8 megabytes of bits)."""

ANCHOR_LENGTHS = (8, 3, 1)
"""Gaps larger than that are cut at stretches of so many elements that occur once in both."""

Pair = tuple[int, int]


def matches(old: Sequence[int], new: Sequence[int]) -> Iterator[Pair]:
    """Places (old, new) of equal elements, both rising: as many as there can be, if the gap is not larger than `CELLS`."""
    start, stop, new_stop = 0, len(old), len(new)
    while start < stop and start < new_stop and old[start] == new[start]:
        yield start, start
        start += 1
    while start < stop and start < new_stop and old[stop - 1] == new[new_stop - 1]:
        stop, new_stop = stop - 1, new_stop - 1
    if start < stop and start < new_stop:
        for place, new_place in _between(old[start:stop], new[start:new_stop]):
            yield place + start, new_place + start
    for place in range(len(old) - stop):
        yield stop + place, new_stop + place


def _between(old: Sequence[int], new: Sequence[int]) -> Iterator[Pair]:
    if len(old) * len(new) <= CELLS:
        for start, new_start, size in Indel.editops(old, new).as_matching_blocks():
            for place in range(size):
                yield start + place, new_start + place
        return
    start = new_start = 0
    for stop, new_stop in [*_anchors(old, new), (len(old), len(new))]:
        for place, new_place in matches(old[start:stop], new[new_start:new_stop]):
            yield place + start, new_place + new_start
        start, new_start = stop, new_stop


def _anchors(old: Sequence[int], new: Sequence[int]) -> list[Pair]:
    """Where to cut a gap that is too large. Never empty, so that the pieces are smaller than the whole."""
    for length in ANCHOR_LENGTHS:
        there = _unique(new, length)
        found = [(place, there[words]) for words, place in _unique(old, length).items() if words in there]
        chosen = [found[place] for place in rising([new_place for _, new_place in found])]
        if chosen:
            return chosen
    return [(len(old) // 2, len(new) // 2)]


def _unique(sequence: Sequence[int], length: int) -> dict[tuple[int, ...], int]:
    """The stretches of `length` that occur once, with their places, which rise."""
    places: dict[tuple[int, ...], int] = {}
    for place in range(len(sequence) - length + 1):
        words = tuple(sequence[place : place + length])
        places[words] = -1 if words in places else place
    return {words: place for words, place in places.items() if place >= 0}


def rising(numbers: Sequence[int]) -> list[int]:
    """The places of a longest strictly rising subsequence of `numbers`."""
    lasts: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        length = bisect_left(lasts, number)
        if length == len(lasts):
            lasts.append(number)
            ends.append(place)
        else:
            lasts[length], ends[length] = number, place
        before.append(ends[length - 1] if length else -1)
    places: list[int] = []
    place = ends[-1] if ends else -1
    while place >= 0:
        places.append(place)
        place = before[place]
    return places[::-1]
