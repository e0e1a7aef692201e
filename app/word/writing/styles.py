"""Which Word style a paragraph of each role has, found by its name; a style the document lacks is brought in."""

from collections.abc import Mapping
from copy import deepcopy

from lxml import etree

from app.text.paragraph import Paragraph, Role
from app.word.writing.markup import W, name, put, whole, written

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

ROW_HEADING = "Row heading"
"""The style of a row that heads its table."""
HEADING_LEVELS = 6
_DEPENDENCIES = ("basedOn", "next", "link")
_AFTER_LANGUAGE = {f"{{{W}}}{tag}" for tag in ("eastAsianLayout", "specVanish", "oMath")}


def style_name(paragraph: Paragraph) -> str:
    """The name of the style that a paragraph of this role and level has."""
    if paragraph.role is Role.HEADING:
        return f"heading {min(max(paragraph.level, 1), HEADING_LEVELS)}"
    if paragraph.role is Role.ROW and paragraph.level:
        return ROW_HEADING
    return NAMES[paragraph.role]


class Styles:
    """The styles of one document: the secretariat's own (`part`) where they have the name, else ours (`standard`).

    A style is known by its name, which is the same in Word of every language, never by its id.
    """

    def __init__(self, part: etree._Element, standard: etree._Element) -> None:
        self._root = part
        self._ours = {style.get(name("styleId")): style for style in standard.findall(name("style"))}
        self._our_ids = named(standard)
        self._ids = named(part, standard)
        self._numbered: dict[str, bool] = {}

    def id(self, style: str) -> str:
        """The id of the style of this name. Raises KeyError when neither document has it."""
        known = self._ids.get(style.casefold())
        return known if known is not None else self._brought(self._our_ids[style.casefold()])

    def numbered(self, identifier: str) -> bool:
        """Whether the style numbers its paragraphs by itself."""
        if identifier not in self._numbered:
            self._numbered[identifier] = self.list_of(identifier)[0] not in ("", "0")
        return self._numbered[identifier]

    def list_of(self, identifier: str) -> tuple[str, str]:
        """The id of the list the style is numbered by, "" for none, and the level in it."""
        found: dict[str, str] = {}
        for style in self._chain(identifier):
            for tag in ("numId", "ilvl"):
                element = style.find(f"{name('pPr')}/{name('numPr')}/{name(tag)}")
                if element is not None:
                    found.setdefault(tag, element.get(name("val"), ""))
        return found.get("numId", ""), found.get("ilvl", "0")

    def hanging(self, identifier: str) -> tuple[int, int] | None:
        """Where the text of the style begins and how far its first line hangs, in twentieths of a point; None for no
        hanging."""
        found: dict[str, str] = {}
        for style in self._chain(identifier):
            indent = style.find(f"{name('pPr')}/{name('ind')}")
            for attribute in () if indent is None else indent.attrib:
                found.setdefault(attribute, indent.get(attribute, ""))
        return hanging_of(found)

    def before(self, identifier: str) -> int:
        """The space above a paragraph of the style, in twentieths of a point."""
        for style in self._chain(identifier):
            spacing = style.find(f"{name('pPr')}/{name('spacing')}")
            if spacing is not None and spacing.get(name("before")) is not None:
                return whole(spacing.get(name("before")), 0)
        return 0

    def tabs(self, identifier: str) -> list[str]:
        """Where the tab stops of the style are."""
        found: dict[str, None] = {}
        for style in self._chain(identifier):
            for stop in style.iterfind(f"{name('pPr')}/{name('tabs')}/{name('tab')}"):
                if stop.get(name("val")) != "clear":
                    found[stop.get(name("pos"), "0")] = None
        return list(found)

    def speak(self, language: str) -> None:
        """Makes `language` that of the whole document."""
        for tag in list(self._root.iter(name("lang"))):
            tag.getparent().remove(tag)
        defaults = _first(self._root, "docDefaults")
        look = _first(_first(defaults, "rPrDefault"), "rPr")
        spoken = put(look, "lang", val=language, eastAsia=language, bidi="ar-SA")
        # What newer Word adds to the looks of a run stands behind what the standard knows.
        later = next(
            (each for each in look if not str(each.tag).startswith(f"{{{W}}}") or each.tag in _AFTER_LANGUAGE), None
        )
        if later is not None and later is not spoken:
            later.addprevious(spoken)

    def part(self) -> bytes:
        return written(self._root)

    def _chain(self, identifier: str) -> list[etree._Element]:
        """The style and those it is based on, nearest first."""
        styles = {style.get(name("styleId")): style for style in self._root.findall(name("style"))}
        found: list[etree._Element] = []
        while identifier in styles and styles[identifier] not in found:
            found.append(styles[identifier])
            based = styles[identifier].find(name("basedOn"))
            identifier = "" if based is None else based.get(name("val"), "")
        return found

    def _brought(self, our_id: str) -> str:
        style = deepcopy(self._ours[our_id])
        taken = {other.get(name("styleId")) for other in self._root.findall(name("style"))}
        identifier = next(each for each in (our_id, *(f"{our_id}PT{n or ''}" for n in range(9))) if each not in taken)
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


def hanging_of(indent: Mapping[str, str]) -> tuple[int, int] | None:
    """Where a paragraph with the attributes of a w:ind begins and how far its first line hangs; None for no hanging."""
    back = whole(indent.get(name("hanging")), 0)
    left = whole(indent.get(name("left"), indent.get(name("start"))), 0)
    return (left, back) if back > 0 else None


def named(part: etree._Element, like: etree._Element | None = None) -> dict[str, str]:
    """The ids of styles by their names in small letters, other names of theirs last.

    Of the names in `like` only those of the same kind count: a character style is no paragraph's.
    """
    kinds = {} if like is None else {_label(style): _kind(style) for style in like.findall(name("style"))}
    found: dict[str, str] = {}
    others: dict[str, str] = {}
    for style in part.findall(name("style")):
        identifier = style.get(name("styleId"), "")
        aliases = style.find(name("aliases"))
        further = [] if aliases is None else aliases.get(name("val"), "").casefold().split(",")
        for known, labels in ((found, [_label(style)]), (others, further)):
            for label in (each.strip() for each in labels):
                if identifier and label and kinds.get(label, _kind(style)) == _kind(style):
                    known.setdefault(label, identifier)
    return others | found


def _kind(style: etree._Element) -> str:
    return style.get(name("type"), "paragraph")


def _label(style: etree._Element) -> str:
    label = style.find(name("name"))
    return "" if label is None else label.get(name("val"), "").casefold()


def _first(parent: etree._Element, tag: str) -> etree._Element:
    found = parent.find(name(tag))
    if found is None:
        found = etree.Element(name(tag))
        parent.insert(0, found)
    return found
