"""Lines and front matter made into a Word file, on the styles and the paper of a reference document."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from lxml import etree

from app.text.redline import Line
from app.word.counting import Counting, to_nobody
from app.word.front import Front
from app.word.house.taming import tamed
from app.word.package import Package
from app.word.writing.body import Body
from app.word.writing.carrying import Carrier
from app.word.writing.language import regional
from app.word.writing.markup import R, put, root, written
from app.word.writing.paper import mirrored, paper, two_sided
from app.word.writing.parts import comments, footnotes, numbering, people, properties, settings
from app.word.writing.parts.section import text_width
from app.word.writing.revisions import Revisions, Signature
from app.word.writing.styles import TYPE as STYLES_TYPE
from app.word.writing.styles import Styles

REFERENCE = Path(__file__).resolve().parents[3] / "templates" / "word" / "reference.docx"
"""The reference document used when a secretariat has none of its own."""

_NOTHING: Mapping[str, str] = MappingProxyType({})
_CARRIED = ("theme", "fontTable")


@lru_cache(maxsize=1)
def _standard() -> bytes:
    return REFERENCE.read_bytes()


@dataclass(frozen=True, slots=True)
class Desk:
    """What content is written with: the body's own lines, styles, and `width` of the text in twentieths of a point.

    `counting` is to be told how much of it is written.
    """

    lines: Body
    styles: Styles
    width: int
    counting: Counting = to_nobody


Content = Callable[[etree._Element, Desk], None]
"""Writes the paragraphs and tables of a document into its w:body."""


def assemble(
    lines: Sequence[Line],
    signatures: Mapping[Hashable, Signature],
    front: Front,
    labels: Mapping[str, str],
    reference: bytes | None,
    *,
    tracked: bool,
    remembered: Mapping[str, str] = _NOTHING,
    counting: Counting = to_nobody,
) -> bytes:
    """The Word file of `lines`. `tracked` switches the recording of changes on; `remembered` are properties the file keeps
    when it is edited; `counting` is told how many lines are written. Raises Unreadable for a broken `reference`."""

    def content(body: etree._Element, desk: Desk) -> None:
        desk.lines.write(body, lines, signatures)

    return bound(content, signatures, front, labels, reference, tracked=tracked, remembered=remembered, counting=counting)


def bound(
    content: Content,
    signatures: Mapping[Hashable, Signature],
    front: Front,
    labels: Mapping[str, str],
    reference: bytes | None,
    *,
    tracked: bool = False,
    remembered: Mapping[str, str] = _NOTHING,
    counting: Counting = to_nobody,
) -> bytes:
    """The Word file of what `content` writes; the rest as for `assemble`."""
    standard = Package.read(_standard())
    reference = front.reference if reference is None else reference
    given = standard if reference is None else tamed(reference).package
    package = Package.empty()
    carrier = Carrier(package, given)

    styles = Styles(_part(given, "styles", "styles"), standard.xml(standard.related(standard.main, "styles")[0]))
    language = regional(front.language)
    styles.speak(language)
    revisions = Revisions(signatures)
    numbers = numbering.Numbering(_part(given, "numbering"), styles)
    notes = footnotes.Footnotes(revisions, styles.id("footnote text"), styles.id("footnote reference"))
    reasons = comments.Comments(revisions, signatures, (styles.id("annotation reference"), styles.id("annotation text")))

    document = root("document", "r", "w16du")
    body = put(document, "body")
    sheet = paper(carrier, styles, front)
    written_lines = Body(revisions, styles, numbers, notes, reasons, labels, counting)
    content(body, Desk(written_lines, styles, text_width(sheet), counting))
    body.append(sheet)
    package.parts[package.main] = written(document)

    def add(part: str, data: bytes, content_type: str, relationship: str) -> None:
        package.add(f"word/{part}.xml", data, content_type, package.main, relationship)

    add("styles", styles.part(), STYLES_TYPE, f"{R}/styles")
    numbered = numbers.part()
    if numbered is not None:
        add("numbering", numbered, numbering.TYPE, f"{R}/numbering")
    if notes:
        add("footnotes", notes.part(), footnotes.TYPE, f"{R}/footnotes")
    if reasons:
        for reason in reasons.parts():
            add(*reason)
    if revisions.authors:
        add("people", people.people(revisions.authors), people.TYPE, people.RELATIONSHIP)
    two = two_sided(given)
    prepared = settings.settings(
        tracked=tracked, notes=bool(notes), two_sided=two, mirrored=mirrored(given), language=language
    )
    add("settings", prepared, settings.TYPE, f"{R}/settings")
    for kind in _CARRIED:
        for part in given.related(given.main, kind)[:1]:
            carrier.part(part, kind)
    package.add("docProps/core.xml", properties.core(front), properties.CORE_TYPE, "", properties.CORE_RELATIONSHIP)
    package.add("docProps/app.xml", properties.app(), properties.APP_TYPE, "", properties.APP_RELATIONSHIP)
    if remembered:
        kept = properties.custom(remembered)
        package.add("docProps/custom.xml", kept, properties.CUSTOM_TYPE, "", properties.CUSTOM_RELATIONSHIP)
    return package.write()


def _part(given: Package, kind: str, tag: str | None = None) -> etree._Element | None:
    found = given.related(given.main, kind)
    if found:
        return given.xml(found[0])
    return root(tag) if tag else None
