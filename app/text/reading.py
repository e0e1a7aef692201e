"""A change read against its base: which words it touches, which paragraphs it takes away, where it puts some.

A change says whole paragraphs; what it touches is found by comparing them with the base. That is the dear part of the
algebra, so it is done once: whatever takes changes also takes them already read.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, replace

from app.text.apply import check, gaps
from app.text.change import Change, Delete, Insert, Keep, Replace
from app.text.diff import Splice, Splices, diff
from app.text.document import Document
from app.text.paragraph import Paragraph
from app.text.phrases import rephrased
from app.text.runs import joined
from app.text.tokens import Token, tokenise

Gap = str | None
"""The place between a paragraph of the base and the next, named by the former; None is the beginning."""

Placed = Paragraph | str
"""What a change puts into a gap: a new paragraph, or the key of one that it moves there."""


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What `change` does to the base it was read against.

    `splices` has an entry for each paragraph given new words, with no splices when the words are the old ones. `gaps` is
    what the change puts between paragraphs, in order; `moved` says to which gap a paragraph goes. A reading equals only
    itself.
    """

    change: Change
    splices: dict[str, Splices]
    deleted: frozenset[str]
    moved: dict[str, Gap]
    kept: frozenset[str]
    gaps: dict[Gap, tuple[Placed, ...]]

    @property
    def id(self) -> Hashable:
        return self.change.id

    @property
    def keys(self) -> frozenset[str]:
        """The paragraphs of the base it speaks of."""
        return self.change.keys


class Words:
    """The tokens of a text's paragraphs, each cut once."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._tokens: dict[str, tuple[Token, ...]] = {}

    def __getitem__(self, key: str) -> tuple[Token, ...]:
        """The tokens of the paragraph `key`. Raises KeyError."""
        tokens = self._tokens.get(key)
        if tokens is None:
            tokens = self._tokens[key] = tokenise(self.document[key].runs)
        return tokens


def reading(base: Document, change: Change, words: Words | None = None) -> Reading:
    """`change` read against `base`; `words` saves cutting the base anew for each of many changes. Raises NotOnBase."""
    check(base, change.acts)
    words = words or Words(base)
    splices: dict[str, Splices] = {}
    deleted: set[str] = set()
    kept: set[str] = set()
    brought: dict[str, Paragraph] = {}
    for act in change.acts:
        match act:
            case Replace(key, runs):
                splices[key] = rephrased(words[key], diff(words[key], tokenise(runs)))
            case Delete(key):
                deleted.add(key)
            case Keep(key):
                kept.add(key)
            case Insert(paragraph, _):
                brought[paragraph.key] = replace(paragraph, runs=joined(paragraph.runs))
    put = {gap: tuple(brought.get(key, key) for key in keys) for gap, keys in gaps(change.acts).items()}
    goes = {placed: gap for gap, entries in put.items() for placed in entries if isinstance(placed, str)}
    return Reading(change, splices, frozenset(deleted), goes, frozenset(kept), put)


def meet(tokens: tuple[Token, ...], one: Splice, other: Splice) -> bool:
    """Whether two splices of `tokens` touch: they share words or an edge, or both insert between the same two words, be it
    on either side of the blank."""
    if other.start < one.start:
        one, other = other, one
    if other.start <= one.stop:
        return True
    both_insert = one.start == one.stop and other.start == other.stop
    return both_insert and all(token.is_blank for token in tokens[one.stop : other.start])


def readings(base: Document, changes: Iterable[Change | Reading]) -> tuple[Reading, ...]:
    """The changes read against `base`, those that are already as they are. Raises NotOnBase."""
    words = Words(base)
    return tuple(each if isinstance(each, Reading) else reading(base, each, words) for each in changes)
