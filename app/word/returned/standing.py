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

    def anchor(self, key: str | None) -> str | None:
        """What the base has (None: the beginning): `key` itself, or the nearest before a new one."""
        way: list[str] = []
        step = key
        while self._is_new(step) and step not in self._anchors:
            way.append(step)
            step = self._before(step)
        found = self._anchors.get(step, step)
        self._anchors.update(dict.fromkeys(way, found))
        return found

    def place(self, key: str | None) -> int:
        """Where in the file `key` stands; -1 before all."""
        return -1 if key is None else self._places.get(key, -1)

    def _back(self, after: str | None) -> tuple[str | None, ...]:
        """From `after` back to one that the base has, new ones between them."""
        found = [after]
        while self._is_new(last := found[-1]):
            found.append(self._before(last) if len(found) < MOST else self.anchor(last))
        return tuple(found)

    def _is_new(self, key: str | None) -> TypeGuard[str]:
        return key is not None and key not in self._base

    def _before(self, key: str) -> str | None:
        for holder in (self._result, self._original):
            if key in holder:
                return holder.before(key)
        place = self.place(key)
        return self._order[place - 1] if place > 0 else None

    @cached_property
    def _places(self) -> dict[str, int]:
        return {key: place for place, key in enumerate(self._order)}
