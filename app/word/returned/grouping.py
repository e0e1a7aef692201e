"""Which of the changes found belong into one amendment, unless somebody says otherwise."""

from collections.abc import Iterator, Sequence

from app.text.change import Act, Delete, Insert, Move, Replace
from app.text.document import Document
from app.text.likeness import CONTAINED, words_of
from app.text.runs import plain
from app.word.returned.values import Found

_FEW = 3
"""Words from which on finding them elsewhere tells something."""


def grouped(base: Document, found: Sequence[Found]) -> tuple[int, ...]:
    """For each change the number of its amendment, from 0; `found` is in the order of the text.

    One amendment a paragraph and author. Together go what cannot well be apart: a paragraph that was split or merged, one
    that was taken out and written anew in its place, and new or moved ones that follow each other.
    """
    numbers: list[int] = []
    following = 0
    swallowed = _swallowed(base, found)
    for place, one in enumerate(found):
        number = following
        if place in swallowed:
            number = numbers[swallowed[place]]
        else:
            for earlier in range(place - 1, max(-1, place - 4), -1):
                if found[earlier].authors == one.authors and _belong(base, found[earlier], one):
                    number = numbers[earlier]
                    break
        numbers.append(number)
        following = max(following, number + 1)
    return tuple(numbers)


def _swallowed(base: Document, found: Sequence[Found]) -> dict[int, int]:
    """For each change that deletes a paragraph which ran into another, or one between the two, the change of that other."""
    into: dict[int, int] = {}
    for place, one in enumerate(found):
        words = _first(one, Replace)
        if isinstance(words, Replace) and one.key in base:
            gone = list(_gone_behind(base, found, place))
            for last, at in enumerate(gone):
                if _swallows(base[one.key].text, plain(words.runs), base[found[at].key].text):
                    into |= dict.fromkeys(gone[: last + 1], place)
    return into


def _gone_behind(base: Document, found: Sequence[Found], place: int) -> Iterator[int]:
    """The changes by the same hands that delete what stands next to that paragraph, one paragraph after the other."""
    following = base.place(found[place].key) + 1
    for at in range(place + 1, len(found)):
        there = base.place(found[at].key) if found[at].key in base else -1
        if there > following:
            return
        if there == following and found[at].authors == found[place].authors and _first(found[at], Delete):
            following += 1
            yield at


def _belong(base: Document, one: Found, other: Found) -> bool:
    """Whether `other`, which comes later, goes with `one`."""
    if _first(one, Move) and other.behind[:1] == (one.key,):
        return True
    if _first(one, Insert) and one.key in other.behind:
        return True
    coming = _first(other, Insert)
    if not isinstance(coming, Insert):
        return False
    if _first(one, Delete) and one.key in other.behind:
        return True
    if _first(one, Insert) and one.behind[-1:] == other.behind[-1:]:
        return True
    if one.key in base and other.behind and other.behind[-1] in (one.key, base.before(one.key)):
        return _first(one, Delete) is not None or _within(plain(coming.paragraph.runs), base[one.key].text)
    return False


def _swallows(before: str, after: str, other: str) -> bool:
    """Whether the words of `other` stand in `after`, or what this has beyond `before` is from there: of both some words may
    have gone with the border between them."""
    if _within(other, after):
        return True
    names: dict[str, int] = {}
    old, new, theirs = words_of(before, names), words_of(after, names), words_of(other, names)
    come = [word for word in new if word not in old]
    return len(come) >= _FEW and sum(word in theirs for word in come) / len(come) >= CONTAINED


def _first(found: Found, kind: type[Act]) -> Act | None:
    return next((act for act in found.acts if isinstance(act, kind)), None)


def _within(part: str, text: str) -> bool:
    """Whether nearly all words of `part` stand in `text`."""
    names: dict[str, int] = {}
    few, many = words_of(part, names), words_of(text, names)
    return len(few) >= _FEW and sum(word in many for word in few) / len(few) >= CONTAINED
