"""The lines of a text that one change touches. Pure."""

from collections.abc import Hashable, Iterator
from typing import NamedTuple

from app.text.change import Act, Change, Insert, Move
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
    # What the acts do not name shows as it is: leaving it out gives the same lines in the time of the change alone.
    named = {name for act in acts for name in _named(act)}
    part = Document(paragraph for paragraph in base if paragraph.key in named)
    redline = compilation(part, (Change(by, acts),), lambda _: "")
    anchor: str | None = None
    found: list[Anchored] = []
    for line in redline.lines:
        if line.inserted_by is None:
            anchor = line.paragraph.key
        if line.tells:
            found.append(Anchored(anchor, line))
    return tuple(found)


def _named(act: Act) -> Iterator[str | None]:
    if not isinstance(act, Insert):
        yield act.key
    if isinstance(act, Insert | Move):
        yield act.after
