"""Changes as they may be shown without saying whose they are."""

from collections.abc import Iterable, Mapping

from app.text.change import Act, Change, Delete, Insert, Keep, Move, Replace
from app.text.document import Document
from app.text.runs import Runs

_Place = tuple[int, ...]
_Said = tuple[_Place, str, str, _Place]


def by_what_they_say(base: Document, changes: Iterable[Change]) -> list[Change]:
    """`changes`, which fit `base`, in an order that tells nothing of who made them or when: by where they begin, then by
    what they say; those without acts first. Raises KeyError for a change that is not on `base`."""
    places = _places(base)
    return sorted(changes, key=lambda change: _begins(_said(change.acts, places)))


def unnamed(base: Document, changes: Iterable[Change]) -> list[Change]:
    """The same, those that say the same as one; those without acts, which say nothing without a name, are left out."""
    places = _places(base)
    found: dict[tuple[_Said, ...], Change] = {}
    for change in changes:
        if change.acts:
            found.setdefault(_said(change.acts, places), change)
    return by_what_they_say(base, found.values())


def _places(base: Document) -> dict[str | None, _Place]:
    return {None: (-1,), **{key: (place,) for place, key in enumerate(base.keys)}}


def _begins(said: tuple[_Said, ...]) -> tuple[_Place, tuple[_Said, ...]]:
    return min((place for place, *_ in said), default=()), said


def _said(acts: Iterable[Act], base: Mapping[str | None, _Place]) -> tuple[_Said, ...]:
    """What acts do, without the keys of what they bring: those differ where the words do not."""
    places = dict(base)
    out: list[_Said] = []
    for number, act in enumerate(acts):
        match act:
            case Replace(key, runs):
                out.append((places[key], "replace", _words(runs), ()))
            case Delete(key):
                out.append((places[key], "delete", "", ()))
            case Keep(key):
                out.append((places[key], "keep", "", ()))
            case Move(key, after):
                out.append((places[key], "move", "", places[after]))
            case Insert(paragraph, after):
                # It is known by the act that brings it: of many put one behind the other, a chain would grow with each.
                places[paragraph.key] = (places[after][0], number)
                words = f"{_words(paragraph.runs)} {paragraph.role} {paragraph.level}"
                out.append((places[after], "insert", words, ()))
    return tuple(out)


def _words(runs: Runs) -> str:
    """What sorts by the words, and differs where marks or footnotes do."""
    marks = "|".join(f"{len(run.text)}{sorted(run.marks)}{run.note or ''}" for run in runs)
    return f"{''.join(run.text for run in runs)}\0{marks}"
