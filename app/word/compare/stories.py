"""A story of the old document made ready to be marked up, and the parts of both documents that pair up."""

from lxml import etree

from app.word.compare.names import DU_NS, MC, MC_NS, SECT, R, W
from app.word.opening import parsed
from app.word.package import Package

_IGNORABLE = MC + "Ignorable"
_REFERENCES = (W + "headerReference", W + "footerReference")
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"})


def opened(package: Package, part: str, new_root: etree._Element | None) -> etree._Element:
    """A copy of the root of `part` that declares what marks, and content from `new_root`, use.

    Prefixes that stand in attribute values ("Requires") must be in scope wherever content is put.
    """
    old = package.xml(part)
    theirs = {} if new_root is None else new_root.nsmap
    prefixes = {prefix: uri for prefix, uri in old.nsmap.items() if prefix is not None}
    declared = set(prefixes)
    for prefix, uri in theirs.items():
        if prefix is not None:
            prefixes.setdefault(prefix, uri)
    for prefix, uri in (("mc", MC_NS), ("w16du", DU_NS)):
        if uri not in prefixes.values():
            prefixes.setdefault(prefix, uri)
    # Declarations can only be added to an element that is not yet parsed.
    written = etree.tostring(old)
    end = written.index(b">") - written[: written.index(b">")].endswith(b"/")
    added = "".join(
        f' xmlns:{prefix}="{uri.translate(_ESCAPED)}"' for prefix, uri in prefixes.items() if prefix not in declared
    )
    root = parsed(written[:end] + added.encode() + written[end:])
    ignorable = dict.fromkeys(old.get(_IGNORABLE, "").split())
    for prefix in () if new_root is None else new_root.get(_IGNORABLE, "").split():
        if prefixes.get(prefix) == theirs.get(prefix):
            ignorable[prefix] = None
    ignorable |= {prefix: None for prefix, uri in prefixes.items() if uri == DU_NS}
    root.set(_IGNORABLE, " ".join(ignorable))
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
