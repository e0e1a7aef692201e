"""Several changes made at once, if they can be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from app.text.apply import apply
from app.text.change import Act, Change, Delete, Insert, Move, Replace
from app.text.clash import Clash, clashes_of
from app.text.contest import Contest
from app.text.diff import splice
from app.text.document import Document
from app.text.paragraph import Paragraph
from app.text.reading import Gap, Reading
from app.text.rivalry import Rivalry, rivalries
from app.text.tokens import untokenise


@dataclass(frozen=True, slots=True)
class Merged:
    """All changes made: the text as it then reads, and the acts that make it of the base."""

    document: Document
    acts: tuple[Act, ...]


@dataclass(frozen=True)
class Contested:
    """The changes cannot all be made: at least one place where they are rivals."""

    rivalries: tuple[Rivalry, ...]
    contest: Contest = field(repr=False, compare=False)

    @cached_property
    def clashes(self) -> tuple[Clash, ...]:
        """The rivals two by two: at one place of many rivals, as many as there are pairs of them."""
        return clashes_of(self.contest)


def merge(base: Document, changes: Sequence[Change | Reading]) -> Merged | Contested:
    """All of `changes` made on `base`, in whatever order they come, or what stands in the way.

    What several changes say alike is done once; a paragraph that several insert alike bears the key that sorts first.
    Raises NotOnBase.
    """
    contest = Contest(base, changes)
    if found := tuple(rivalries(contest)):
        return Contested(found, contest)
    acts = tuple(_acts(contest))
    return Merged(apply(base, acts), acts)


def _acts(contest: Contest) -> Iterator[Act]:
    yield from _placements(contest, None)
    for key in contest.base.keys:
        if (said := contest.said.get(key)) is not None:
            if said.deleting:
                yield Delete(key)
            elif said.splices:
                yield Replace(key, untokenise(splice(contest.words[key], sorted(said.splices))))
        yield from _placements(contest, key)


def _placements(contest: Contest, gap: Gap) -> Iterator[Act]:
    for makers in contest.put.get(gap, {}).values():
        for entry in contest.placed(gap, makers):
            yield Insert(entry, gap) if isinstance(entry, Paragraph) else Move(entry, gap)
