"""The section: paper, margins, and which headers stand on its pages."""

from collections.abc import Mapping
from copy import deepcopy

from lxml import etree

from app.word.writing.markup import R, W, name, whole

# What must follow w:lnNumType in a w:sectPr.
_AFTER_LINE_NUMBERS = {
    f"{{{W}}}{tag}"
    for tag in (
        "pgNumType",
        "cols",
        "formProt",
        "vAlign",
        "noEndnote",
        "titlePg",
        "textDirection",
        "bidi",
        "rtlGutter",
        "docGrid",
    )
}
A4_WIDTH, A4_HEIGHT = 11906, 16838
INCH = 1440
KINDS = ("header", "footer")
_DROPPED = ("printerSettings", "sectPrChange", "footnotePr", "endnotePr", "type", "formProt", "vAlign")

Letterhead = Mapping[tuple[str, str], str]
"""The relations to headers and footers, by their kind ("header", "footer") and the pages they are for."""


def section_of(reference: etree._Element) -> tuple[etree._Element, Letterhead]:
    """The last section of the reference document, fit to close another body, and the letterhead of its pages.

    As in Word, pages for which a section names none have that of the section before.
    """
    found = [each for each in reference.iter(name("sectPr")) if each.getparent().tag in (name("body"), name("pPr"))]
    section = deepcopy(found[-1]) if found else etree.Element(name("sectPr"), nsmap={"w": W})
    section.tail = None
    letterhead: dict[tuple[str, str], str] = {}
    for each in found:
        for kind in KINDS:
            for reference_ in each.findall(name(f"{kind}Reference")):
                pages = reference_.get(name("type"), "default")
                letterhead[kind, pages] = reference_.get(name("r:id"), "")
    for attribute in list(section.attrib):
        del section.attrib[attribute]
    for tag in (*_DROPPED, *(f"{kind}Reference" for kind in KINDS)):
        for element in section.findall(name(tag)):
            section.remove(element)
    for border in section.iterfind(f"{name('pgBorders')}/*"):
        for attribute in [each for each in border.attrib if each.startswith(f"{{{R}}}")]:
            del border.attrib[attribute]
    for columns in section.findall(name("cols")):
        # Tables are as wide as the page; text in columns would run beneath them.
        for inner in list(columns):
            columns.remove(inner)
        columns.attrib.pop(name("num"), None)
        columns.attrib.pop(name("equalWidth"), None)
    if section.find(name("pgSz")) is None:
        for old in section.findall(name("pgMar")):
            section.remove(old)
        margins = {"top": "1701", "right": "1418", "bottom": "1418", "left": "1418", "header": "709", "footer": "709"}
        section.insert(0, etree.Element(name("pgMar"), {name(k): v for k, v in (margins | {"gutter": "0"}).items()}))
        section.insert(0, etree.Element(name("pgSz"), {name("w"): str(A4_WIDTH), name("h"): str(A4_HEIGHT)}))
    return section, letterhead


def text_width(section: etree._Element) -> int:
    """The width of the text in twentieths of a point."""
    width = whole(section.find(name("pgSz")).get(name("w")), A4_WIDTH)
    margins = section.find(name("pgMar"))
    if margins is None:
        return width - 2 * INCH
    return width - sum(whole(margins.get(name(side)), 0) for side in ("left", "right", "gutter"))


def turn(section: etree._Element) -> None:
    """Turns the paper on its side, unless it lies so."""
    size = section.find(name("pgSz"))
    width, height = whole(size.get(name("w")), A4_WIDTH), whole(size.get(name("h")), A4_HEIGHT)
    size.set(name("w"), str(max(width, height)))
    size.set(name("h"), str(min(width, height)))
    size.set(name("orient"), "landscape")


def pages_of(section: etree._Element, *, two_sided: bool) -> list[str]:
    """The kinds of pages with headers and footers of their own."""
    return ["default", *(["even"] if two_sided else []), *(["first"] if section.find(name("titlePg")) is not None else [])]


def refer(section: etree._Element, kind: str, pages: str, identifier: str) -> None:
    """Makes the header or footer related by `identifier` that of these pages."""
    place = sum(len(section.findall(name(f"{known}Reference"))) for known in KINDS)
    section.insert(place, etree.Element(name(f"{kind}Reference"), {name("type"): pages, name("r:id"): identifier}))


def number_lines(section: etree._Element) -> None:
    """Counts the lines in the margin, from 1 on each page."""
    for element in section.findall(name("lnNumType")):
        section.remove(element)
    place = next((i for i, child in enumerate(section) if child.tag in _AFTER_LINE_NUMBERS), len(section))
    counting = {"countBy": "1", "distance": "340", "restart": "newPage"}
    section.insert(place, etree.Element(name("lnNumType"), {name(key): value for key, value in counting.items()}))
