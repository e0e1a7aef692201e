"""Which paragraphs of an adopted text descend from which of a draft, when the two share no keys.

Every adopted paragraph is compared with the draft's paragraphs that share its rare words, wherever they stand. It descends
from the one most like it, if that is alike enough; where several are, the one the order of the two texts speaks for comes
first. A draft paragraph has one descendant, unless others are made of words that the first left: then it was split. An
adopted paragraph of which a good part is not in its ancestor, and is in another, was merged from both. What is like nothing
descends from nothing, and says so. Each adopted paragraph is compared with at most `CANDIDATES` others.
"""

import math
from collections import defaultdict
from typing import NamedTuple

from app.text.align import align
from app.text.document import Document
from app.text.likeness import LONG, Words, likeness, words_of
from app.text.matching import matches
from app.text.splitting import Joined, joined_and_split

CANDIDATES = 12
"""With how many paragraphs of the draft one is compared."""

DESCENT = 0.45
"""From how great a likeness on a paragraph descends from another; short ones must be as alike as `SHORT`."""

SHORT = 0.6

SURE = 0.5
"""How alike a paragraph must be to one of those beside each other that it seems to be joined from."""

DUE = 0.1
"""What the order of the two texts counts for, in likeness."""

APART = 0.6
"""What part of the words two paragraphs share must not be shared with a third, for all three to be one text."""

RESIDUE = 0.2
"""What part of a paragraph must come from a second ancestor."""

COMMON = 64
"""A word that more paragraphs of the draft have says little of where one comes from."""


class Descent(NamedTuple):
    """An adopted paragraph and the paragraphs of the draft it descends from: none, one, or several it was merged from.

    They come in the draft's order. `score` is how alike it is to the nearest, from 0 to 1; 0 when there is none.
    """

    adopted_key: str
    draft_keys: tuple[str, ...]
    score: float


class _Candidate(NamedTuple):
    rank: float
    score: float
    place: int
    draft_place: int


def lineage(draft: Document, adopted: Document) -> tuple[Descent, ...]:
    """The descent of every paragraph of `adopted`, in order."""
    names: dict[str, int] = {}
    olds = [words_of(paragraph.text, names) for paragraph in draft]
    news = [words_of(paragraph.text, names) for paragraph in adopted]
    pairs = align(draft, adopted)
    due = {adopted.place(pair.new.key): draft.place(pair.old.key) for pair in pairs if pair.old and pair.new}
    ancestors: dict[int, set[int]] = {place: set() for place in range(len(news))}
    for each in joined_and_split(draft, pairs):
        if isinstance(each, Joined):
            place, parts = adopted.place(each.new.key), {draft.place(old.key) for old in each.olds}
            if max(likeness(olds[old], news[place]) for old in parts) >= SURE:
                ancestors[place] |= parts
        else:
            for new in each.news:
                ancestors[adopted.place(new.key)].add(draft.place(each.old.key))
    scores = {place: max(likeness(olds[old], news[place]) for old in known) for place, known in ancestors.items() if known}
    left = [set(range(len(words))) for words in olds]
    for place, old_ones in ancestors.items():
        for old in old_ones:
            left[old] -= {step for step, _ in _shared(olds[old], news[place])}
    index = _Index(olds)
    found = [one for place in range(len(news)) if not ancestors[place] for one in index.candidates(news, place, due)]
    for _, score, place, old in sorted(found, key=lambda one: (-one.rank, one.place, one.draft_place)):
        if place in scores:
            continue
        shared = {step for step, _ in _shared(olds[old], news[place])}
        if len(left[old]) < len(olds[old]) and len(shared & left[old]) < APART * len(shared):
            continue
        left[old] -= shared
        ancestors[place].add(old)
        scores[place] = score
    for place, words in enumerate(news):
        second = index.second(words, ancestors[place], left) if len(ancestors[place]) == 1 else None
        if second is not None:
            ancestors[place].add(second)
            left[second] -= {step for step, _ in _shared(olds[second], words)}
    keys = draft.keys
    return tuple(
        Descent(key, tuple(keys[old] for old in sorted(ancestors[place])), scores.get(place, 0.0))
        for place, key in enumerate(adopted.keys)
    )


class _Index:
    """The paragraphs of a draft by their words."""

    def __init__(self, olds: list[Words]) -> None:
        self.olds = olds
        self.holders: dict[str, list[int]] = defaultdict(list)
        for place, words in enumerate(olds):
            for word in sorted(set(words)):
                self.holders[word].append(place)

    def nearest(self, words: Words) -> list[int]:
        """The paragraphs that share the most and rarest words with `words`."""
        votes: dict[int, float] = defaultdict(float)
        for word in sorted(set(words)):
            holders = self.holders.get(word, ())
            if len(holders) <= max(COMMON, math.isqrt(len(self.olds))):
                for place in holders:
                    votes[place] += math.log(1 + len(self.olds) / len(holders))
        return sorted(votes, key=lambda place: (-votes[place], place))[:CANDIDATES]

    def candidates(self, news: list[Words], place: int, due: dict[int, int]) -> list[_Candidate]:
        words = news[place]
        near = [due[place]] if place in due else []
        out = []
        for old in dict.fromkeys([*near, *self.nearest(words)]):
            score = likeness(self.olds[old], words)
            if score >= (DESCENT if min(len(words), len(self.olds[old])) >= LONG else SHORT):
                out.append(_Candidate(score + (DUE if old in near else 0.0), score, place, old))
        return out

    def second(self, words: Words, ancestors: set[int], left: list[set[int]]) -> int | None:
        """The paragraph that has a good part of `words` that the ancestor does not have, and that nobody else has taken."""
        (first,) = ancestors
        kept = {place for _, place in _shared(self.olds[first], words)}
        residue = "".join(word for place, word in enumerate(words) if place not in kept)
        if len(residue) < max(LONG, RESIDUE * len(words)):
            return None
        for old in self.nearest(residue):
            shared = [step for step, _ in _shared(self.olds[old], residue) if step in left[old]]
            most = max(LONG, APART * len(self.olds[old]), RESIDUE * len(words))
            if old != first and len(shared) >= most:
                return old
        return None


def _shared(one: Words, other: Words) -> list[tuple[int, int]]:
    return list(matches([*map(ord, one)], [*map(ord, other)]))
