"""Changes as a person would mark them: the readability rule of `app.text.diff`, step by step."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from app.text.tokens import Token, word_places, words

TOLERANCE = 1 / 20
"""How many more words than the least possible may be marked for easy reading, as a part of the least possible."""

PHRASE = 3
"""From how many marked words on a change may swallow a light word beside it."""

SENTENCE_ENDS = frozenset(".;:!?…。؟।")
COMMAS = frozenset(",،、")
LIGHT_WORDS = (
    "the of to and in a an or by for on at with as that "
    "el la los las de del y e en al un una o u por con para que se "
    "os do da dos das em ao um uma com le les du des et à au aux une ou par l’ d’ l' d' qu’"
)
LIGHT = COMMAS | frozenset(LIGHT_WORDS.split())
"""Words and signs that mean little alone. Not "no": it negates in Spanish."""


class Hunk(NamedTuple):
    """Old tokens from `start` to before `stop` give way to new tokens from `new_start` to before `new_stop`."""

    start: int
    stop: int
    new_start: int
    new_stop: int


class Read(NamedTuple):
    """Two texts and how one becomes the other: `hunks` in order and apart."""

    old: Sequence[Token]
    new: Sequence[Token]
    hunks: Sequence[Hunk]


def readable(old: Sequence[Token], new: Sequence[Token], hunks: Iterable[Hunk]) -> list[Hunk]:
    """The same change marked for the eye, without another word: `hunks` are minimal, in order and apart, and so is the
    result."""
    whole: list[Hunk] = []
    for hunk in hunks:
        while whole and (one := _as_one(old, new, whole[-1], hunk)):
            whole.pop()
            hunk = one
        whole.append(hunk)
    changed = [hunk for hunk in whole if hunk.start < hunk.stop or hunk.new_start < hunk.new_stop]
    return _settled(old, new, changed)


def phrases(texts: Sequence[Read]) -> list[list[Hunk]]:
    """The hunks of each of `texts`, which are read together, with rewritten phrases made one where only light words are
    kept between them: as many as `TOLERANCE` allows on all of them."""
    marked = 0
    between: list[tuple[int, int, int, int]] = []
    for number, (old, new, hunks) in enumerate(texts):
        sizes = [
            len(word_places(old[hunk.start : hunk.stop])) + len(word_places(new[hunk.new_start : hunk.new_stop]))
            for hunk in hunks
        ]
        marked += sum(sizes)
        for place, (hunk, following) in enumerate(pairwise(hunks)):
            least = min(sizes[place : place + 2])
            if least < PHRASE or not all(token.is_blank or _light(token) for token in old[hunk.stop : following.start]):
                continue
            kept = words(old[hunk.stop : following.start])
            if min(following.stop - hunk.start, following.new_stop - hunk.new_start) >= PHRASE + kept:
                between.append((2 * kept, -least, number, place))
    allowance = int(marked * TOLERANCE)
    swallowed: dict[int, set[int]] = defaultdict(set)
    for cost, _, number, place in sorted(between):
        # The dearest come last: where one is not allowed, no other is.
        if cost > allowance:
            break
        allowance -= cost
        swallowed[number].add(place)
    return [_bridged(text.hunks, swallowed[number]) for number, text in enumerate(texts)]


def _shifted(hunk: Hunk, by: int) -> Hunk:
    return Hunk(*(place + by for place in hunk))


def _room(old: Sequence[Token], new: Sequence[Token], hunk: Hunk, low: int, high: int) -> tuple[int, int]:
    """How far an insertion or a deletion may slide to the left and to the right, marking the same words.

    `low` and `high` bound it in the old tokens. Anything else cannot slide.
    """
    start, stop, new_start, new_stop = hunk
    if start == stop:
        side, first, end = new, new_start, new_stop
    elif new_start == new_stop:
        side, first, end = old, start, stop
    else:
        return 0, 0
    left = right = 0
    while start - left > low and side[first - left - 1] == side[end - left - 1]:
        left += 1
    while stop + right < high and end + right < len(side) and side[first + right] == side[end + right]:
        right += 1
    return left, right


def _as_one(old: Sequence[Token], new: Sequence[Token], first: Hunk, second: Hunk) -> Hunk | None:
    """The two as one, if nothing but blanks is kept between them once they have slid towards each other."""
    left, _ = _room(old, new, second, first.stop, len(old))
    slid = _shifted(second, -left)
    if first.stop < slid.start:
        _, right = _room(old, new, first, 0, slid.start)
        first = _shifted(first, right)
    if not all(token.is_blank for token in old[first.stop : slid.start]):
        return None
    start, stop, new_start, new_stop = first.start, slid.stop, first.new_start, slid.new_stop
    while start < stop and new_start < new_stop and old[stop - 1] == new[new_stop - 1]:
        stop, new_stop = stop - 1, new_stop - 1
    while start < stop and new_start < new_stop and old[start] == new[new_start]:
        start, new_start = start + 1, new_start + 1
    return Hunk(start, stop, new_start, new_stop)


def _settled(old: Sequence[Token], new: Sequence[Token], hunks: list[Hunk]) -> list[Hunk]:
    """Every insertion and deletion slid to where its edges are easiest to see."""
    out: list[Hunk] = []
    for place, hunk in enumerate(hunks):
        low = out[-1].stop if out else 0
        high = hunks[place + 1].start if place + 1 < len(hunks) else len(old)
        left, right = _room(old, new, hunk, low, high)
        if left or right:
            side, first, end = (new, hunk.new_start, hunk.new_stop) if hunk.start == hunk.stop else (old, *hunk[:2])
            by = max(range(-left, right + 1), key=lambda by: (_edge(side, first + by) + _edge(side, end + by), by))
            hunk = _shifted(hunk, by)
        out.append(hunk)
    return out


def _edge(tokens: Sequence[Token], place: int) -> int:
    """How well a mark may begin or end before the token at `place`."""
    if place in (0, len(tokens)):
        return 5
    before = tokens[place - 1]
    if before.is_blank:
        sign = tokens[place - 2].text if place > 1 else ""
        return 5 if sign in SENTENCE_ENDS else 3 if sign in COMMAS else 2
    if not tokens[place].is_blank:
        return 0
    return 4 if before.text in SENTENCE_ENDS else 1


def _light(token: Token) -> bool:
    return token.text.lower() in LIGHT


def _bridged(hunks: Sequence[Hunk], swallowed: Collection[int]) -> list[Hunk]:
    """The hunks, each of those at `swallowed` made one with the next."""
    out: list[Hunk] = []
    for place, hunk in enumerate(hunks):
        if place - 1 in swallowed:
            first = out.pop()
            hunk = Hunk(first.start, hunk.stop, first.new_start, hunk.new_stop)
        out.append(hunk)
    return out
