"""Which of the changes found belong into one amendment, unless somebody says otherwise."""

from collections.abc import Sequence

from app.text.change import Act, Delete, Insert, Replace
from app.text.document import Document
from app.text.likeness import CONTAINED, words_of
from app.text.runs import plain
from app.word.returned.values import Found

_FEW = 3
"""Words from which on finding them elsewhere tells something."""


def grouped(base: Document, found: Sequence[Found]) -> tuple[int, ...]:
    """For each change the number of its amendment, from 0; `found` is in the order of the text.

    One amendment a paragraph and author. Together go what cannot well be apart: a paragraph that was split or merged, one
    that was taken out and written anew in its place, and new ones that follow each other.
    """
    numbers: list[int] = []
    following = 0
    for place, one in enumerate(found):
        number = following
        for earlier in range(place - 1, max(-1, place - 4), -1):
            if found[earlier].authors == one.authors and _belong(base, found[earlier], one):
                number = numbers[earlier]
                break
        numbers.append(number)
        following = max(following, number + 1)
    return tuple(numbers)


def _belong(base: Document, one: Found, other: Found) -> bool:
    """Whether `other`, which comes later, goes with `one`."""
    coming = _first(other, Insert)
    if coming is not None:
        if one.key in other.behind and (_first(one, Insert) or _first(one, Delete)):
            return True
        if _first(one, Insert) and one.behind[-1:] == other.behind[-1:]:
            return True
        if one.key in base and other.behind and other.behind[-1] in (one.key, base.before(one.key)):
            split = isinstance(coming, Insert) and _within(plain(coming.paragraph.runs), base[one.key].text)
            return _first(one, Delete) is not None or split
        return False
    if _first(other, Delete) and one.key in base and other.key in base:
        follows = base.place(other.key) - base.place(one.key) == 1
        words = _first(one, Replace)
        return follows and isinstance(words, Replace) and _within(base[other.key].text, plain(words.runs))
    return False


def _first(found: Found, kind: type[Act]) -> Act | None:
    return next((act for act in found.acts if isinstance(act, kind)), None)


def _within(part: str, text: str) -> bool:
    """Whether nearly all words of `part` stand in `text`."""
    names: dict[str, int] = {}
    few, many = words_of(part, names), words_of(text, names)
    return len(few) >= _FEW and sum(word in many for word in few) / len(few) >= CONTAINED
