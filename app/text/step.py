"""The step from one revision to the next, looked at once for all the changes that are to take it."""

from functools import cached_property

from app.text.change import Move
from app.text.derive import acts_between
from app.text.diff import Splices, diff
from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.reading import Words
from app.text.runs import Runs, joined

Wording = tuple[Role, int, Runs]
"""A paragraph as it reads: role, level, and words in the fewest runs."""


class Step:
    """From `base` to `new`: what the revision changed, moved and added. What is looked up is kept for the next change."""

    def __init__(self, base: Document, new: Document) -> None:
        self.base = base
        self.new = new
        self.old_words = Words(base)
        self.new_words = Words(new)
        self._rewordings: dict[str, Splices] = {}

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

    @cached_property
    def added_by_wording(self) -> dict[Wording, tuple[str, ...]]:
        """The keys of the paragraphs added, by how they read, in order."""
        found: dict[Wording, tuple[str, ...]] = {}
        for paragraph in self.added:
            found[wording(paragraph)] = (*found.get(wording(paragraph), ()), paragraph.key)
        return found

    def reworded(self, key: str) -> bool:
        """Whether the paragraph `key`, which both texts have, reads otherwise."""
        old, new = self.base[key].runs, self.new[key].runs
        return old != new and joined(old) != joined(new)

    def rewording(self, key: str) -> Splices:
        """What the revision changed in the paragraph `key`, which both texts have."""
        splices = self._rewordings.get(key)
        if splices is None:
            splices = self._rewordings[key] = diff(self.old_words[key], self.new_words[key])
        return splices


def wording(paragraph: Paragraph) -> Wording:
    """How `paragraph` reads, whatever its key."""
    return paragraph.role, paragraph.level, joined(paragraph.runs)
