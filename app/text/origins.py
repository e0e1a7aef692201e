"""Where a word comes from, and how words carried from one place to another keep it."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from app.text.tokens import Token

CARRIED = 6
"""How many words running must go at one place and come at another to be the same words, carried."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What brought a word: the first text (`step` 0), or the step of that number on the way to a later one.

    `change` and `author` are those of the change that brought it, `alike` the ids of others that said the same; there is
    none where nobody on record did. `at` is whatever the caller knows the step by.
    """

    step: int
    change: Hashable | None = None
    author: Hashable | None = None
    at: Hashable | None = None
    alike: tuple[Hashable, ...] = ()

    @property
    def is_base(self) -> bool:
        """Whether the first text has it."""
        return self.step == 0

    @property
    def changes(self) -> tuple[Hashable, ...]:
        """The ids of all changes that brought it."""
        return () if self.change is None else (self.change, *self.alike)


class Stretch(NamedTuple):
    """Tokens running, each with its origin."""

    tokens: tuple[Token, ...]
    origins: tuple[Origin, ...]


class _Arrival(NamedTuple):
    origins: list[Origin]
    start: int
    tokens: tuple[Token, ...]


_Words = tuple[tuple[str, str | None], ...]

_MANY = 8
"""How many departures of the same words are remembered."""


class _Departure(NamedTuple):
    stretch: Stretch
    places: list[int]
    first: int
    by: frozenset[Hashable]


class Transfers:
    """What is taken away and put in within one step. What is both was carried."""

    def __init__(self) -> None:
        self._departures: dict[_Words, list[_Departure]] = {}
        self._arrivals: list[_Arrival] = []

    def take(self, stretch: Stretch, by: Iterable[Origin]) -> None:
        """`stretch` is taken away by the changes of the origins `by`, or by nobody on record."""
        places = _words(stretch.tokens)
        ids = frozenset(each for one in by for each in one.changes)
        for first in range(len(places) - CARRIED + 1):
            words = _named(stretch.tokens, places[first : first + CARRIED])
            known = self._departures.setdefault(words, [])
            if len(known) < _MANY:
                known.append(_Departure(stretch, places, first, ids))

    def bring(self, origins: list[Origin], start: int, tokens: tuple[Token, ...]) -> None:
        """`tokens` are put in; `origins` from `start` on are theirs, as far as is known, and are put right by `settle`."""
        self._arrivals.append(_Arrival(origins, start, tokens))

    def settle(self) -> None:
        """Give what was carried the origins it had."""
        for arrival in self._arrivals:
            places = _words(arrival.tokens)
            first = 0
            while first <= len(places) - CARRIED:
                first += self._carry(arrival, places, first) or 1

    def _carry(self, arrival: _Arrival, places: list[int], first: int) -> int:
        """How many words from the word `first` on were carried. What one change puts in, it must have taken away itself."""
        words = _named(arrival.tokens, places[first : first + CARRIED])
        ids = arrival.origins[arrival.start + places[first]].changes
        known = self._departures.get(words, ())
        found = next((one for one in known if not ids or not one.by.isdisjoint(ids)), None)
        if found is None:
            return 0
        stretch, old_places, old_first, _ = found
        length = 0
        while first + length < len(places) and old_first + length < len(old_places):
            token, gone = arrival.tokens[places[first + length]], stretch.tokens[old_places[old_first + length]]
            if (token.text, token.note) != (gone.text, gone.note):
                break
            length += 1
        for step in range(length):
            start = places[first + step]
            stop = places[first + step + 1] if step + 1 < length else start + 1
            old = old_places[old_first + step]
            word, blank = stretch.origins[old], stretch.origins[min(old + 1, len(stretch.origins) - 1)]
            arrival.origins[arrival.start + start : arrival.start + stop] = [word, *[blank] * (stop - start - 1)]
        return length


def _words(tokens: tuple[Token, ...]) -> list[int]:
    return [place for place, token in enumerate(tokens) if not token.is_blank]


def _named(tokens: tuple[Token, ...], places: list[int]) -> _Words:
    return tuple((tokens[place].text, tokens[place].note) for place in places)
