"""The paper a text is written on: the section of the reference document, and what its pages show."""

import posixpath

from lxml import etree

from app.word.front import Front
from app.word.package import CONTENT_TYPES, Package
from app.word.writing.markup import R, name, whole
from app.word.writing.parts import margins, section
from app.word.writing.styles import Styles

TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"

_KINDS = {"header": margins.HEADER_TYPE, "footer": margins.FOOTER_TYPE}


def paper(package: Package, given: Package, styles: Styles, front: Front) -> etree._Element:
    """The section of the reference document `given` with its own headers and footers, or ours where it has none."""
    sheet = section.section_of(given.xml(given.main))
    if front.landscape:
        section.turn(sheet)
    for kind in _KINDS:
        for found in section.references(sheet, kind):
            part = given.target(given.main, found.get(name("r:id"), ""))
            if part is None:
                sheet.remove(found)
            else:
                found.set(name("r:id"), carry(package, given, part, kind))
    ours = {
        "header": margins.header(front, styles.id("header"), section.text_width(sheet)),
        "footer": margins.footer(styles.id("footer"), front.foot),
    }
    for kind, data in ours.items():
        if not section.references(sheet, kind):
            identifier = package.add(f"word/{kind}_front.xml", data, _KINDS[kind], package.main, f"{R}/{kind}")
            section.refer(sheet, kind, identifier, two_sided=two_sided(given))
    if front.line_numbers:
        section.number_lines(sheet)
    return sheet


def two_sided(given: Package) -> bool:
    """Whether even pages have headers of their own in the reference document."""
    return any(
        given.xml(part).find(name("evenAndOddHeaders")) is not None for part in given.related(given.main, "settings")
    )


def carry(package: Package, given: Package, part: str, kind: str) -> str:
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
            etree.SubElement(types, f"{{{TYPES}}}Override", PartName=f"/{carried}", ContentType=content_type(carried))
        if related in given.parts:
            package.parts[related] = given.parts[related]
            targets = (given.target(carried, item.get("Id", "")) for item in given.xml(related))
            waiting += [target for target in targets if target and target not in package.parts]
    return package.add(part, given.parts[part], content_type(part), package.main, f"{R}/{kind}")


def first_identifier(given: Package) -> int:
    """The first identifier that nothing in the headers and footers of the reference document has."""
    margins = [given.xml(part) for kind in ("header", "footer") for part in given.related(given.main, kind)]
    taken = (whole(element.get(name("id")), 0) for part in margins for element in part.iter(etree.Element))
    return max(taken, default=0) + 1
