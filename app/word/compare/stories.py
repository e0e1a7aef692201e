"""A story of the old document made ready to be marked up, and the parts of both documents that pair up."""

from lxml import etree

from app.word.compare.names import DU_NS, MC, MC_NS, SECT, R, W
from app.word.package import Package

_IGNORABLE = MC + "Ignorable"
_REFERENCES = (W + "headerReference", W + "footerReference")


def opened(package: Package, part: str, new_root: etree._Element | None) -> etree._Element:
    """The root of `part`, declaring what marks and content from `new_root` use; it takes the old root's children.

    Prefixes that stand in attribute values ("Requires") must be in scope wherever content is put.
    """
    old = package.xml(part)
    prefixes = dict(old.nsmap)
    taken = set(prefixes.values())
    for prefix, uri in () if new_root is None else new_root.nsmap.items():
        if prefix is not None and prefix not in prefixes:
            prefixes[prefix] = uri
    prefixes.setdefault("mc", MC_NS)
    if DU_NS not in taken:
        prefixes["w16du"] = DU_NS
    ignorable = dict.fromkeys(old.get(_IGNORABLE, "").split())
    theirs = [] if new_root is None else new_root.get(_IGNORABLE, "").split()
    for prefix in theirs:
        if prefixes.get(prefix) == new_root.nsmap.get(prefix):
            ignorable[prefix] = None
    ignorable[next(prefix for prefix, uri in prefixes.items() if uri == DU_NS and prefix)] = None
    root = etree.Element(old.tag, dict(old.attrib), nsmap=prefixes)
    root.text = old.text
    root.set(_IGNORABLE, " ".join(ignorable))
    root.extend(list(old))
    return root


def headers(old: Package, old_root: etree._Element, new: Package, new_root: etree._Element) -> list[tuple[str, str]]:
    """The headers and footers that pair up: of the same section by number, of the same kind and type.

    When the documents have different numbers of sections, only those of the last one.
    """
    sections, new_sections = list(old_root.iter(SECT)), list(new_root.iter(SECT))
    if len(sections) != len(new_sections):
        sections, new_sections = sections[-1:], new_sections[-1:]
    pairs: dict[str, str] = {}
    for section, new_section in zip(sections, new_sections, strict=False):
        theirs = _named(new, new_section)
        for key, part in _named(old, section).items():
            if key in theirs and theirs[key] not in pairs.values():
                pairs.setdefault(part, theirs[key])
    return list(pairs.items())


def _named(package: Package, section: etree._Element) -> dict[tuple[str, str], str]:
    found = {}
    for reference in section:
        if reference.tag in _REFERENCES:
            part = package.target(package.main, reference.get(R + "id", ""))
            if part is not None:
                found[reference.tag, reference.get(W + "type", "default")] = part
    return found
