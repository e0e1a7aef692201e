"""The unit of a negotiated text."""

from dataclasses import dataclass, field
from enum import StrEnum

from app.text.runs import Runs, plain


class Role(StrEnum):
    """What a paragraph is in the instrument; numbering and typography follow from it."""

    TITLE = "title"
    HEADING = "heading"
    PREAMBULAR = "preambular"
    OPERATIVE = "operative"
    CHAPEAU = "chapeau"
    ITEM = "item"
    SUBITEM = "subitem"
    ROW = "row"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph.

    `key` is stable: it is given once and never changes, whatever becomes of the words or the place.
    `level` is the depth of a heading (1 to 6); for a row of a table 1 says that it heads the table; else it is 0.
    The words of a row are its cells (`rows.cells`).
    """

    key: str
    role: Role
    runs: Runs = field(default=())
    level: int = 0

    @property
    def text(self) -> str:
        """The words alone."""
        return plain(self.runs)
