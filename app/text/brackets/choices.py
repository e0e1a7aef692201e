"""What there is to choose in a text under negotiation, and the text when something is chosen.

To choose is only to leave out: brackets, labels, and the alternatives not chosen. What is left has the author's characters
in the author's order.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import NamedTuple

from app.text.brackets.parts import (
    Option,
    Options,
    Part,
    Parts,
    Passage,
    Placeholder,
    Rivals,
    Slash,
    Words,
    found,
    text_of,
)
from app.text.brackets.trimming import Cut, trimmed_to

_NOTHING = re.compile(r"\s*(?:no text(?: required)?|sin texto|sem texto|pas de texte)[\s.;]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way to settle a choice: what the text then has there. `name` is an option's own, and else its number from 1.

    The words may hold other choices.
    """

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A place where one of several alternatives may stand: characters `start` to before `stop`.

    A bracket by itself, and an option without another, is a choice between its words and nothing.
    """

    start: int
    stop: int
    alternatives: tuple[Alternative, ...]


class Way(NamedTuple):
    """An alternative while it is worked out: its name, where its words stand, and what is left out when it is chosen."""

    name: str
    own: Cut
    cuts: tuple[Cut, ...]


def choices(parts: Parts) -> tuple[Choice, ...]:
    """All choices, in the order in which they begin, each before the ones in it. Their places are their numbers."""
    return tuple(choice for choice, _ in _choices(parts))


def choose(parts: Parts, picks: Mapping[int, int]) -> str:
    """The text when some choices, by number, are settled for one of their alternatives, from 0. The others stay open.

    A bracket that is a choice of its own and also one of several rivals is settled in two steps. Raises IndexError when
    there is no such choice or alternative.
    """
    text = text_of(parts)
    return "".join(text[start:stop] for start, stop in remaining(parts, picks))


def choose_everywhere(parts: Parts, alternative: int) -> str:
    """The text when every choice that has such an alternative, from 0, is settled for it; the others stay open."""
    return choose(parts, picks_everywhere(parts, alternative))


def picks_everywhere(parts: Parts, alternative: int) -> dict[int, int]:
    """The choices that have such an alternative, from 0, each settled for it."""
    return {number: alternative for number, choice in enumerate(choices(parts)) if alternative < len(choice.alternatives)}


def remaining(parts: Parts, picks: Mapping[int, int]) -> list[Cut]:
    """The characters that are left when `picks` are made, as stretches in order. Raises IndexError."""
    every = _choices(parts)
    cuts: list[Cut] = []
    for number, alternative in picks.items():
        if number < 0 or alternative < 0:
            raise IndexError("choices and alternatives are counted from 0")
        cuts += every[number][1][alternative]
    return trimmed_to(text_of(parts), cuts)


def _choices(parts: Parts) -> list[tuple[Choice, tuple[tuple[Cut, ...], ...]]]:
    text = text_of(parts)
    every = list(found(parts))
    out: list[tuple[Choice, tuple[tuple[Cut, ...], ...]]] = []
    finder = _Finder({id(each.part): each.stop - each.start for each in every})
    around: dict[int, Cut] = {}
    labelled: set[int] = set()
    for part, start, stop, _, within in reversed(every):
        ways: list[Way] = []
        match part:
            case Rivals():
                ways = list(finder.rivals(part, start, stop))
                labelled |= {place for place, block in finder.blocks_of(part, start) if len(block.options) == 1}
            case Passage() if any(isinstance(each, Slash) for each in part.parts):
                ways = list(finder.slashed(part, start, stop))
            case Passage() if not isinstance(within, Rivals):
                if block := _whole(part, start):
                    around[block[0]] = start, stop
                else:
                    ways = [Way("1", (start, stop), _edges(start, stop)), Way("2", (start, start), ((start, stop),))]
            case Options() if start not in labelled:
                ways = list(finder.options(part, start, *around.get(start, (start, stop))))
        if ways:
            alternatives = tuple(Alternative(way.name, _words(text, way)) for way in ways)
            out.append((Choice(start, stop, alternatives), tuple(way.cuts for way in ways)))
    out.sort(key=lambda each: (each[0].start, -each[0].stop))
    return out


class _Finder:
    """Finds the ways to settle a choice. `lengths` are those of the parts, by identity."""

    def __init__(self, lengths: dict[int, int]) -> None:
        self.lengths = lengths

    def slashed(self, passage: Passage, start: int, stop: int) -> Iterator[Way]:
        edges = [(start, start + 1)]
        for part, span in zip(passage.parts, self.spans(passage.parts, start + 1), strict=True):
            if isinstance(part, Slash):
                edges.append(span)
        edges.append((stop - 1, stop))
        for number, ((_, low), (high, _)) in enumerate(pairwise(edges), 1):
            yield Way(str(number), (low, high), ((start, low), (high, stop)))

    def rivals(self, rivals: Rivals, start: int, stop: int) -> Iterator[Way]:
        number = 0
        for part, (low, high) in zip(rivals.parts, self.spans(rivals.parts, start), strict=True):
            if not isinstance(part, Passage):
                continue
            number += 1
            name, cuts = str(number), [(start, low), (high, stop)]
            if not any(isinstance(each, Slash) for each in part.parts):
                cuts += _edges(low, high)
            if (block := _whole(part, low)) and len(block[1].options) == 1:
                name = block[1].options[0].name
                cuts += self.labelling(block[1].options[0], block[0])
            yield Way(name, (low, high), tuple(cuts))

    def options(self, block: Options, start: int, low: int, high: int) -> Iterator[Way]:
        """The ways of a block that begins at `start`; from `low` to before `high` it stands alone in its brackets."""
        for option, (first, last) in zip(block.options, self.spans(block.options, start), strict=True):
            yield Way(option.name, (first, last), ((low, first), (last, high), *self.labelling(option, first)))
        if len(block.options) == 1:
            yield Way("2", (low, low), ((low, high),))

    def labelling(self, option: Option, start: int) -> Iterator[Cut]:
        """The label of an option, the note that explains it, and all of it when it says that no text is required."""
        after = start + len(option.head)
        yield start, after
        body = option.parts
        if _says_nothing(body):
            yield start, start + self.lengths[id(option)]
        elif body and isinstance(body[0], Placeholder):
            following = body[1].text if len(body) > 1 and isinstance(body[1], Words) else "" if len(body) == 1 else "x"
            if following.lstrip(" \t\xa0")[:1] in ("\n", ""):
                yield after, after + self.lengths[id(body[0])]

    def blocks_of(self, rivals: Rivals, start: int) -> Iterator[tuple[int, Options]]:
        for part, (place, _) in zip(rivals.parts, self.spans(rivals.parts, start), strict=True):
            if isinstance(part, Passage) and (block := _whole(part, place)):
                yield block

    def spans(self, parts: Sequence[Part], start: int) -> list[Cut]:
        return list(pairwise(accumulate((self.lengths[id(part)] for part in parts), initial=start)))


def _whole(passage: Passage, start: int) -> tuple[int, Options] | None:
    """The option block that is all of a passage, and where it begins."""
    inside = [part for part in passage.parts if not (isinstance(part, Words) and part.text.isspace())]
    if len(inside) != 1 or not isinstance(inside[0], Options):
        return None
    before = passage.parts[0]
    return start + 1 + (len(before.text) if isinstance(before, Words) else 0), inside[0]


def _says_nothing(body: Parts) -> bool:
    """Whether an option's text is only that there is none, in braces or not."""
    plain: list[str] = []
    for part in body:
        for piece in part.parts if isinstance(part, Placeholder) else (part,):
            if not isinstance(piece, Words):
                return False
            plain.append(piece.text)
    return _NOTHING.fullmatch("".join(plain)) is not None


def _edges(start: int, stop: int) -> tuple[Cut, Cut]:
    """The brackets of a passage."""
    return (start, start + 1), (stop - 1, stop)


def _words(text: str, way: Way) -> str:
    low, high = way.own
    within = [(max(start, low) - low, min(stop, high) - low) for start, stop in way.cuts if start < high and low < stop]
    piece = text[low:high]
    return "".join(piece[start:stop] for start, stop in trimmed_to(piece, within)).strip()
