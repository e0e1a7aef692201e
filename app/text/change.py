"""A change: what an author proposes to do to a base text, said in whole paragraphs.

An act names paragraphs of the base by key. `after=None` means the beginning of the text. The `after` of an Insert or a
Move may also name a paragraph that an earlier Insert of the same change brought.
"""

from collections.abc import Hashable
from dataclasses import dataclass

from app.text.paragraph import Paragraph
from app.text.runs import Runs


@dataclass(frozen=True, slots=True)
class Replace:
    """The paragraph `key` shall read `runs`."""

    key: str
    runs: Runs


@dataclass(frozen=True, slots=True)
class Delete:
    """The paragraph `key` shall go."""

    key: str


@dataclass(frozen=True, slots=True)
class Insert:
    """`paragraph`, with a key the base does not have, shall stand after `after`."""

    paragraph: Paragraph
    after: str | None


@dataclass(frozen=True, slots=True)
class Move:
    """The paragraph `key`, words unchanged, shall stand after `after`."""

    key: str
    after: str | None


@dataclass(frozen=True, slots=True)
class Keep:
    """The paragraph `key` shall stay as it is ("no change")."""

    key: str


Act = Replace | Delete | Insert | Move | Keep


@dataclass(frozen=True, slots=True)
class Change:
    """Acts by one author on one base. `id` and `author` mean nothing here: they are carried, never read.

    A change with no acts is a proposal on the text as a whole.
    """

    id: Hashable
    acts: tuple[Act, ...]
    author: Hashable = None

    @property
    def keys(self) -> frozenset[str]:
        """The paragraphs of the base this change touches (not those it only stands next to)."""
        return frozenset(act.key for act in self.acts if not isinstance(act, Insert))
