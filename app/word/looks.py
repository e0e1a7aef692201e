"""Styles of a Word file: what a paragraph or a run is by its style when it does not say so itself."""

import re
from functools import cached_property

from lxml import etree

from app.text.runs import Mark
from app.word.names import local, on, value, w

_HEADING = re.compile(r"^heading\s*([1-9])$", re.IGNORECASE)
# Where a file names a heading style it does not define, only the identifier of Word in some language is left.
_HEADING_ID = re.compile(
    r"^(?:heading|t[ií]?tulo|titre|überschrift|berschrift|titolo|kop|rubrik|overskrift|nagłówek|nagwek|заголовок)\s*([1-9])$",
    re.IGNORECASE,
)
_TOGGLES = {Mark.BOLD: "b", Mark.ITALIC: "i"}
_HEADS = ("title", "subtitle", "row heading")
_DEEPEST = 6
_LONGEST = 50
"""Styles that one may be based on, one on the next: Word itself follows fewer."""


class Styles:
    """The styles of a package by identifier; a file may have none, or name styles it does not define."""

    def __init__(self, root: etree._Element | None) -> None:
        self._root = root
        self._by_id = {value(style, "styleId"): style for style in (root.findall(w("style")) if root is not None else [])}
        self._chains: dict[str | None, list[etree._Element]] = {}
        self._found: dict[tuple[str | None, str], etree._Element | None] = {}

    @cached_property
    def default(self) -> str | None:
        """The identifier of the paragraph style of those that name none."""
        for identifier, style in self._by_id.items():
            if value(style, "type") == "paragraph" and value(style, "default") in ("1", "true", "on"):
                return identifier
        return None

    def name(self, identifier: str | None) -> str | None:
        """The name under which Word knows the style in every language; the identifier when there is no name."""
        style = self._by_id.get(identifier)
        return (value(style.find(w("name"))) if style is not None else None) or identifier

    def chain(self, identifier: str | None) -> list[etree._Element]:
        """The style and those it is based on, nearest first; a circle ends where it closes."""
        if identifier not in self._chains:
            found: list[etree._Element] = []
            step = identifier
            while step in self._by_id and self._by_id[step] not in found and len(found) < _LONGEST:
                found.append(self._by_id[step])
                step = value(self._by_id[step].find(w("basedOn")))
            self._chains[identifier] = found
        return self._chains[identifier]

    def find(self, identifier: str | None, path: str) -> etree._Element | None:
        """The nearest element at `path` ("pPr/numPr") in the chain of the style."""
        if (identifier, path) not in self._found:
            steps = (descend(style, *path.split("/")) for style in self.chain(identifier))
            self._found[identifier, path] = next((element for element in steps if element is not None), None)
        return self._found[identifier, path]

    def level(self, properties: etree._Element | None, identifier: str | None) -> int | None:
        """The depth of a heading, 1 to 6; None for body text. `properties` are the paragraph's own."""
        own = descend(properties, "outlineLvl")
        outline = own if own is not None else self.find(identifier, "pPr/outlineLvl")
        if (depth := whole(value(outline))) is not None:
            return min(depth + 1, _DEEPEST) if depth < 9 else None
        for style in self.chain(identifier):
            if found := _HEADING.match(value(style.find(w("name"))) or ""):
                return min(int(found[1]), _DEEPEST)
        if identifier is not None and identifier not in self._by_id and (found := _HEADING_ID.match(identifier)):
            return min(int(found[1]), _DEEPEST)
        return None

    def marks(self, run: etree._Element | None, paragraph_style: str | None) -> frozenset[Mark]:
        """The marks of a run with the properties `run`, in a paragraph of `paragraph_style` (None: leave that out)."""
        character_style = value(descend(run, "rStyle"))
        marks = {mark for mark, name in _TOGGLES.items() if self._toggled(run, name, character_style, paragraph_style)}
        underline = self._nearest(run, "u", character_style, paragraph_style)
        if underline is not None and (value(underline) or "single") != "none":
            marks.add(Mark.UNDERLINE)
        if self._raised(run, character_style, paragraph_style):
            marks.add(Mark.SUPERSCRIPT)
        return frozenset(marks)

    def _raised(self, run: etree._Element | None, *styles: str | None) -> bool:
        """Superscript, or words raised by so many half points as some programs write it."""
        aligned = value(self._nearest(run, "vertAlign", *styles))
        if aligned is not None:
            return aligned == "superscript"
        return (whole(value(descend(run, "position"))) or 0) > 0

    def hidden(self, run: etree._Element | None) -> bool:
        """Whether a run with these properties is hidden text."""
        return bool(on(self._nearest(run, "vanish", value(descend(run, "rStyle")), None)))

    def _nearest(self, run: etree._Element | None, name: str, *styles: str | None) -> etree._Element | None:
        own = descend(run, name)
        if own is not None:
            return own
        found = (self.find(style, f"rPr/{name}") for style in styles if style is not None)
        return next((element for element in found if element is not None), None)

    def _toggled(self, run: etree._Element | None, name: str, *styles: str | None) -> bool:
        own = on(descend(run, name))
        if own is not None:
            return own
        # A toggle set by two styles switches itself off again.
        return sum(bool(on(self.find(style, f"rPr/{name}"))) for style in styles if style is not None) % 2 == 1


def is_head(level: int | None, style: str | None) -> bool:
    """Whether a paragraph of this level and name of a style heads what follows: what makes every heading bold is how
    headings look, while in other paragraphs the style may well carry meaning."""
    return level is not None or (style or "").lower() in _HEADS


def descend(element: etree._Element | None, *names: str) -> etree._Element | None:
    """The descendant reached by these names of the main namespace; None as soon as one is missing."""
    for name in names:
        element = next((child for child in element if local(child) == name), None) if element is not None else None
    return element


def whole(text: str | None) -> int | None:
    """The number of at most nine digits that `text` is; None when it is none."""
    return int(text) if text is not None and text.isascii() and text.isdecimal() and len(text) < 10 else None
