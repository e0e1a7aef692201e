"""What changed between two token sequences: the only door to the diff engine.

The answer depends on the two sequences alone: no clock, no chance. Its memory is bounded, whatever their length.

**The readability rule.** First the most words that can be kept are kept: the words then marked are the least possible.
Between them the most signs are kept, and the blanks beside both. Then the marks are made easy to read:

1. What is kept between two changes and is only blanks is marked with them ("foo bar" for "old text" is one change).
2. Where the same words can be marked at several places, two changes are made one if they can be; else the change begins
   and ends at the beginning of the text, the end of a sentence, behind a comma, at the beginning of a word, in this order
   of preference. An inserted phrase so carries the blank that follows it, or at the end of a sentence the one before it.
3. What is kept between two longer changes and is only a very common short word or a comma is marked with them, the
   shortest first and of these the ones between the longest changes, as long as the words marked beyond the least possible
   are at most one twentieth (`TOLERANCE`) of them, in all texts that are compared together (`diffs`). So there are as few
   marks as can be. Words that bear the meaning ("not", "shall") and brackets are never marked that way.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import NamedTuple

from app.text.matching import matches
from app.text.readable import Hunk, Read, phrases, readable
from app.text.tokens import Token, word_places


class Splice(NamedTuple):
    """`tokens` in place of the tokens from `start` to before `stop` of the old sequence.

    In a sequence of splices each lies after the one before it and does not touch it.
    """

    start: int
    stop: int
    tokens: tuple[Token, ...]


Splices = tuple[Splice, ...]


def diff(old: tuple[Token, ...], new: tuple[Token, ...]) -> Splices:
    """The splices that make `new` of `old`, as a person would mark them. Empty when the two are equal."""
    (splices,) = diffs(((old, new),))
    return splices


def diffs(pairs: Iterable[tuple[tuple[Token, ...], tuple[Token, ...]]]) -> tuple[Splices, ...]:
    """The splices of several pairs, old and new, that are read together, as the paragraphs of two texts are."""
    texts = [Read(old, new, readable(old, new, _hunks_within(old, new)) if old != new else ()) for old, new in pairs]
    return tuple(
        tuple(Splice(hunk.start, hunk.stop, tuple(new[hunk.new_start : hunk.new_stop])) for hunk in hunks)
        for (_, new, _), hunks in zip(texts, phrases(texts), strict=True)
    )


def splice(tokens: tuple[Token, ...], splices: Sequence[Splice]) -> tuple[Token, ...]:
    """`tokens` with the splices made. `splice(old, diff(old, new)) == new`.

    Raises ValueError when the splices are out of order or beyond the end.
    """
    out: list[Token] = []
    place = 0
    for start, stop, inserted in splices:
        if not place <= start <= stop <= len(tokens):
            raise ValueError("splices must be in order and within the text")
        out += tokens[place:start]
        out += inserted
        place = stop
    return (*out, *tokens[place:])


def invert(tokens: tuple[Token, ...], splices: Sequence[Splice]) -> Splices:
    """The splices that make `tokens` again of what `splices` make of them."""
    out: list[Splice] = []
    shift = 0
    for start, stop, inserted in splices:
        out.append(Splice(start + shift, start + shift + len(inserted), tokens[start:stop]))
        shift += len(inserted) - (stop - start)
    return tuple(out)


def _hunks_within(old: tuple[Token, ...], new: tuple[Token, ...]) -> Iterator[Hunk]:
    """The hunks, looked for only between what is equal at the two ends."""
    shorter = min(len(old), len(new))
    start = next((place for place in range(shorter) if old[place] != new[place]), shorter)
    end = next((place for place in range(shorter - start) if old[-1 - place] != new[-1 - place]), shorter - start)
    for first, stop, new_first, new_stop in _hunks(old[start : len(old) - end], new[start : len(new) - end]):
        yield Hunk(first + start, stop + start, new_first + start, new_stop + start)


def _hunks(old: Sequence[Token], new: Sequence[Token]) -> Iterator[Hunk]:
    """What is not kept, when as many words as possible are, then as many signs between them, and the blanks beside both."""
    names: defaultdict[Token, int] = defaultdict(count().__next__)
    old_words, new_words = word_places(old), word_places(new)
    start = new_start = 0
    for stop, new_stop in [*_kept(old, new, old_words, new_words, names), (len(old), len(new))]:
        if old[start:stop] != new[new_start:new_stop]:
            signs = [place for place in range(start, stop) if not old[place].text.isspace()]
            new_signs = [place for place in range(new_start, new_stop) if not new[place].text.isspace()]
            for end, new_end in [*_kept(old, new, signs, new_signs, names), (stop, new_stop)]:
                yield from _trimmed(old, new, Hunk(start, end, new_start, new_end))
                start, new_start = end + 1, new_end + 1
        start, new_start = stop + 1, new_stop + 1


def _kept(
    old: Sequence[Token],
    new: Sequence[Token],
    places: Sequence[int],
    new_places: Sequence[int],
    names: Mapping[Token, int],
) -> Iterator[tuple[int, int]]:
    """Which of the tokens at `places` stay, with where they are in the new; `names` numbers equal tokens equally."""
    if places and new_places:
        numbers, new_numbers = [names[old[place]] for place in places], [names[new[place]] for place in new_places]
        for place, new_place in matches(numbers, new_numbers):
            yield places[place], new_places[new_place]


def _trimmed(old: Sequence[Token], new: Sequence[Token], hunk: Hunk) -> Iterator[Hunk]:
    """The hunk without what is equal at its two ends; nothing if that is all of it."""
    start, stop, new_start, new_stop = hunk
    while start < stop and new_start < new_stop and old[start] == new[new_start]:
        start, new_start = start + 1, new_start + 1
    while start < stop and new_start < new_stop and old[stop - 1] == new[new_stop - 1]:
        stop, new_stop = stop - 1, new_stop - 1
    if start < stop or new_start < new_stop:
        yield Hunk(start, stop, new_start, new_stop)
