"""Lines and front matter made into a Word file, on the styles and the paper of a reference document."""

import posixpath
from collections.abc import Hashable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from lxml import etree

from app.text.redline import Line
from app.word.front import Front
from app.word.package import CONTENT_TYPES, Package
from app.word.writing.body import Body
from app.word.writing.language import regional
from app.word.writing.markup import R, name, put, root, whole, written
from app.word.writing.parts import comments, footnotes, margins, numbering, people, properties, section, settings
from app.word.writing.revisions import Revisions, Signature
from app.word.writing.styles import TYPE as STYLES_TYPE
from app.word.writing.styles import Styles

REFERENCE = Path(__file__).resolve().parents[3] / "templates" / "word" / "reference.docx"
"""The reference document used when a secretariat has none of its own."""

_DOCUMENT = "word/document.xml"
_DOCUMENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_DEFAULTS = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
_CARRIED = ("theme", "fontTable")


@lru_cache(maxsize=1)
def _standard() -> bytes:
    return REFERENCE.read_bytes()


def assemble(
    lines: Sequence[Line],
    signatures: Mapping[Hashable, Signature],
    front: Front,
    labels: Mapping[str, str],
    reference: bytes | None,
    *,
    tracked: bool,
) -> bytes:
    """The Word file. `tracked` switches the recording of changes on. Raises Unreadable for a broken `reference`."""
    standard = Package.read(_standard())
    given = standard if reference is None else Package.read(reference)
    package = Package({CONTENT_TYPES: _content_types()}, _DOCUMENT)
    package.add(_DOCUMENT, b"", _DOCUMENT_TYPE, "", f"{R}/officeDocument")

    styles = Styles(_part(given, "styles", "styles"), standard.xml(standard.related(standard.main, "styles")[0]))
    language = regional(front.language)
    styles.speak(language)
    revisions = Revisions(signatures, _first_identifier(given))
    numbers = numbering.Numbering(_part(given, "numbering"))
    notes = footnotes.Footnotes(revisions, styles.id("footnote text"), styles.id("footnote reference"))
    reasons = comments.Comments(revisions, signatures, (styles.id("annotation reference"), styles.id("annotation text")))

    document = root("document", "r", "w16du")
    body = put(document, "body")
    Body(revisions, styles, numbers, notes, reasons, labels).write(body, lines, signatures)
    body.append(_section(package, given, styles, front))
    package.parts[_DOCUMENT] = written(document)

    def add(part: str, data: bytes, content_type: str, relationship: str) -> None:
        package.add(f"word/{part}.xml", data, content_type, _DOCUMENT, relationship)

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
    two_sided = _two_sided(given)
    prepared = settings.settings(tracked=tracked, notes=bool(notes), two_sided=two_sided, language=language)
    add("settings", prepared, settings.TYPE, f"{R}/settings")
    for kind in _CARRIED:
        for part in given.related(given.main, kind)[:1]:
            _carry(package, given, part, kind)
    package.add("docProps/core.xml", properties.core(front), properties.CORE_TYPE, "", properties.CORE_RELATIONSHIP)
    package.add("docProps/app.xml", properties.app(), properties.APP_TYPE, "", properties.APP_RELATIONSHIP)
    return package.write()


def _section(package: Package, given: Package, styles: Styles, front: Front) -> etree._Element:
    """The section of the reference document with its own headers and footers, or ours where it has none."""
    paper = section.section_of(given.xml(given.main))
    types = {"header": margins.HEADER_TYPE, "footer": margins.FOOTER_TYPE}
    for kind in types:
        for found in section.references(paper, kind):
            part = given.target(given.main, found.get(name("r:id"), ""))
            if part is None:
                paper.remove(found)
            else:
                found.set(name("r:id"), _carry(package, given, part, kind))
    ours = {
        "header": margins.header(front, styles.id("header"), section.text_width(paper)),
        "footer": margins.footer(styles.id("footer")),
    }
    for kind, data in ours.items():
        if not section.references(paper, kind):
            relationship = f"{R}/{kind}"
            section.refer(paper, kind, package.add(f"word/{kind}_front.xml", data, types[kind], _DOCUMENT, relationship))
    if front.line_numbers:
        section.number_lines(paper)
    return paper


def _carry(package: Package, given: Package, part: str, kind: str) -> str:
    """Takes `part` over from the reference document, with all that it relates to; the id of its relationship."""
    declared = {item.get("PartName") or item.get("Extension"): item.get("ContentType") for item in given.xml(CONTENT_TYPES)}

    def content_type(carried: str) -> str:
        return declared.get(f"/{carried}") or declared.get(carried.rpartition(".")[2]) or "application/octet-stream"

    waiting = [part]
    while waiting:
        carried = waiting.pop()
        folder, base = posixpath.split(carried)
        related = posixpath.join(folder, "_rels", f"{base}.rels")
        package.parts[carried] = given.parts[carried]
        if carried != part:
            types = package.xml(CONTENT_TYPES)
            etree.SubElement(types, f"{{{_TYPES}}}Override", PartName=f"/{carried}", ContentType=content_type(carried))
        if related in given.parts:
            package.parts[related] = given.parts[related]
            targets = (given.target(carried, item.get("Id", "")) for item in given.xml(related))
            waiting += [target for target in targets if target and target not in package.parts]
    return package.add(part, given.parts[part], content_type(part), _DOCUMENT, f"{R}/{kind}")


def _first_identifier(given: Package) -> int:
    """The first identifier that nothing in the headers and footers of the reference document has."""
    margins = [given.xml(part) for kind in ("header", "footer") for part in given.related(given.main, kind)]
    taken = (whole(element.get(name("id")), 0) for part in margins for element in part.iter(etree.Element))
    return max(taken, default=0) + 1


def _part(given: Package, kind: str, tag: str | None = None) -> etree._Element | None:
    found = given.related(given.main, kind)
    if found:
        return given.xml(found[0])
    return root(tag) if tag else None


def _two_sided(given: Package) -> bool:
    found = _part(given, "settings")
    return found is not None and found.find(name("evenAndOddHeaders")) is not None


def _content_types() -> bytes:
    types = etree.Element(f"{{{_TYPES}}}Types", nsmap={None: _TYPES})
    for extension, content_type in _DEFAULTS.items():
        etree.SubElement(types, f"{{{_TYPES}}}Default", Extension=extension, ContentType=content_type)
    return written(types)
