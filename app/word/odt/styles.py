"""Styles of an OpenDocument text: what a paragraph or a span is by its style, and by those that style descends from."""

import re
from collections.abc import Iterator

from lxml import etree

from app.text.runs import Mark
from app.word.looks import whole
from app.word.odt.names import given, odf

_CODED = re.compile(r"_([0-9a-f]{1,6})_")
_DEEPEST = 6
_LONGEST = 50
"""Styles that one may descend from, one from the next."""

Chain = tuple[etree._Element, ...]


class Styles:
    """The named and the automatic styles of a text; a file may name styles it does not define."""

    def __init__(self, *roots: etree._Element | None) -> None:
        self._styles: dict[tuple[str | None, str | None], etree._Element] = {}
        self._automatic: set[etree._Element] = set()
        self._chains: dict[tuple[str, str | None], Chain] = {}
        for root in roots:
            for holder in ("office:styles", "office:automatic-styles"):
                for style in root.iterfind(f"{odf(holder)}/{odf('style:style')}") if root is not None else ():
                    self._styles[given(style, "style:family"), given(style, "style:name")] = style
                    if holder == "office:automatic-styles":
                        self._automatic.add(style)

    def chain(self, family: str, name: str | None) -> Chain:
        """The style `name` of "paragraph" or "text" and those it descends from, nearest first, a circle but once."""
        if (family, name) not in self._chains:
            found: list[etree._Element] = []
            style = self._styles.get((family, name))
            while style is not None and style not in found and len(found) < _LONGEST:
                found.append(style)
                style = self._styles.get((family, given(style, "style:parent-style-name")))
            self._chains[family, name] = tuple(found)
        return self._chains[family, name]

    def shown(self, name: str | None) -> str | None:
        """The name a reader sees of a paragraph style; of one made for a single paragraph, the name of that behind it."""
        for style in self.chain("paragraph", name):
            if style not in self._automatic:
                return given(style, "style:display-name") or _decoded(given(style, "style:name"))
            parent = given(style, "style:parent-style-name")
            if parent is not None and ("paragraph", parent) not in self._styles:
                return _decoded(parent)
        return _decoded(name)

    def outline(self, name: str | None) -> int | None:
        """The depth of a heading, 1 to 6, that a paragraph has by its style; None for body text."""
        depths = (given(style, "style:default-outline-level") for style in self.chain("paragraph", name))
        return depth_of(next(filter(None, depths), None))

    def list_style(self, name: str | None) -> str | None:
        """The list style a paragraph style asks for, if any."""
        styles = (given(style, "style:list-style-name") for style in self.chain("paragraph", name))
        return next((found for found in styles if found is not None), None) or None

    def marks(self, chain: Chain) -> frozenset[Mark]:
        """The marks of words under these styles, the nearest first."""
        marks = set()
        weight = _property(chain, "fo:font-weight") or ""
        if weight == "bold" or (weight.isdecimal() and int(weight) >= 600):
            marks.add(Mark.BOLD)
        if _property(chain, "fo:font-style") in ("italic", "oblique"):
            marks.add(Mark.ITALIC)
        if (_property(chain, "style:text-underline-style") or "none") != "none":
            marks.add(Mark.UNDERLINE)
        position = (_property(chain, "style:text-position") or "").split(" ")[0]
        if position == "super" or re.fullmatch(r"\+?(?:0*[1-9]\d*(?:\.\d*)?|0*\.\d*[1-9]\d*)%", position):
            marks.add(Mark.SUPERSCRIPT)
        return frozenset(marks)

    def hidden(self, chain: Chain) -> bool:
        """Whether words under these styles are not shown."""
        return _property(chain, "text:display") == "none"


def depth_of(text: str | None) -> int | None:
    """The depth of a heading, 1 to 6, as an attribute says it."""
    depth = whole(text)
    return min(depth, _DEEPEST) if depth else None


def _property(chain: Chain, name: str) -> str | None:
    return next(_properties(chain, name), None)


def _properties(chain: Chain, name: str) -> Iterator[str]:
    for style in chain:
        for properties in style.iterfind(odf("style:text-properties")):
            if (found := given(properties, name)) is not None:
                yield found


def _decoded(name: str | None) -> str | None:
    """The name behind "Heading_20_1": what XML does not allow in a name is written by its number."""
    return _CODED.sub(_character, name) if name else name


def _character(coded: re.Match[str]) -> str:
    number = int(coded[1], 16)
    return chr(number) if 0x20 <= number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF else coded[0]
