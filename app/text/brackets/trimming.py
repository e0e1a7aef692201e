"""What is left of a text when passages are cut out of it, without the blanks, signs and lines they leave behind."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

Cut = tuple[int, int]
"""Characters from the first place to before the second."""

_EMPTY = re.compile(r"\s*(?:\(?[\w.]{1,8}[.)]\s*)?[\s;.,:]*")
_CLOSING = frozenset(",;.:)]?!")
_OPENING = frozenset("([{«“¿¡")


def trimmed_to(text: str, cuts: Iterable[Cut]) -> list[Cut]:
    """The stretches of `text` that are left, in order and apart.

    A blank goes with what is cut where it would else stand beside another, or before a closing sign, or at an end. Line
    ends are never cut, but a line of which nothing but a number or a sign is left goes whole.
    """
    kept: list[Cut] = []
    merged = list(_merged(cuts))
    place = index = 0
    while place < len(text):
        end = text.find("\n", place) + 1 or len(text)
        while index < len(merged) and merged[index][1] <= place:
            index += 1
        within = []
        step = index
        while step < len(merged) and merged[step][0] < end:
            within.append((max(merged[step][0], place), min(merged[step][1], end)))
            step += 1
        kept += _line(text, place, end, within)
        place = end
    return list(_merged(kept))


def _line(text: str, place: int, end: int, cuts: list[Cut]) -> list[Cut]:
    """What is left of one line; its line end is its last character, if it has one."""
    if not cuts:
        return [(place, end)]
    if cuts == [(place, end)]:
        return []
    stop = end - 1 if text[end - 1] == "\n" else end
    edges = [place, *(edge for cut in cuts for edge in (cut[0], min(cut[1], stop))), stop]
    stretches = list(pairwise(edges))[::2]
    had_words = any(_EMPTY.fullmatch(text, *cut) is None for cut in cuts)
    if had_words and _EMPTY.fullmatch("".join(text[low:high] for low, high in stretches)):
        return []
    out: list[Cut] = []
    for low, high in stretches:
        if low >= high:
            continue
        before = text[out[-1][1] - 1] if out else ""
        if out and low > out[-1][1]:
            if text[low] == " " and (before.isspace() or before in _OPENING):
                low += 1
            elif before == " " and text[low] in _CLOSING:
                out[-1] = (out[-1][0], out[-1][1] - 1)
        elif not out and low > place and text[low] == " ":
            low += 1
        if low < high:
            out.append((low, high))
    if out and cuts[-1][1] >= stop and text[out[-1][1] - 1] == " ":
        out[-1] = (out[-1][0], out[-1][1] - 1)
    return [(low, high) for low, high in (*out, (stop, end)) if low < high]


def _merged(cuts: Iterable[Cut]) -> Iterator[Cut]:
    start = stop = 0
    for low, high in sorted(cuts):
        if low > stop:
            if start < stop:
                yield start, stop
            start, stop = low, high
        else:
            stop = max(stop, high)
    if start < stop:
        yield start, stop
