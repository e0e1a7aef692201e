"""The lines of a text that one change touches. Pure."""

from collections.abc import Hashable
from typing import NamedTuple

from app.text.change import Act, Change
from app.text.compilation import compilation
from app.text.document import Document
from app.text.redline import Line


class Anchored(NamedTuple):
    """A line and the paragraph of the base it stands at: its own, or for a new or moved-in one the paragraph before it
    (None: the beginning)."""

    anchor: str | None
    line: Line


def changed_lines(base: Document, acts: tuple[Act, ...], by: Hashable) -> tuple[Anchored, ...]:
    """The lines of `base` that `acts` change, add or speak of, as a redline by one author. Raises NotOnBase.

    `by` is the id that stands in `inserted_by`, `deleted_by` and `remarks`.
    """
    redline = compilation(base, (Change(by, acts),), lambda _: "")
    anchor: str | None = None
    found: list[Anchored] = []
    for line in redline.lines:
        if line.inserted_by is None:
            anchor = line.paragraph.key
        if _tells(line):
            found.append(Anchored(anchor, line))
    return tuple(found)


def _tells(line: Line) -> bool:
    if line.inserted_by is not None or line.deleted_by is not None or line.remarks:
        return True
    return any(piece.inserted_by is not None or piece.deleted_by is not None for piece in line.pieces)
