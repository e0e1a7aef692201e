"""Which paragraph of a text in one language is which of the same text in another.

No word need be the same, so four things tell: the order, the role, how long a paragraph is for the length of the whole, and
what languages of one family write alike (figures, names, the beginnings of learned words). The work is bounded: a paragraph
is looked for near its due place only.
"""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from app.text.document import Document
from app.text.paragraph import Paragraph, Role

NEAR = 40
"""How many places from its due place a paragraph is looked for, beyond what the two texts differ in length."""

FARTHEST = 200
"""What of that difference counts at most: texts that differ by more are hardly the same, and all of them need room."""

LEAST = 0.45
"""From this likeness on two paragraphs can be each other's; below, both stand alone."""

SURE = 0.6
"""From this likeness on nobody need be asked to look."""

_BEGINNING = 4
_LONG = 5
_SPREAD = 12.0
_FEWEST_SIGNS = 8
_STRUCTURE = frozenset({Role.TITLE, Role.HEADING})
_DOUBLED = re.compile(r"(\w)\1")
_WORD = re.compile(r"\d+|[^\W\d_]+")


class Beside(NamedTuple):
    """A paragraph and what stands beside it in the other language; one is None where nothing does.

    `likeness` is from 0 to 1; 0 where there is only one.
    """

    source: Paragraph | None
    other: Paragraph | None
    likeness: float

    @property
    def sure(self) -> bool:
        """Whether both are there and plainly belong together."""
        return self.likeness >= SURE


def beside(source: Document, other: Document) -> tuple[Beside, ...]:
    """Every paragraph of both texts once, each beside its counterpart; in the order of both, which never cross."""
    sources, others = source.paragraphs, other.paragraphs
    likeness = _Likeness(sources, others)
    # No row may end before the next begins, however many paragraphs of the other text are due beside one.
    reach = max(NEAR + min(abs(len(sources) - len(others)), FARTHEST), len(others) // max(len(sources), 1))
    # The chain of the greatest sum of what each pair is above the least; each row only near its due place.
    best: list[dict[int, tuple[float, _Step]]] = []
    for place in range(len(sources) + 1):
        now: dict[int, tuple[float, _Step]] = {}
        for at in _row(place, len(sources), len(others), reach):
            options = [(0.0, _Step.START)] if not place and not at else []
            if place and at - 1 in best[place - 1]:
                options.append((best[place - 1][at - 1][0] + likeness(place - 1, at - 1) - LEAST, _Step.BOTH))
            if place and at in best[place - 1]:
                options.append((best[place - 1][at][0], _Step.SOURCE))
            if at - 1 in now:
                options.append((now[at - 1][0], _Step.OTHER))
            if options:
                now[at] = max(options)
        best.append(now)
    return tuple(reversed(list(_read_back(sources, others, best, likeness))))


class _Step(IntEnum):
    START = 0
    SOURCE = 1
    OTHER = 2
    BOTH = 3


def _row(place: int, sources: int, others: int, reach: int) -> range:
    due = place * others // sources if sources else 0
    return range(max(0, due - reach), min(others, due + reach) + 1)


def _read_back(
    sources: Sequence[Paragraph],
    others: Sequence[Paragraph],
    best: list[dict[int, tuple[float, _Step]]],
    likeness: "_Likeness",
) -> Iterator[Beside]:
    """The steps of the best chain, the last first."""
    place, at = len(sources), len(others)
    while (step := best[place][at][1]) is not _Step.START:
        place -= step is not _Step.OTHER
        at -= step is not _Step.SOURCE
        if step is _Step.BOTH:
            yield Beside(sources[place], others[at], likeness(place, at))
        elif step is _Step.SOURCE:
            yield Beside(sources[place], None, 0.0)
        else:
            yield Beside(None, others[at], 0.0)


class _Likeness:
    """How likely it is that two paragraphs, by their places, say the same."""

    def __init__(self, sources: Sequence[Paragraph], others: Sequence[Paragraph]) -> None:
        self.sources, self.others = sources, others
        self.lengths = [len(each.text) for each in sources], [len(each.text) for each in others]
        whole, other_whole = sum(self.lengths[0]), sum(self.lengths[1])
        self.ratio = min(max(other_whole / whole, 0.7), 1.5) if whole and other_whole else 1.0
        signs, other_signs = [_signs(each.text) for each in sources], [_signs(each.text) for each in others]
        held, other_held = Counter(_all(signs)), Counter(_all(other_signs))
        # A sign that stands in every paragraph tells nothing; one that only one language has cannot tell.
        self.weights = {sign: 1 / (held[sign] * other_held[sign]) ** 0.5 for sign in held if sign in other_held}
        self.signs = [each & self.weights.keys() for each in signs], [each & self.weights.keys() for each in other_signs]

    def __call__(self, place: int, other_place: int) -> float:
        one, other = self.sources[place].role, self.others[other_place].role
        length = self._length(self.lengths[0][place], self.lengths[1][other_place])
        signs, other_signs = self.signs[0][place], self.signs[1][other_place]
        # What is not shared tells against a pair only where there was much that could be.
        told = 0.6 * min(1.0, max(len(signs), len(other_signs)) / _FEWEST_SIGNS)
        likeness = (1 - told) * length + told * self._shared(signs, other_signs)
        if (one in _STRUCTURE) != (other in _STRUCTURE):
            return likeness * 0.4
        return likeness if one is other else likeness * 0.85

    def _length(self, one: int, other: int) -> float:
        """1 for the length one would expect, less the further from it; what is short may differ more."""
        expected = one * self.ratio
        off = (other - expected) / math.sqrt(_SPREAD * max(expected + other, 1))
        return math.exp(-off * off / 8)

    def _shared(self, one: frozenset[str], other: frozenset[str]) -> float:
        if not one or not other:
            return 0.0
        both = self._weight(one & other)
        # The root, for even of a close translation few words begin alike.
        return math.sqrt(2 * both / (self._weight(one) + self._weight(other)))

    def _weight(self, signs: frozenset[str]) -> float:
        return sum(self.weights[sign] for sign in signs)


def _signs(text: str) -> frozenset[str]:
    """Figures, and how the longer words begin: without accents and case, spelled as the neighbours spell them."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    words = (word for word in _WORD.findall(plain) if word.isdecimal() or len(word) >= _LONG)
    return frozenset(word if word.isdecimal() else _alike(word)[:_BEGINNING] for word in words)


def _alike(word: str) -> str:
    """ "efficient" and "eficiente", "physical" and "física" begin alike."""
    return _DOUBLED.sub(r"\1", word.replace("ph", "f").replace("y", "i"))


def _all(signs: Sequence[frozenset[str]]) -> list[str]:
    return [sign for each in signs for sign in each]
