"""A change made on its base.

Where things come to stand does not depend on the order in which acts are carried out: every paragraph of the base that is
not moved keeps its place, and what is inserted or moved follows the paragraph it names, in the order of the acts. It
follows it wherever that paragraph goes; where that paragraph is deleted, it stands in its stead.
"""

from collections.abc import Iterator
from dataclasses import replace

from app.text.change import Act, Delete, Insert, Keep, Move, Replace
from app.text.document import Document
from app.text.paragraph import Paragraph
from app.text.runs import Runs, joined


class NotOnBase(ValueError):
    """The acts cannot be made on this base. `key` is the paragraph at which they fail; None is the beginning."""

    def __init__(self, key: str | None, why: str) -> None:
        super().__init__(f"{why}: {key!r}")
        self.key = key


def apply(base: Document, acts: tuple[Act, ...]) -> Document:
    """`base` as it reads when the acts are made; their words in the fewest runs.

    Raises NotOnBase when an act names a paragraph the base does not have, an Insert brings a key that is there already, or
    two acts contradict each other.
    """
    check(base, acts)
    words: dict[str, Runs] = {}
    gone: set[str] = set()
    brought: dict[str, Paragraph] = {}
    for act in acts:
        match act:
            case Replace(key, runs):
                words[key] = joined(runs)
            case Delete(key):
                gone.add(key)
            case Insert(paragraph, _):
                brought[paragraph.key] = replace(paragraph, runs=joined(paragraph.runs))

    def standing() -> Iterator[Paragraph]:
        for key in order(base, acts):
            if key in brought:
                yield brought[key]
            elif key not in gone:
                yield replace(base[key], runs=words[key]) if key in words else base[key]

    return Document(standing())


def check(base: Document, acts: tuple[Act, ...]) -> None:
    """Raises NotOnBase as `apply` does, without building the text."""
    brought: set[str] = set()
    said: dict[str, set[type]] = {}
    follows: dict[str, str | None] = {}
    for act in acts:
        if isinstance(act, Insert | Move):
            if act.after is not None and act.after not in base and act.after not in brought:
                raise NotOnBase(act.after, "no such paragraph to stand after")
            key = act.paragraph.key if isinstance(act, Insert) else act.key
            if isinstance(act, Insert) and (key in base or key in brought):
                raise NotOnBase(key, "a paragraph with this key is there already")
            if key in follows:
                raise NotOnBase(key, "moved twice")
            follows[key] = act.after
        if isinstance(act, Insert):
            brought.add(act.paragraph.key)
            continue
        if act.key not in base:
            raise NotOnBase(act.key, "no such paragraph")
        before = said.setdefault(act.key, set())
        if before and not _agree(before, type(act)):
            raise NotOnBase(act.key, "two acts of one change contradict each other")
        before.add(type(act))
    _check_circles(follows)


def order(base: Document, acts: tuple[Act, ...]) -> Iterator[str]:
    """The keys as they stand when the acts, which must be on the base, are made; the deleted ones where they stood."""
    followers = _followers(acts)
    moved = {act.key for act in acts if isinstance(act, Move)}
    yield from _behind(followers, None)
    for key in base.keys:
        if key not in moved:
            yield key
            yield from _behind(followers, key)


def gaps(acts: tuple[Act, ...]) -> dict[str | None, tuple[str, ...]]:
    """Where the acts, which must be on a base, put paragraphs: for each paragraph of the base that keeps its place (None:
    the beginning) the keys that come to stand between it and the next."""
    followers = _followers(acts)
    placed = {act.paragraph.key if isinstance(act, Insert) else act.key for act in acts if isinstance(act, Insert | Move)}
    return {after: tuple(_behind(followers, after)) for after in followers if after not in placed}


def _agree(before: set[type], act: type[Act]) -> bool:
    """Whether one change may say `act` of a paragraph of which it has said the ones before."""
    if act in before:
        return act in (Delete, Keep)
    return {*before, act} == {Replace, Move}


def _check_circles(follows: dict[str, str | None]) -> None:
    settled: set[str | None] = set()
    for key in follows:
        path: set[str | None] = set()
        step: str | None = key
        while step in follows and step not in settled:
            if step in path:
                raise NotOnBase(step, "paragraphs that each stand after the other")
            path.add(step)
            step = follows[step]
        settled |= path


def _followers(acts: tuple[Act, ...]) -> dict[str | None, list[str]]:
    followers: dict[str | None, list[str]] = {}
    for act in acts:
        if isinstance(act, Insert):
            followers.setdefault(act.after, []).append(act.paragraph.key)
        elif isinstance(act, Move):
            followers.setdefault(act.after, []).append(act.key)
    return followers


def _behind(followers: dict[str | None, list[str]], key: str | None) -> Iterator[str]:
    waiting = list(reversed(followers.get(key, ())))
    while waiting:
        follower = waiting.pop()
        yield follower
        waiting += reversed(followers.get(follower, ()))
