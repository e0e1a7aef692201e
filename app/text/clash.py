"""Where changes cannot all be made.

What counts as a clash, and what does not, is said in `app.text.contest`.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations, product

from app.text.change import Change
from app.text.contest import Contest, Said
from app.text.diff import Splice
from app.text.document import Document
from app.text.reading import Gap, Reading, meet
from app.text.runs import plain
from app.text.tokens import Token, untokenise


class ClashKind(StrEnum):
    """What is contested: some words, whether a paragraph goes, where it goes, or what stands at one place."""

    WORDS = "words"
    DELETION = "deletion"
    MOVE = "move"
    INSERTION = "insertion"


@dataclass(frozen=True, slots=True)
class Clash:
    """Two changes that are rivals at one place; `one` came first among the changes.

    `key` is the paragraph concerned; where paragraphs are put into one gap, the one before it (None: the beginning).
    `start` and `stop` are tokens of it, the union of what both touch: all of it for a whole paragraph, its end for a gap.
    `words` are the words of the base there; where there are none, as between two words, the words on either side.
    """

    one: Hashable
    other: Hashable
    key: str | None
    start: int
    stop: int
    words: str
    kind: ClashKind


def clashes(base: Document, changes: Sequence[Change | Reading]) -> tuple[Clash, ...]:
    """Every clash between two of the changes, in the order of the base.

    Takes time in the size of the changes and of the answer. Raises NotOnBase.
    """
    return clashes_of(Contest(base, changes))


def clashes_of(contest: Contest) -> tuple[Clash, ...]:
    """As `clashes`, of changes already set against each other."""
    return tuple(dict.fromkeys(_Finder(contest).all()))


Pair = tuple[Reading, Reading]


class _Finder:
    def __init__(self, contest: Contest) -> None:
        self.contest = contest

    def all(self) -> Iterator[Clash]:
        yield from self.at_gap(None)
        for key in self.contest.base.keys:
            if key in self.contest.said:
                said = self.contest.said[key]
                yield from self.of_words(key, said)
                yield from self.of_paragraph(key, said)
            yield from self.at_gap(key)

    def of_words(self, key: str, said: Said) -> Iterator[Clash]:
        tokens = self.contest.words[key]
        still_open: list[tuple[Splice, list[Reading]]] = []
        for splice, makers in sorted(said.splices.items(), key=lambda item: item[0][:2]):
            still_open = [(other, others) for other, others in still_open if meet(tokens, other, splice)]
            for other, others in still_open:
                for pair in _pairs(others, makers):
                    yield self.clash(pair, key, other.start, max(other.stop, splice.stop), ClashKind.WORDS)
            still_open.append((splice, makers))

    def of_paragraph(self, key: str, said: Said) -> Iterator[Clash]:
        end = len(self.contest.words[key])
        moving = [reading for makers in said.moving.values() for reading in makers]
        for pair in _pairs(said.keeping, said.editing):
            splices = next(reading for reading in pair if key in reading.splices).splices[key]
            yield self.clash(pair, key, splices[0].start, splices[-1].stop, ClashKind.WORDS)
        for rivals in (said.editing, said.keeping, moving):
            for pair in _pairs(said.deleting, rivals):
                yield self.clash(pair, key, 0, end, ClashKind.DELETION)
        for pair in (*_pairs(said.keeping, moving), *_all_pairs(said.moving.values())):
            yield self.clash(pair, key, 0, end, ClashKind.MOVE)

    def at_gap(self, gap: Gap) -> Iterator[Clash]:
        end = 0 if gap is None else len(self.contest.words[gap])
        for pair in self.pairs_at_gap(gap):
            yield self.clash(pair, gap, end, end, ClashKind.INSERTION)

    def pairs_at_gap(self, gap: Gap) -> Iterator[Pair]:
        contents = self.contest.put.get(gap)
        if not contents:
            return
        yield from _all_pairs(contents.values())
        if gap is not None and gap in self.contest.said:
            makers = [reading for group in contents.values() for reading in group]
            for movers in self.contest.said[gap].moving.values():
                yield from _pairs(makers, movers)
        yield from self.pairs_of_one_key(gap)

    def pairs_of_one_key(self, gap: Gap) -> Iterator[Pair]:
        """Who brings a paragraph to `gap` under a key under which others bring one to a later gap."""
        place = self.place(gap)
        for makers in self.contest.put[gap].values():
            for key in {getattr(entry, "key", None) for reading in makers for entry in reading.gaps[gap]}:
                brought = self.contest.brought.get(key, {}) if key is not None else {}
                later = [reading for at, group in brought.items() if self.place(at) > place for reading in group]
                yield from _pairs(brought.get(gap, ()), later)

    def place(self, gap: Gap) -> int:
        return -1 if gap is None else self.contest.base.place(gap)

    def clash(self, pair: Pair, key: str | None, start: int, stop: int, kind: ClashKind) -> Clash:
        one, other = sorted(pair, key=self.contest.rank.__getitem__)
        words = "" if key is None else words_at(self.contest.words[key], start, stop)
        return Clash(one.id, other.id, key, start, stop, words, kind)


def _pairs(some: Iterable[Reading], others: Iterable[Reading]) -> Iterator[Pair]:
    return ((one, other) for one, other in product(some, others) if one is not other)


def _all_pairs(groups: Iterable[list[Reading]]) -> Iterator[Pair]:
    for some, others in combinations(groups, 2):
        yield from _pairs(some, others)


def words_at(tokens: tuple[Token, ...], start: int, stop: int) -> str:
    """The words from token `start` to before `stop`; where there are none, the words on either side. A full stop alone
    tells nobody the place: there it is with the word it stands at."""

    def said() -> str:
        return plain(untokenise(tokens[start:stop])).strip()

    if not said():
        while start > 0 and tokens[start - 1].is_blank:
            start -= 1
        while stop < len(tokens) and tokens[stop].is_blank:
            stop += 1
        start, stop = max(start - 1, 0), min(stop + 1, len(tokens))
    while start > 0 and not any(map(str.isalnum, said())):
        start -= 1
    return said()
