"""Where changes are rivals, place by place, in the size of the changes.

`app.text.clash` names the rivals two by two: a hundred amendments to the same words are some five thousand clashes. Here
they are one place with a hundred camps, of which one can have its way.
"""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from app.text.clash import ClashKind, words_at
from app.text.contest import Contest, Said
from app.text.diff import Splice
from app.text.reading import Gap, Reading
from app.text.tokens import Token

Camps = list[list[Reading]]


@dataclass(frozen=True, slots=True)
class Rivalry:
    """A place at which camps of changes, each named by their ids, want different things.

    Two changes clash just when some place has them in two camps. `key`, `start`, `stop`, `words` and `kind` are as in a
    Clash. The ids in a camp, and the camps by their first, are in the order of the changes.
    """

    key: str | None
    start: int
    stop: int
    words: str
    kind: ClashKind
    camps: tuple[tuple[Hashable, ...], ...]


def rivalries(contest: Contest) -> Iterator[Rivalry]:
    """The places at which the changes are rivals, in the order of the base."""
    yield from _at_gap(contest, None)
    for key in contest.base.keys:
        if (said := contest.said.get(key)) is not None:
            yield from _over_words(contest, key, said)
            yield from _over_paragraph(contest, key, said)
        yield from _at_gap(contest, key)


def _over_words(contest: Contest, key: str, said: Said) -> Iterator[Rivalry]:
    tokens = contest.words[key]
    splices = sorted(said.splices, key=lambda each: each[:2])
    around = list(_around_one_blank(tokens, splices))
    larger = {splice.start for met in around for splice in met}
    for met in (*_overlapping(splices), *around):
        if met not in around and met[0].start in larger and all(splice.start == splice.stop for splice in met):
            continue
        camps = [said.splices[splice] for splice in met]
        yield _rivalry(contest, key, met[0].start, max(splice.stop for splice in met), ClashKind.WORDS, camps)


def _overlapping(splices: Iterable[Splice]) -> Iterator[list[Splice]]:
    """The largest sets of splices, which come by where they start, that all share words or an edge."""
    still_open: list[Splice] = []
    for start, starting in groupby(splices, key=attrgetter("start")):
        reaching = [splice for splice in still_open if splice.stop >= start]
        if 1 < len(still_open) != len(reaching):
            yield still_open
        still_open = [*reaching, *starting]
    if len(still_open) > 1:
        yield still_open


def _around_one_blank(tokens: tuple[Token, ...], splices: Iterable[Splice]) -> Iterator[list[Splice]]:
    """The sets of splices that insert between the same two words, on either side of the blank."""
    found: dict[int, list[Splice]] = {}
    for splice in splices:
        if splice.start == splice.stop:
            place = splice.start
            while place and tokens[place - 1].is_blank:
                place -= 1
            found.setdefault(place, []).append(splice)
    return (met for met in found.values() if met[0].start != met[-1].start)


def _over_paragraph(contest: Contest, key: str, said: Said) -> Iterator[Rivalry]:
    end = len(contest.words[key])
    moving = list(said.moving.values())
    changing = list(dict.fromkeys((*said.editing, *(reading for makers in moving for reading in makers))))
    camps = [camp for camp in (said.deleting, said.keeping, changing) if camp]
    if len(camps) > 1:
        kind = ClashKind.DELETION if said.deleting else ClashKind.WORDS if said.editing else ClashKind.MOVE
        yield _rivalry(contest, key, 0, end, kind, camps)
    if len(moving) > 1:
        yield _rivalry(contest, key, 0, end, ClashKind.MOVE, moving)


def _at_gap(contest: Contest, gap: Gap) -> Iterator[Rivalry]:
    contents = list(contest.put.get(gap, {}).values())
    if not contents:
        return
    end = 0 if gap is None else len(contest.words[gap])
    if len(contents) > 1:
        yield _rivalry(contest, gap, end, end, ClashKind.INSERTION, contents)
    if gap is not None and gap in contest.said and (moving := contest.said[gap].moving):
        camps = [[reading for makers in groups for reading in makers] for groups in (contents, moving.values())]
        yield _rivalry(contest, gap, end, end, ClashKind.INSERTION, camps)
    for key in dict.fromkeys(key for makers in contents for reading in makers for key in _brought(reading, gap)):
        places = contest.brought[key]
        if len(places) > 1 and gap == min(places, key=lambda each: -1 if each is None else contest.base.place(each)):
            yield _rivalry(contest, gap, end, end, ClashKind.INSERTION, list(places.values()))


def _brought(reading: Reading, gap: Gap) -> Iterator[str]:
    return (entry.key for entry in reading.gaps[gap] if not isinstance(entry, str))


def _rivalry(contest: Contest, key: str | None, start: int, stop: int, kind: ClashKind, camps: Camps) -> Rivalry:
    words = "" if key is None else words_at(contest.words[key], start, stop)
    ranked = sorted(sorted(contest.rank[reading] for reading in camp) for camp in camps)
    return Rivalry(
        key, start, stop, words, kind, tuple(tuple(contest.readings[rank].id for rank in camp) for camp in ranked)
    )
