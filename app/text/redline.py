"""A text with its changes shown: which words stay, who inserts which, who deletes which.

The value between the algebra and everything that shows a change: the Word writer, the pages, the API.
"""

from collections.abc import Hashable
from dataclasses import dataclass, field

from app.text.paragraph import Paragraph
from app.text.runs import Run


@dataclass(frozen=True, slots=True)
class Piece:
    """A run and what becomes of it.

    `inserted_by` and `deleted_by` are the ids of changes; both are None on words that stay, both are set where one
    change deletes words that another inserts.
    """

    run: Run
    inserted_by: Hashable | None = None
    deleted_by: Hashable | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a redline, where it stands.

    `paragraph` is the paragraph as the base has it, or as it is inserted. `pieces` are its words. `inserted_by` and
    `deleted_by` speak of the whole paragraph; then every piece bears the same id. A moved paragraph shows as two lines with
    the same key and `moved` set: deleted where it stood, inserted where it goes. `remarks` are ids of changes that speak
    of this paragraph and mark no word in it ("no change").
    """

    paragraph: Paragraph
    pieces: tuple[Piece, ...]
    inserted_by: Hashable | None = None
    deleted_by: Hashable | None = None
    moved: bool = False
    remarks: tuple[Hashable, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Redline:
    """Lines in order. Without what is inserted it is the base, without what is deleted it is the result."""

    lines: tuple[Line, ...]
