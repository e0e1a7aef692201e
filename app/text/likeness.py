"""How alike two paragraphs are, and which of many are alike.

Blanks, signs, the case of letters and the short words that stand in every sentence do not matter.
"""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence

from rapidfuzz.distance import Indel, LCSseq

from app.text.readable import LIGHT

ALIKE = 0.3
"""From here on a paragraph in the same place is taken for a changed one; below, for another one."""

ALIKE_ELSEWHERE = 0.75
"""The same for a paragraph in another place, of at least `LONG` words."""

CONTAINED = 0.85
"""What part of the shorter paragraph, if it is `LONG`, must be in the longer one for the longer to be it with additions."""

LONG = 6

NEAR = 32
"""How far from its due place a changed paragraph is looked for."""

CANDIDATES = 8
"""How many paragraphs elsewhere are compared with one."""

_WORD = re.compile(r"\w+")

Words = str
"""The words of a paragraph, each as one character that stands for it: the engine is fastest with strings."""

Found = tuple[int, int, float]
"""An old place, a new place, how alike."""


def words_of(text: str, names: dict[str, int]) -> Words:
    """The words of a text; `names` numbers them, so that equal words are equal in every text it is used for, and grows."""
    found = _WORD.findall(text.lower())
    weighty = [word for word in found if word not in LIGHT] or found
    return "".join(chr(names.setdefault(word, len(names)) % sys.maxunicode) for word in weighty)


def likeness(one: Words, other: Words) -> float:
    """From 0, nothing in common, to 1, the same words in the same order. Symmetric."""
    if not one or not other:
        return 1.0 if one == other else 0.0
    share = Indel.normalized_similarity(one, other)
    shorter = min(len(one), len(other))
    if share < CONTAINED and shorter >= LONG:
        contained = LCSseq.similarity(one, other) / shorter
        if contained >= CONTAINED:
            return max(share, contained * CONTAINED)
    return share


def similar_in_order(olds: Sequence[Words], news: Sequence[Words]) -> list[Found]:
    """Pairs that are alike, both places rising, of the greatest likeness in all.

    Where both sides are long only pairs near the due place are looked at.
    """
    found = [
        (old_place, place, score)
        for old_place, one in enumerate(olds)
        for place in reversed(_near(old_place, len(olds), len(news)))
        if (score := likeness(one, news[place])) >= ALIKE
    ]
    return _best_chain(found, len(news))


def similar_elsewhere(
    olds: Sequence[Words], news: Sequence[Words], free_old: Sequence[int], free_new: Sequence[int]
) -> list[Found]:
    """Pairs among the free places that are alike enough to be one paragraph that moved. The most alike come first."""
    holders: dict[str, list[int]] = defaultdict(list)
    for old_place in free_old:
        if len(olds[old_place]) >= LONG:
            for word in sorted(set(olds[old_place])):
                holders[word].append(old_place)
    found: list[Found] = []
    for place in free_new:
        if len(news[place]) < LONG:
            continue
        rare = sorted((word for word in set(news[place]) if word in holders), key=lambda word: (len(holders[word]), word))
        votes = Counter(old_place for word in rare[:CANDIDATES] for old_place in holders[word][: NEAR * 2])
        for old_place, _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[:CANDIDATES]:
            score = likeness(olds[old_place], news[place])
            if score >= ALIKE_ELSEWHERE:
                found.append((old_place, place, score))
    chosen: list[Found] = []
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    for old_place, place, score in sorted(found, key=lambda one: (-one[2], one[1], one[0])):
        if old_place not in taken_old and place not in taken_new:
            taken_old.add(old_place)
            taken_new.add(place)
            chosen.append((old_place, place, score))
    return chosen


def _near(old_place: int, olds: int, news: int) -> range:
    if olds * news <= NEAR * NEAR * 4:
        return range(news)
    due = old_place * news // olds
    return range(max(0, due - NEAR), min(news, due + NEAR + 1))


def _best_chain(found: Sequence[Found], size: int) -> list[Found]:
    """The chain of the greatest sum of likeness in which both places rise.

    `found` comes by rising old place and falling new place, so that no two of one old place can follow each other.
    """
    tree: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)
    before: list[int] = []
    for index, (_, place, score) in enumerate(found):
        best, last, node = 0.0, -1, place
        while node:
            if tree[node][0] > best:
                best, last = tree[node]
            node &= node - 1
        before.append(last)
        node = place + 1
        while node <= size:
            if tree[node][0] < best + score:
                tree[node] = (best + score, index)
            node += node & -node
    index = max(range(len(tree)), key=lambda node: tree[node][0]) if found else 0
    index = tree[index][1]
    chain: list[Found] = []
    while index >= 0:
        chain.append(found[index])
        index = before[index]
    return chain[::-1]
