"""The section: paper, margins, and which headers stand on its pages."""

from copy import deepcopy

from lxml import etree

from app.word.writing.markup import W, name, put, whole

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
_DROPPED = ("printerSettings", "sectPrChange", "footnotePr", "endnotePr", "type")


def section_of(reference: etree._Element) -> etree._Element:
    """The last section of the reference document, fit to close another body; its header references untouched."""
    found = reference.find(f"{name('body')}/{name('sectPr')}")
    section = etree.Element(name("sectPr"), nsmap={"w": W}) if found is None else deepcopy(found)
    for attribute in list(section.attrib):
        del section.attrib[attribute]
    for tag in _DROPPED:
        for element in section.findall(name(tag)):
            section.remove(element)
    if section.find(name("pgSz")) is None:
        put(section, "pgSz", w=str(A4_WIDTH), h=str(A4_HEIGHT))
        put(section, "pgMar", top="1701", right="1418", bottom="1418", left="1418", header="709", footer="709", gutter="0")
    return section


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


def references(section: etree._Element, kind: str) -> list[etree._Element]:
    """The references of `section` to its headers (`kind` "header") or footers ("footer")."""
    return section.findall(name(f"{kind}Reference"))


def refer(section: etree._Element, kind: str, identifier: str, *, two_sided: bool) -> None:
    """Makes the header or footer related by `identifier` that of every page: also of even pages where those have their
    own (`two_sided`), and of the first where the section sets it apart."""
    pages = ["default", *(["even"] if two_sided else []), *(["first"] if section.find(name("titlePg")) is not None else [])]
    place = sum(len(references(section, known)) for known in ("header", "footer"))
    for page in reversed(pages):
        attributes = {name("type"): page, name("r:id"): identifier}
        section.insert(place, etree.Element(name(f"{kind}Reference"), attributes))


def number_lines(section: etree._Element) -> None:
    """Counts the lines in the margin, from 1 on each page."""
    for element in section.findall(name("lnNumType")):
        section.remove(element)
    place = next((i for i, child in enumerate(section) if child.tag in _AFTER_LINE_NUMBERS), len(section))
    counting = {"countBy": "1", "distance": "340", "restart": "newPage"}
    section.insert(place, etree.Element(name("lnNumType"), {name(key): value for key, value in counting.items()}))
