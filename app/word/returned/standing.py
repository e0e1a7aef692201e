"""What a new or moved paragraph stands after, so that it finds its place also where not all before it are taken along."""

from collections.abc import Sequence
from functools import cached_property
from typing import TypeGuard

from app.text.document import Document

MOST = 100
"""How many new paragraphs before it are told of each: of thousands in a row, to tell all would take memory for millions."""


class Standing:
    """The order of a file with all its changes (`result`), and without (`original`) for what went, under keys of `base`.

    What one put in and another took out again is in neither, but in `order`: all there is in the file, in order.
    """

    def __init__(self, base: Document, result: Document, original: Document, order: Sequence[str] = ()) -> None:
        self._base = base
        self._result = result
        self._original = original
        self._order = order
        self._anchors: dict[str | None, str | None] = {}

    def behind(self, key: str, after: str | None) -> tuple[str | None, ...]:
        """What `key`, which one put after `after`, can stand after: back to what the base has (None: the beginning).

        New ones that others put between the two are before it too.
        """
        in_the_end = self._back(self._before(key))
        return in_the_end if after in in_the_end else self._back(after)

    def _back(self, after: str | None) -> tuple[str | None, ...]:
        """From `after` back to one that the base has, new ones between them."""
        found = [after]
        while self._is_new(last := found[-1]):
            found.append(self._before(last) if len(found) < MOST else self._anchor(last))
        return tuple(found)

    def _is_new(self, key: str | None) -> TypeGuard[str]:
        return key is not None and key not in self._base

    def _before(self, key: str) -> str | None:
        for holder in (self._result, self._original):
            if key in holder:
                return holder.before(key)
        place = self._places.get(key, 0)
        return self._order[place - 1] if place else None

    @cached_property
    def _places(self) -> dict[str, int]:
        return {key: place for place, key in enumerate(self._order)}

    def _anchor(self, key: str) -> str | None:
        """The nearest before a new paragraph that the base has."""
        way: list[str] = []
        step: str | None = key
        while self._is_new(step) and step not in self._anchors:
            way.append(step)
            step = self._before(step)
        found = self._anchors.get(step, step)
        self._anchors.update(dict.fromkeys(way, found))
        return found
