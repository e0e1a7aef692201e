"""One paragraph become two, and two become one: how it is done, and how it is seen.

To split, the paragraph keeps its key for the first part; the second comes under a key of its own, behind it. To join, the
first takes the words of the second, which goes, and keeps its own role. The parts of a split have the role the whole had,
but for a chapeau, which leads only once: its second part is an item below it.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from app.text.align import Pair
from app.text.change import Delete, Insert, Replace
from app.text.document import Document
from app.text.likeness import Words, words_of
from app.text.matching import matches
from app.text.paragraph import Paragraph, Role
from app.text.runs import Run, joined
from app.text.tokens import tokenise, untokenise

PART = 0.75
"""What part of a paragraph's words must be those that the other lost, for it to be split off from it."""

LEAST = 3
"""How many words of weight a part must have to be known again."""


class Split(NamedTuple):
    """A paragraph of the old text and what it is in the new, in order: two paragraphs or more."""

    old: Paragraph
    news: tuple[Paragraph, ...]


class Joined(NamedTuple):
    """Paragraphs of the old text, two or more, in order, and the one they are in the new."""

    olds: tuple[Paragraph, ...]
    new: Paragraph


def split(paragraph: Paragraph, token: int, new_key: str) -> tuple[Replace, Insert]:
    """The acts that split a paragraph before a token, from 0; the blank there belongs to neither part.

    Raises IndexError when a part would have no words.
    """
    tokens = tokenise(paragraph.runs)
    stop = token - 1 if 0 < token <= len(tokens) and tokens[token - 1].is_blank else token
    start = token + 1 if 0 <= token < len(tokens) and tokens[token].is_blank else token
    if not 0 < stop <= start < len(tokens):
        raise IndexError("there must be words on both sides")
    role = Role.ITEM if paragraph.role is Role.CHAPEAU else paragraph.role
    second = Paragraph(new_key, role, untokenise(tokens[start:]), paragraph.level)
    return Replace(paragraph.key, untokenise(tokens[:stop])), Insert(second, paragraph.key)


def join(first: Paragraph, second: Paragraph) -> tuple[Replace, Delete]:
    """The acts that make one paragraph of two, with a blank between their words."""
    between = (Run(" "),) if first.runs and second.runs else ()
    return Replace(first.key, joined((*first.runs, *between, *second.runs))), Delete(second.key)


def joined_and_split(old_text: Document, pairs: Sequence[Pair]) -> tuple[Split | Joined, ...]:
    """What of the pairs of `old_text` and another is not a change beside an insertion or a deletion, but a split or a join.

    A paragraph that comes directly before or behind a changed one, and has for the most part words that this one lost, was
    split off from it; one that goes beside a changed one, and had the words that this one won, was joined to it. What was
    joined stood together, with nothing between that was moved away.
    """
    names: dict[str, int] = {}
    news = [pair for pair in pairs if pair.new is not None]
    places = {pair.old.key: place for place, pair in enumerate(news) if pair.old is not None}
    of = {pair.old.key: pair for pair in pairs if pair.old is not None}
    olds = [of[key] for key in old_text.keys]
    coming = [pair.new if pair.old is None else None for pair in news]
    going = [pair.old if pair.new is None else None for pair in olds]
    taken: set[str] = set()
    found: list[tuple[int, Split | Joined]] = []
    for old_place, pair in enumerate(olds):
        if pair.old is None or pair.new is None or pair.score == 1.0:
            continue
        place = places[pair.old.key]
        if not any(coming[max(0, place - 1) : place + 2]) and not any(going[max(0, old_place - 1) : old_place + 2]):
            continue
        old, new = words_of(pair.old.text, names), words_of(pair.new.text, names)
        lost, won = _left_over(old, new), _left_over(new, old)
        parts = _around(coming, place, lost, names, taken)
        if len(parts) > 1:
            found.append((place, Split(pair.old, tuple(part or pair.new for part in parts))))
        parts = _around(going, old_place, won, names, taken)
        if len(parts) > 1:
            found.append((place, Joined(tuple(part or pair.old for part in parts), pair.new)))
    return tuple(each for _, each in sorted(found, key=lambda one: one[0]))


def _around(
    alone: Sequence[Paragraph | None], place: int, words: Words, names: dict[str, int], taken: set[str]
) -> list[Paragraph | None]:
    """The paragraphs beside `place` that are made of `words`, in order, with None for the one at `place` itself."""
    before = _run(alone, range(place - 1, -1, -1), words, names, taken)
    after = _run(alone, range(place + 1, len(alone)), words, names, taken)
    return [*[*before][::-1], None, *after]


def _run(
    alone: Sequence[Paragraph | None], places: range, words: Words, names: dict[str, int], taken: set[str]
) -> Iterator[Paragraph]:
    for place in places:
        paragraph = alone[place]
        if paragraph is None or paragraph.key in taken:
            return
        own = words_of(paragraph.text, names)
        if len(own) < LEAST or LCSseq.similarity(own, words) < PART * len(own):
            return
        taken.add(paragraph.key)
        yield paragraph


def _left_over(words: Words, others: Words) -> Words:
    """The words that are not matched by any of the others."""
    kept = {place for place, _ in matches([*map(ord, words)], [*map(ord, others)])}
    return "".join(word for place, word in enumerate(words) if place not in kept)
