"""The paper a text is written on: the section of the reference document, and what its pages show."""

from copy import deepcopy

from lxml import etree

from app.word.front import Front
from app.word.package import Package
from app.word.wording import words
from app.word.writing import letterhead
from app.word.writing.carrying import Carrier
from app.word.writing.markup import R, name, written
from app.word.writing.parts import margins, section
from app.word.writing.styles import Styles

_TYPES = {"header": margins.HEADER_TYPE, "footer": margins.FOOTER_TYPE}
_TAGS = {"header": "hdr", "footer": "ftr"}


def paper(carrier: Carrier, styles: Styles, front: Front) -> etree._Element:
    """The section of the reference document: its paper, and on its pages the letterhead it has and what we say."""
    given = carrier.given
    sheet, relations = section.section_of(given.xml(given.main))
    if front.landscape:
        section.turn(sheet)
    two = two_sided(given)
    pages = _Pages(carrier, styles, front, section.text_width(sheet))
    for page in section.pages_of(sheet, two_sided=two):
        parts = {kind: given.target(given.main, relations.get((kind, page), "")) for kind in section.KINDS}
        for kind, identifier in pages.of(page, parts).items():
            section.refer(sheet, kind, page, identifier)
    if front.line_numbers:
        section.number_lines(sheet)
    return sheet


class _Pages:
    """Writes headers and footers; pages without letterhead share ours."""

    def __init__(self, carrier: Carrier, styles: Styles, front: Front, width: int) -> None:
        self.carrier = carrier
        self.front = front
        self.width = width
        self.styles = {kind: styles.id(kind) for kind in section.KINDS}
        self.tabs = styles.tabs(self.styles["header"])
        self._shared: dict[tuple[str, bool], str] = {}

    def of(self, page: str, parts: dict[str, str | None]) -> dict[str, str]:
        """The ids of the relations to the header and the footer of a page, whose letterhead is in `parts`."""
        own = {kind: deepcopy(self.carrier.given.xml(part)) for kind, part in parts.items() if part}
        counted = not letterhead.counts_pages(own.values())
        return {kind: self._one(kind, page, parts[kind], own.get(kind), counted) for kind in section.KINDS}

    def _one(self, kind: str, page: str, part: str | None, own: etree._Element | None, counted: bool) -> str:
        if part is None or own is None:
            if (kind, counted) not in self._shared:
                title = f"{kind}_front" if counted else f"{kind}_plain"
                root = margins.alone(_TAGS[kind], self._lines(kind, counted), self.styles[kind])
                self._shared[kind, counted] = self._add(kind, title, root)
            return self._shared[kind, counted]
        (letterhead.below if kind == "header" else letterhead.above)(own, self._lines(kind, counted, own))
        title = f"{kind}_{page}"
        identifier = self._add(kind, title, own)
        self.carrier.relations(part, f"word/{title}.xml")
        return identifier

    def _lines(self, kind: str, counted: bool, own: etree._Element | None = None) -> list[etree._Element]:
        if kind == "header":
            said = "" if own is None else " ".join(words(own).split()) or " "
            return margins.header_lines(self.front, self.styles[kind], self.width, self.tabs, said)
        return margins.footer_lines(self.styles[kind], self.front.foot, counted=counted)

    def _add(self, kind: str, title: str, root: etree._Element) -> str:
        package = self.carrier.package
        return package.add(f"word/{title}.xml", written(root), _TYPES[kind], package.main, f"{R}/{kind}")


def two_sided(given: Package) -> bool:
    """Whether even pages have headers of their own in the reference document."""
    return _set(given, "evenAndOddHeaders")


def mirrored(given: Package) -> bool:
    """Whether the margins of even pages are the other way round in the reference document."""
    return _set(given, "mirrorMargins")


def _set(given: Package, tag: str) -> bool:
    switches = (given.xml(part).find(name(tag)) for part in given.related(given.main, "settings"))
    return any(found is not None and found.get(name("val"), "1") not in ("0", "false", "off") for found in switches)
