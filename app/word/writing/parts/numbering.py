"""Paragraph labels as automatic numbering: each label is a list of its own whose only number reads just so.

The label is not text, so the paragraph keeps exactly its words, and it does not count, so nothing renumbers.
"""

from zlib import crc32

from lxml import etree

from app.text.paragraph import Paragraph, Role
from app.word.writing.markup import W, legal, name, put, root, whole, written
from app.word.writing.styles import Styles, hanging_of, style_name

TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"

# An item has room for "10 bis" before its words.
_HANGING = {
    Role.TITLE: (0, 0),
    Role.HEADING: (567, 567),
    Role.ITEM: (1871, 737),
    Role.SUBITEM: (2551, 680),
}
_OTHERS = (1134, 1134)
_AFTER_ABSTRACT = {f"{{{W}}}num", f"{{{W}}}numIdMacAtCleanup"}


class Numbering:
    """The labels of one document, added to what the reference document numbers with (`part`, may be None).

    Numbers stand where `styles` put those of the paragraph, where they say so.
    """

    def __init__(self, part: etree._Element | None, styles: Styles | None = None) -> None:
        self._styles = styles
        self._known: dict[str, tuple[int, int] | None] = {}
        self._root = root("numbering") if part is None else part
        # Bullets that are pictures would need files of their own; no label is one.
        for tag in ("numPicBullet", "lvlPicBulletId"):
            for element in list(self._root.iter(name(tag))):
                element.getparent().remove(element)
        self._abstract = self._past("abstractNum", "abstractNumId")
        self._num = max(self._past("num", "numId"), 1)
        self._numbers: dict[tuple[str, tuple[int, int], bool], str] = {}

    def number(self, paragraph: Paragraph, label: str) -> str | None:
        """The id of the numbering that reads `label` before a paragraph of this role; None for no label."""
        label = legal(label).strip()
        if not label:
            return None
        heading = paragraph.role in (Role.HEADING, Role.TITLE)
        key = (label, self._of_the_style(paragraph) or _HANGING.get(paragraph.role, _OTHERS), heading)
        if key not in self._numbers:
            self._numbers[key] = str(self._num + len(self._numbers))
        return self._numbers[key]

    def _of_the_style(self, paragraph: Paragraph) -> tuple[int, int] | None:
        if self._styles is None:
            return None
        style = self._styles.id(style_name(paragraph))
        if style not in self._known:
            self._known[style] = self._styles.hanging(style) or self.hanging(*self._styles.list_of(style))
        return self._known[style]

    def hanging(self, number: str, level: str) -> tuple[int, int] | None:
        """Where a level of a list of the reference document puts its text and its number."""
        num = self._named("num", "numId", number)
        link = None if num is None else num.find(name("abstractNumId"))
        abstract = None if link is None else self._named("abstractNum", "abstractNumId", link.get(name("val"), ""))
        for found in () if abstract is None else abstract.findall(name("lvl")):
            indent = found.find(f"{name('pPr')}/{name('ind')}")
            if found.get(name("ilvl")) == level and indent is not None:
                return hanging_of(dict(indent.attrib))
        return None

    def part(self) -> bytes | None:
        """The numbering part; None when nothing is numbered."""
        children = list(self._root)
        place = next((i for i, child in enumerate(children) if child.tag in _AFTER_ABSTRACT), len(children))
        closing = self._root.find(name("numIdMacAtCleanup"))
        for offset, (key, number) in enumerate(self._numbers.items()):
            abstract = str(self._abstract + offset)
            self._root.insert(place + offset, _abstract(abstract, *key))
            num = put(self._root, "num", numId=number)
            put(num, "abstractNumId", val=abstract)
        if closing is not None:
            self._root.append(closing)
        return written(self._root) if len(self._root) else None

    def _named(self, tag: str, attribute: str, wanted: str) -> etree._Element | None:
        return next((item for item in self._root.findall(name(tag)) if item.get(name(attribute)) == wanted), None)

    def _past(self, tag: str, attribute: str) -> int:
        return max((whole(item.get(name(attribute)), 0) for item in self._root.findall(name(tag))), default=-1) + 1


def _abstract(identifier: str, label: str, hanging: tuple[int, int], heading: bool) -> etree._Element:
    abstract = etree.Element(name("abstractNum"), {name("abstractNumId"): identifier}, nsmap={"w": W})
    # Word takes lists of the same nsid for one list when texts are pasted together, so it follows from the label.
    put(abstract, "nsid", val=f"{crc32(repr((label, hanging)).encode()):08X}")
    put(abstract, "multiLevelType", val="singleLevel")
    level = put(abstract, "lvl", ilvl="0")
    put(level, "start", val="1")
    put(level, "numFmt", val="decimal")
    put(level, "suff", val="tab")
    # "%1" would be read as a counter; a label with a per cent sign is written with its full-width form.
    put(level, "lvlText", val=label.replace("%", "\uff05"))
    put(level, "lvlJc", val="left")
    left, back = hanging
    put(put(level, "pPr"), "ind", left=str(left), hanging=str(back))
    look = put(level, "rPr")
    if not heading:
        for tag in ("b", "i"):
            put(look, tag, val="0")
        put(look, "u", val="none")
        put(look, "vertAlign", val="baseline")
    return abstract
