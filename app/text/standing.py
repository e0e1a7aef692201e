"""Where paragraphs come to stand when acts are made, told without building the text.

Takes time in the number of the acts, whatever the size of the base.
"""

from functools import cached_property

from app.text.apply import gaps
from app.text.change import Act, Delete
from app.text.document import Document


class Standing:
    """How the paragraphs of `base` and those that `acts`, which must be on it, bring stand to each other."""

    def __init__(self, base: Document, acts: tuple[Act, ...]) -> None:
        self.base = base
        self.gaps = gaps(acts)
        self.gone = frozenset(act.key for act in acts if isinstance(act, Delete))

    @cached_property
    def placed(self) -> tuple[str, ...]:
        """The keys that are inserted or moved, in the order in which they come to stand."""
        in_order = sorted(self.gaps, key=lambda gap: -1 if gap is None else self.base.place(gap))
        return tuple(key for gap in in_order for key in self.gaps[gap])

    def before(self, key: str) -> str | None:
        """The key of the paragraph that then stands before `key`, which stands itself; None at the beginning."""
        if key in self._places:
            gap, place = self._places[key]
            if place:
                return self.gaps[gap][place - 1]
        else:
            gap = self.base.before(key)
            if found := self._last(gap):
                return found
        while gap is not None and (gap in self.gone or gap in self._places):
            gap = self.base.before(gap)
            if found := self._last(gap):
                return found
        return gap

    @cached_property
    def _places(self) -> dict[str, tuple[str | None, int]]:
        return {key: (gap, place) for gap, keys in self.gaps.items() for place, key in enumerate(keys)}

    def _last(self, gap: str | None) -> str | None:
        """The last that is put into `gap`."""
        return self.gaps[gap][-1] if gap in self.gaps else None
