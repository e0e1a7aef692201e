"""The brackets of a text, one by one: where, of which kind, how deep, how much they hold."""

import re
from dataclasses import dataclass
from enum import StrEnum

from app.text.brackets.parts import Lone, Options, Parts, Passage, Placeholder, Rivals, Slash, Words, found, text_of


class BracketKind(StrEnum):
    """What the room is asked about a bracket."""

    OPTIONAL = "optional"
    """Whether the words stand at all."""
    RIVAL = "rival"
    """Whether these words stand or the ones in the bracket beside it."""
    SLASHED = "slashed"
    """Which of the words between slashes stand."""
    OPTIONS = "options"
    """Which of the labelled options in it stands."""


class Extent(StrEnum):
    """How much a bracket holds."""

    WORDS = "words"
    PARAGRAPH = "paragraph"
    """All of one paragraph, but for its number and the sign at its end."""
    PARAGRAPHS = "paragraphs"
    """More than one, or parts of more than one."""


@dataclass(frozen=True, slots=True)
class Bracket:
    """A bracketed passage: characters `start` to before `stop`, brackets included.

    `depth` is 1 for one that stands in no other.
    """

    start: int
    stop: int
    depth: int
    kind: BracketKind
    extent: Extent


@dataclass(frozen=True, slots=True)
class Census:
    """All that is not settled in a text, each in the order in which it begins.

    `unbalanced` are the places of brackets and braces without a partner; `options` where option blocks begin, `notes` where
    placeholders do.
    """

    brackets: tuple[Bracket, ...]
    unbalanced: tuple[int, ...]
    options: tuple[int, ...]
    notes: tuple[int, ...]

    @property
    def is_clean(self) -> bool:
        """Whether nothing at all is left to settle."""
        return not (self.brackets or self.unbalanced or self.options or self.notes)

    @property
    def deepest(self) -> int:
        """How many brackets stand in each other at most."""
        return max((bracket.depth for bracket in self.brackets), default=0)

    def count(self, kind: BracketKind | None = None, extent: Extent | None = None) -> int:
        """How many brackets there are, of a kind and of an extent."""
        return sum(
            (kind is None or bracket.kind is kind) and (extent is None or bracket.extent is extent)
            for bracket in self.brackets
        )


_LEAD = re.compile(r"\s*(?:\(?[\w.]{1,8}[.)]\s+)?")
_TAIL = re.compile(r"[\s;.,:]*(?:(?:and|or|y|e|o|ou|et)\s*)?")
_EDGE = 48
"""How many characters, blanks for the most part, may stand beside the bracket of a whole paragraph."""


def census(parts: Parts) -> Census:
    """The census of a text's parts."""
    text = text_of(parts)
    brackets: list[Bracket] = []
    places: dict[type, list[int]] = {Lone: [], Options: [], Placeholder: []}
    for part, start, stop, depth, within in found(parts):
        if isinstance(part, Passage):
            kind = _kind(part, rival=isinstance(within, Rivals))
            brackets.append(Bracket(start, stop, depth + 1, kind, _extent(text, start, stop)))
        elif type(part) in places:
            places[type(part)].append(start)
    brackets.sort(key=lambda bracket: bracket.start)
    unbalanced, options, notes = (tuple(sorted(those)) for those in places.values())
    return Census(tuple(brackets), unbalanced, options, notes)


def _kind(passage: Passage, *, rival: bool) -> BracketKind:
    if rival:
        return BracketKind.RIVAL
    if any(isinstance(part, Slash) for part in passage.parts):
        return BracketKind.SLASHED
    inside = [part for part in passage.parts if not (isinstance(part, Words) and part.text.isspace())]
    return BracketKind.OPTIONS if inside and isinstance(inside[0], Options) else BracketKind.OPTIONAL


def _extent(text: str, start: int, stop: int) -> Extent:
    if text.find("\n", start, stop) >= 0:
        return Extent.PARAGRAPHS
    first = max(start - _EDGE, 0)
    line = text.rfind("\n", first, start) + 1 or first
    following = text.find("\n", stop, stop + _EDGE)
    end = following if following >= 0 else len(text)
    is_first = (line == 0 or text[line - 1] == "\n") and _LEAD.fullmatch(text, line, start)
    is_last = end - stop <= _EDGE and _TAIL.fullmatch(text, stop, end)
    return Extent.PARAGRAPH if is_first and is_last else Extent.WORDS
