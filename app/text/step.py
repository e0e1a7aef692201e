"""The step from one revision to the next, looked at once for all the changes that are to take it."""

from functools import cached_property

from app.text.change import Move
from app.text.derive import acts_between
from app.text.document import Document
from app.text.paragraph import Paragraph


class Step:
    """From `base` to `new`: which paragraphs the revision moved, and which it added."""

    def __init__(self, base: Document, new: Document) -> None:
        self.base = base
        self.new = new

    @cached_property
    def is_none(self) -> bool:
        """Whether the two are the same text."""
        return self.base == self.new

    @cached_property
    def moved(self) -> frozenset[str]:
        """The fewest paragraphs that must be moved to come from one order to the other."""
        return frozenset(act.key for act in acts_between(self.base, self.new) if isinstance(act, Move))

    @cached_property
    def added(self) -> tuple[Paragraph, ...]:
        """The paragraphs of `new` that `base` does not have, in order."""
        return tuple(paragraph for paragraph in self.new if paragraph.key not in self.base)
