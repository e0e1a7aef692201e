"""Who brought each word of a text: the first text, or a change made on the way to a later revision.

`origin(first)` is where it begins; `.next(revision, changes)` takes one step. Each step costs what its changed paragraphs
cost, and a word is remembered by what it was brought by, so that its origin is the same however many steps follow.

**The rule.** A word that a step keeps, in its place or with its paragraph wherever that goes, keeps its origin, also when
its marks change. A word that a change puts in has that change for its origin; where several changes say the same, the first
of them, and the others are `alike`. Two things are looked at more closely:

- What one change takes away at one place and puts in at another, `CARRIED` words running or more, is carried there and
  keeps its origins: so paragraphs are split, merged and rearranged without anybody becoming the author of old words.
- What none of the changes put in was brought by nobody on record: it has the step for its origin and no change. It too
  keeps the origins of what was taken away in the same step and stands in it again.
"""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from app.text.change import Change
from app.text.claims import Claim, Claims
from app.text.diff import diff, splice
from app.text.document import Document
from app.text.matching import matches
from app.text.origins import Origin, Stretch, Transfers
from app.text.paragraph import Paragraph
from app.text.reading import Reading, Words, readings
from app.text.runs import Runs, joined
from app.text.tokens import Token, untokenise


class Attributed(NamedTuple):
    """A stretch of one paragraph that has one origin."""

    key: str
    runs: Runs
    origin: Origin


@dataclass(frozen=True, slots=True)
class Provenance:
    """A document and the origin of each of its tokens, by paragraph. `step` is how many steps lie behind it."""

    document: Document
    origins: dict[str, tuple[Origin, ...]]
    step: int = 0

    def who(self, key: str, token: int) -> Origin:
        """The origin of a token of the paragraph `key`, counted from 0. Raises KeyError and IndexError."""
        return self.origins[key][token]

    def runs(self) -> tuple[Attributed, ...]:
        """The whole text as stretches, each of one paragraph and one origin, in order. Put together they are the text."""
        words = Words(self.document)
        return tuple(
            Attributed(key, untokenise(tokens), origin)
            for key in self.document.keys
            for tokens, origin in _stretches(words[key], self.origins[key])
        )

    def next(
        self, document: Document, changes: Sequence[Change | Reading] = (), at: Hashable | None = None
    ) -> "Provenance":
        """The provenance of the next revision, which `changes`, made on this document, have brought about.

        `at` is whatever the caller knows the step by, as its date; it is carried, never read. Raises NotOnBase when a
        change is not on this document.
        """
        claims = Claims(readings(self.document, changes), self.step + 1, at)
        return _Step(self, document, claims).taken()


def origin(first: Document, at: Hashable | None = None) -> Provenance:
    """The provenance of a first text: every word of it is its own."""
    base = Origin(0, at=at)
    words = Words(first)
    return Provenance(first, {key: (base,) * len(words[key]) for key in first.keys})


class _Step:
    def __init__(self, before: Provenance, document: Document, claims: Claims) -> None:
        self.before = before
        self.document = document
        self.claims = claims
        self.old = Words(before.document)
        self.new = Words(document)
        self.transfers = Transfers()

    def taken(self) -> Provenance:
        found = {paragraph.key: self.paragraph(paragraph) for paragraph in self.document}
        for key in self.before.document.keys:
            if key not in self.document:
                stretch = Stretch(self.old[key], self.before.origins[key])
                self.transfers.take(stretch, self.claims.deleting.get(key, ()))
        self.transfers.settle()
        return Provenance(
            self.document,
            {key: origins if isinstance(origins, tuple) else tuple(origins) for key, origins in found.items()},
            self.before.step + 1,
        )

    def paragraph(self, paragraph: Paragraph) -> tuple[Origin, ...] | list[Origin]:
        key = paragraph.key
        old = self.before.document.get(key)
        if old is None:
            origins: list[Origin] = []
            self.bring(origins, (), (), self.new[key], self.claims.new(key))
            return origins
        if joined(old.runs) == joined(paragraph.runs):
            return self.before.origins[key]
        return self.changed(key)

    def changed(self, key: str) -> list[Origin]:
        old, new, before = self.old[key], self.new[key], self.before.origins[key]
        claims = self.claims.on(key)
        splices = [claim.splice for claim in claims]
        exact = all(one.stop <= other.start for one, other in pairwise(splices))
        if not exact or splice(old, splices) != new:
            splices = list(diff(old, new))
        origins: list[Origin] = []
        place = 0
        for each in splices:
            origins += before[place : each.start]
            touching = [one for one in claims if one.splice.start <= each.stop and each.start <= one.splice.stop]
            self.bring(origins, old[each.start : each.stop], before[each.start : each.stop], each.tokens, touching)
            place = each.stop
        origins += before[place:]
        return origins

    def bring(
        self,
        origins: list[Origin],
        gone: tuple[Token, ...],
        before: tuple[Origin, ...],
        come: tuple[Token, ...],
        claims: Sequence[Claim],
    ) -> None:
        """Add to `origins` those of `come`, which stands where `gone` stood and is what `claims` put there, or like it."""
        here: list[Origin | None] = [None] * len(come)
        kept = set()
        for place, new_place in _same(gone, come):
            here[new_place] = before[place]
            kept.add(place)
        for start, stop in _gaps(kept, len(gone)):
            self.transfers.take(Stretch(gone[start:stop], before[start:stop]), [claim.origin for claim in claims])
        brought = _gaps({place for place, known in enumerate(here) if known is not None}, len(come))
        for claim in claims:
            for _, place in _same(claim.splice.tokens, come):
                if here[place] is None:
                    here[place] = claim.origin
        blanks = claims[0].origin if claims else self.claims.nobodys
        first = len(origins)
        for place, token in enumerate(come):
            around = here[place - 1] if place else None, here[place + 1] if place + 1 < len(come) else None
            between = around[0] if around[0] == around[1] and around[0] is not None else blanks
            origins.append(here[place] or (between if token.is_blank else self.claims.nobodys))
        for start, stop in brought:
            self.transfers.bring(origins, first + start, come[start:stop])


def _same(old: Sequence[Token], new: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Which tokens of one sequence are which of another, whatever their marks; blanks are not asked."""
    places = [place for place, token in enumerate(old) if not token.is_blank]
    new_places = [place for place, token in enumerate(new) if not token.is_blank]
    names: dict[tuple[str, str | None], int] = {}
    for place, new_place in matches(
        [names.setdefault((old[each].text, old[each].note), len(names)) for each in places],
        [names.setdefault((new[each].text, new[each].note), len(names)) for each in new_places],
    ):
        yield places[place], new_places[new_place]


def _gaps(kept: set[int], length: int) -> list[tuple[int, int]]:
    """The stretches of places below `length` that are not in `kept`."""
    edges = [-1, *sorted(kept), length]
    return [(one + 1, other) for one, other in pairwise(edges) if one + 1 < other]


def _stretches(tokens: tuple[Token, ...], origins: tuple[Origin, ...]) -> Iterator[tuple[tuple[Token, ...], Origin]]:
    start = 0
    for stop in range(1, len(tokens) + 1):
        if stop == len(tokens) or origins[stop] != origins[start]:
            yield tokens[start:stop], origins[start]
            start = stop
