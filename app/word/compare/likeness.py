"""Which of some edited blocks is which: those that have the most words in common."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeVar

from app.text.matching import matches

ALIKE = 0.4
"""The share of common words from which two blocks count as one that was edited."""
CELLS = 4_000
"""The most blocks times blocks of which each is compared with each; beyond, only those that stand in the same order."""

Item = TypeVar("Item")


def alike(
    old: Sequence[Item],
    new: Sequence[Item],
    words: Callable[[Item], Sequence[str]],
    fits: Callable[[Item, Item], bool],
) -> list[tuple[int, int]]:
    """Pairs of places, both rising, that have the most words in common; only pairs that are `ALIKE` and fit."""
    if not old or not new:
        return []
    said, new_said = [words(item) for item in old], [words(item) for item in new]
    pairs = _most_alike if len(old) * len(new) <= CELLS else _alike_in_order
    return pairs(said, new_said, lambda place, new_place: fits(old[place], new[new_place]))


def _most_alike(
    old: list[Sequence[str]], new: list[Sequence[str]], fits: Callable[[int, int], bool]
) -> list[tuple[int, int]]:
    bags, new_bags = list(map(Counter, old)), list(map(Counter, new))
    gain = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    taken: set[tuple[int, int]] = set()
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            best = max(gain[i + 1][j], gain[i][j + 1])
            if fits(i, j):
                common = sum(min(count, new_bags[j][word]) for word, count in bags[i].items())
                # Blocks without words are alike, but never at the price of a word.
                worth = common + 0.01 if 2 * common >= ALIKE * (len(old[i]) + len(new[j])) else 0.0
                if worth and gain[i + 1][j + 1] + worth > best:
                    best = gain[i + 1][j + 1] + worth
                    taken.add((i, j))
            gain[i][j] = best
    pairs = []
    i = j = 0
    while i < len(old) and j < len(new):
        if (i, j) in taken:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif gain[i + 1][j] >= gain[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs


def _alike_in_order(
    old: list[Sequence[str]], new: list[Sequence[str]], fits: Callable[[int, int], bool]
) -> list[tuple[int, int]]:
    """The same for many blocks: of the words that stay when all are compared as one text, whose they are in both."""
    owners, new_owners = ([n for n, words in enumerate(side) for _ in words] for side in (old, new))
    numbers: dict[str, int] = {}
    kept = matches(
        [numbers.setdefault(word, len(numbers)) for words in old for word in words],
        [numbers.setdefault(word, len(numbers)) for words in new for word in words],
    )
    common = Counter((owners[place], new_owners[new_place]) for place, new_place in kept)
    pairs: list[tuple[int, int]] = []
    for (i, j), count in sorted(common.items()):
        if 2 * count < ALIKE * (len(old[i]) + len(new[j])) or not fits(i, j):
            continue
        if pairs and (pairs[-1][0] == i or pairs[-1][1] == j):
            if common[pairs[-1]] >= count:
                continue
            pairs.pop()
        pairs.append((i, j))
    return pairs
