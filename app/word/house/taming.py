"""A reference document made harmless: only what stands in the file itself, and only what documents may carry on.

Whatever points elsewhere, runs, or is another document inside this one is taken out of its headers and footers. Nothing
outside the file is ever fetched, neither here nor by whoever opens a document made with it.
"""

from collections import Counter
from enum import StrEnum
from typing import NamedTuple

from lxml import etree

from app.word.house.fields import foreign_fields
from app.word.house.relations import Kept, kept_relations
from app.word.house.tidying import tidy
from app.word.names import MC, W14, drop, local, unwrap, w
from app.word.package import CONTENT_TYPES, Package
from app.word.settling import by_authors, settle
from app.word.wording import words
from app.word.writing.markup import R, written


class LeftOut(StrEnum):
    """A kind of thing that is not carried on."""

    MACROS = "macros"
    LINK = "link"
    ELSEWHERE = "elsewhere"
    EMBEDDED = "embedded"
    FIELD = "field"
    FRAME = "frame"
    TRACKED = "tracked"
    TEXT = "text"


class Tamed(NamedTuple):
    """A package that may be carried on, and how much of what kind was left out."""

    package: Package
    left_out: Counter[LeftOut]


_EMBEDDED = ("object", "control", "altChunk", "subDoc")
_UNSEEN = (
    "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference", "permStart", "permEnd",
    "proofErr", "sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr",
)  # fmt: skip
_WRAPPERS = ("sdt", "sdtContent", "customXml", "smartTag")
_HOLDERS = (w("drawing"), w("pict"), w("object"), w("control"))
_ALTERNATIVES = f"{{{MC}}}AlternateContent"
_ADDRESSES = ("src", "href")


def tamed(data: bytes) -> Tamed:
    """The reference document `data`, fit to be carried on. Raises Unreadable."""
    package = Package.read(data)
    left: Counter[LeftOut] = Counter()
    if package.related(package.main, "vbaProject") or b"macroEnabled" in package.parts.get(CONTENT_TYPES, b""):
        left[LeftOut.MACROS] += 1
    for kind in ("header", "footer"):
        for part in package.related(package.main, kind):
            left += _margin(package, part)
    for kind, target in (("theme", "image"), ("fontTable", "font")):
        for part in package.related(package.main, kind)[:1]:
            kept = kept_relations(package, part, target)
            _without_lost(package.xml(part), kept, left)
            tidy(package.xml(part))
            package.parts[part] = written(package.xml(part))
    for kind in ("styles", "numbering"):
        for part in package.related(package.main, kind)[:1]:
            settle(package.xml(part), True, by_authors(None))
            left[LeftOut.FRAME] += _dropped(package.xml(part), "framePr")
            tidy(package.xml(part))
            package.parts[part] = written(package.xml(part))
    if words(package.xml(package.main)).strip() or next(package.xml(package.main).iter(*_HOLDERS), None) is not None:
        left[LeftOut.TEXT] += 1
    return Tamed(package, +left)


def _margin(package: Package, part: str) -> Counter[LeftOut]:
    """Tames a header or footer in place."""
    root = package.xml(part)
    left: Counter[LeftOut] = Counter()
    if settle(root, True, by_authors(None)):
        left[LeftOut.TRACKED] += 1
    left[LeftOut.EMBEDDED] += _dropped(root, *_EMBEDDED)
    left[LeftOut.FRAME] += _dropped(root, "framePr")
    left[LeftOut.FIELD] += foreign_fields(root)
    _dropped(root, *_UNSEEN)
    for wrapper in list(root.iter(*map(w, _WRAPPERS))):
        unwrap(wrapper)
    _without_lost(root, kept_relations(package, part, "image"), left)
    for link in list(root.iter(w("hyperlink"))):
        left[LeftOut.LINK] += 1
        unwrap(link)
    tidy(root)
    for element in root.iter(etree.Element):
        for attribute in list(element.attrib):
            name = etree.QName(attribute)
            if name.namespace == W14 or name.localname.startswith("rsid"):
                del element.attrib[attribute]
            elif name.localname in _ADDRESSES and name.namespace is None:
                left[LeftOut.ELSEWHERE] += 1
                del element.attrib[attribute]
    package.parts[part] = written(root)
    return left


def _without_lost(root: etree._Element, kept: Kept, left: Counter[LeftOut]) -> None:
    """Takes out what relates to anything that is not kept."""
    for element in list(root.iter(etree.Element)):
        lost = [attribute for attribute in element.attrib if _relates(attribute) and element.get(attribute) not in kept.ids]
        if not lost or not any(each is root for each in element.iterancestors()):
            continue
        outside = any(element.get(attribute) in kept.outside for attribute in lost)
        if element.tag == w("hyperlink"):
            continue
        if local(element).rpartition("}")[2] in ("hlinkClick", "hlinkHover", "hlinkMouseOver"):
            left[LeftOut.LINK] += 1
            drop(element)
        elif any(_relates(attribute) for attribute in element.attrib if attribute not in lost):
            # A picture that is here and has its source elsewhere stays as it is here.
            left[LeftOut.ELSEWHERE] += 1
            for attribute in lost:
                del element.attrib[attribute]
        else:
            left[LeftOut.ELSEWHERE if outside else LeftOut.EMBEDDED] += 1
            _drop_holder(element)


def _drop_holder(element: etree._Element) -> None:
    if local(element).endswith("}svgBlip"):
        # The same picture stands beside it in a form that cannot point elsewhere.
        drop(element.getparent())
        return
    holder = next((each for each in element.iterancestors() if each.tag in _HOLDERS), element)
    both = next((each for each in holder.iterancestors() if each.tag == _ALTERNATIVES), None)
    drop(holder if both is None else both)


def _relates(attribute: str) -> bool:
    name = etree.QName(attribute)
    return name.namespace == R or (name.localname == "relid" and name.namespace is not None)


def _dropped(root: etree._Element, *tags: str) -> int:
    found = list(root.iter(*map(w, tags)))
    for element in found:
        drop(element)
    return len(found)
