"""What a paragraph is made of: text and things, the shells around them, the anchors beside them."""

from typing import NamedTuple

from lxml import etree

from app.word.compare.formats import Format
from app.word.compare.names import ARRIVING, HELD, ID, W

NOTE_REFERENCES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}


class Shell(NamedTuple):
    """What stands around runs: a hyperlink, which is content, or a box (content control, direction), which is not.

    A box may be words that somebody else put in: they stand as they would if they were accepted.
    """

    element: etree._Element
    link: str | None

    @property
    def is_pending(self) -> bool:
        """Whether somebody else put in what stands in it, and nobody has accepted or rejected it yet."""
        return self.element.tag in ARRIVING


Path = tuple[Shell, ...]


class Thing:
    """What is not text: a tab, a break, a drawing, a note's call, a field, a formula.

    `items` are the contents of a field, with their formats; `element` is the thing itself (for a simple field the
    element it came as, else None for a field); `beside_runs` when it does not stand in a run; `width` in positions.
    `boxes` hold the paragraphs of a drawing, which are no part of its `key` but of what is `said`.
    """

    __slots__ = ("beside_runs", "boxes", "element", "items", "key", "said", "width")

    def __init__(
        self,
        key: str,
        element: etree._Element | None,
        items: "tuple[tuple[str | Thing, Format], ...]" = (),
        beside_runs: bool = False,
        width: int = 1,
        boxes: tuple[etree._Element, ...] = (),
        said: str = "",
    ) -> None:
        self.key = key
        self.element = element
        self.items = items
        self.beside_runs = beside_runs
        self.width = width
        self.boxes = boxes
        self.said = said or key

    @property
    def note(self) -> tuple[str, str] | None:
        """Kind and id of the note it calls."""
        if self.element is None or self.element.tag not in NOTE_REFERENCES:
            return None
        return NOTE_REFERENCES[self.element.tag], self.element.get(ID, "")


class Piece(NamedTuple):
    content: str | Thing
    format: Format
    path: Path


class Rider(NamedTuple):
    """What takes no part in the comparison, and where it stands: after so many characters and things.

    An anchor, or words that somebody else took out.
    """

    position: int
    element: etree._Element
    path: Path

    @property
    def is_held(self) -> bool:
        """Whether it must stay between just these characters."""
        return self.element.tag in HELD
