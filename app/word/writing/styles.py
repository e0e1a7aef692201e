"""Which Word style a paragraph of each role has, found by its name; a style the document lacks is brought in."""

from copy import deepcopy

from lxml import etree

from app.text.paragraph import Paragraph, Role
from app.word.writing.markup import name, put, written

TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"

NAMES: dict[Role, str] = {
    Role.TITLE: "Title",
    Role.PREAMBULAR: "Preambular",
    Role.OPERATIVE: "Operative",
    Role.CHAPEAU: "Chapeau",
    Role.ITEM: "Item",
    Role.SUBITEM: "Subitem",
    Role.ROW: "Row",
    Role.CLOSING: "Closing",
}
"""The style's name for each role; a heading's is "heading 1" to "heading 6"."""

HEADING_LEVELS = 6
_DEPENDENCIES = ("basedOn", "next", "link")


def style_name(paragraph: Paragraph) -> str:
    """The name of the style that a paragraph of this role and level has."""
    if paragraph.role is Role.HEADING:
        return f"heading {min(max(paragraph.level, 1), HEADING_LEVELS)}"
    return NAMES[paragraph.role]


class Styles:
    """The styles of one document: the secretariat's own (`part`) where they have the name, else ours (`standard`)."""

    def __init__(self, part: etree._Element, standard: etree._Element) -> None:
        self._root = part
        self._ids = _named(part)
        self._ours = {style.get(name("styleId")): style for style in standard.findall(name("style"))}
        self._our_ids = _named(standard)
        self._numbered: dict[str, bool] = {}

    def id(self, style: str) -> str:
        """The id of the style of this name. Raises KeyError when neither document has it."""
        known = self._ids.get(style.casefold())
        return known if known is not None else self._brought(self._our_ids[style.casefold()])

    def numbered(self, identifier: str) -> bool:
        """Whether the style numbers its paragraphs by itself."""
        if identifier not in self._numbered:
            self._numbered[identifier] = self._numbers(identifier)
        return self._numbered[identifier]

    def speak(self, language: str) -> None:
        """Makes `language` that of the whole document."""
        for tag in list(self._root.iter(name("lang"))):
            tag.getparent().remove(tag)
        defaults = _first(self._root, "docDefaults")
        look = _first(_first(defaults, "rPrDefault"), "rPr")
        put(look, "lang", val=language, eastAsia=language, bidi="ar-SA")

    def part(self) -> bytes:
        return written(self._root)

    def _numbers(self, identifier: str) -> bool:
        styles = {style.get(name("styleId")): style for style in self._root.findall(name("style"))}
        seen: set[str] = set()
        while identifier in styles and identifier not in seen:
            seen.add(identifier)
            number = styles[identifier].find(f"{name('pPr')}/{name('numPr')}/{name('numId')}")
            if number is not None:
                return number.get(name("val")) != "0"
            based = styles[identifier].find(name("basedOn"))
            identifier = "" if based is None else based.get(name("val"), "")
        return False

    def _brought(self, our_id: str) -> str:
        style = deepcopy(self._ours[our_id])
        taken = {other.get(name("styleId")) for other in self._root.findall(name("style"))}
        identifier = our_id if our_id not in taken else f"{our_id}PT"
        style.set(name("styleId"), identifier)
        style.attrib.pop(name("default"), None)
        # Known before its dependencies are brought: a style may name itself as the next one.
        self._ids[_label(style)] = identifier
        self._root.append(style)
        for tag in _DEPENDENCIES:
            dependency = style.find(name(tag))
            if dependency is not None:
                dependency.set(name("val"), self.id(_label(self._ours[dependency.get(name("val"))])))
        return identifier


def _label(style: etree._Element) -> str:
    label = style.find(name("name"))
    return "" if label is None else label.get(name("val"), "").casefold()


def _named(part: etree._Element) -> dict[str, str]:
    named: dict[str, str] = {}
    for style in part.findall(name("style")):
        named.setdefault(_label(style), style.get(name("styleId"), ""))
    return named


def _first(parent: etree._Element, tag: str) -> etree._Element:
    found = parent.find(name(tag))
    if found is None:
        found = etree.Element(name(tag))
        parent.insert(0, found)
    return found
