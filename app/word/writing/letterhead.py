"""The letterhead of a secretariat together with what our documents say on every page.

In a header our lines stand below the letterhead, in a footer above it. Where the letterhead counts the pages, it counts
them alone; where it does not say of how many, that is added to its number.
"""

from collections.abc import Iterable, Sequence
from copy import deepcopy

from lxml import etree

from app.word.house.fields import complex_fields, kind
from app.word.names import value, w
from app.word.writing.markup import name, put
from app.word.writing.runs import text_into

_SEEN = tuple(map(w, ("r", "fldSimple", "hyperlink", "sdt", "pBdr", "sectPr")))


def below(letterhead: etree._Element, lines: Sequence[etree._Element]) -> None:
    """Puts our lines under a header; empty paragraphs at its end make room for them."""
    while lines and len(letterhead) and letterhead[-1].tag == w("p") and next(letterhead[-1].iter(*_SEEN), None) is None:
        letterhead.remove(letterhead[-1])
    letterhead.extend(lines)


def above(letterhead: etree._Element, lines: Sequence[etree._Element]) -> None:
    """Puts our lines over a footer."""
    for place, line in enumerate(lines):
        letterhead.insert(place, line)


def counts_pages(letterhead: Iterable[etree._Element]) -> bool:
    """Whether the header or the footer of a page counts the pages; then it also says of how many."""
    found: dict[str, list[etree._Element]] = {}
    for root in letterhead:
        for field, last in _fields(root):
            found.setdefault(field, []).append(last)
    if not found.get("PAGE"):
        return False
    if not found.get("NUMPAGES") and not found.get("SECTIONPAGES"):
        for last in found["PAGE"]:
            _of_how_many(last)
    return True


def _fields(root: etree._Element) -> list[tuple[str, etree._Element]]:
    """The fields by what they show, each with the last element of it."""
    plain = [(kind(value(field, "instr") or ""), field) for field in root.iter(w("fldSimple"))]
    spread = [(kind(words), marks[-1].getparent()) for _, words, marks in complex_fields(root) if marks]
    return plain + spread


def _of_how_many(last: etree._Element) -> None:
    run = last if last.tag == w("r") else last.find(w("r"))
    look = None if run is None else run.find(w("rPr"))
    field = etree.Element(name("fldSimple"), {name("instr"): " NUMPAGES "})
    stroke, number = etree.Element(name("r")), put(field, "r")
    for each, words in ((stroke, "/"), (number, "1")):
        if look is not None:
            each.append(deepcopy(look))
        text_into(each, words)
    last.addnext(stroke)
    stroke.addnext(field)
