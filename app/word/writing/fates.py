"""Which lines make a Word paragraph, and whether its mark is inserted or deleted.

A paragraph mark ends a paragraph; without it the paragraph runs on into the next. The last mark of a body has nothing to
run on into: it can neither come nor go, and a reader that is told otherwise leaves an empty paragraph. So one paragraph
carries the mark that stays: the last that neither comes nor goes. Up to it, a paragraph takes its own mark with it when
it comes or goes; after it, the mark before it. Where a paragraph is split or two are joined, a mark comes or goes alone.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.text.redline import Line

Fate = tuple[Hashable | None, Hashable | None]
"""The change that inserts and the change that deletes, each or both None."""

STAYS: Fate = (None, None)


@dataclass(frozen=True, slots=True)
class Block:
    """A Word paragraph: its lines, nearly always one, and the fate of its mark; `own` says that it is the mark of its line,
    not that of another."""

    lines: tuple[Line, ...]
    mark: Fate
    own: bool


def blocks(lines: Sequence[Line]) -> list[Block]:
    """The Word paragraphs for `lines`: what is left of them after accepting or rejecting every change is exactly the
    lines that are not deleted or not inserted, and one empty paragraph where that is none."""
    if not lines:
        return []
    fates = [(line.inserted_by, line.deleted_by) for line in lines]
    first, last = _carrier(fates)
    grouped = [
        *((line,) for line in lines[:first]),
        tuple(lines[first : last + 1]),
        *((line,) for line in lines[last + 1 :]),
    ]
    marks = [*map(_mark, lines[:first]), *fates[last + 1 :], STAYS]
    return [Block(group, mark, place < first) for place, (group, mark) in enumerate(zip(grouped, marks, strict=True))]


def as_rows(lines: Sequence[Line]) -> list[Block]:
    """Lines that stand in a table: each a row, whose marks are those of its cells."""
    return [Block((line,), STAYS, own=False) for line in lines]


def _mark(line: Line) -> Fate:
    """The fate of a line's own mark."""
    if line.seam is not None:
        return line.seam.inserted_by, line.seam.deleted_by
    return line.inserted_by, line.deleted_by


def _carrier(fates: Sequence[Fate]) -> tuple[int, int]:
    """The first and last of the lines whose paragraph carries the mark that stays."""
    staying = [place for place, fate in enumerate(fates) if fate == STAYS]
    if staying:
        return staying[-1], staying[-1]
    # Nothing stays: the end of what goes and the beginning of what comes share a paragraph.
    one_sided = [place for place, fate in enumerate(fates) if None in fate]
    for before, after in pairwise(one_sided):
        if (fates[before][0] is None) != (fates[after][0] is None):
            return before, after
    only = one_sided[0] if one_sided else len(fates) - 1
    return only, only
