"""A story of the old document made ready to be marked up."""

from lxml import etree

from app.word.compare.names import DU_NS, MC, MC_NS
from app.word.opening import parsed
from app.word.package import Package

_IGNORABLE = MC + "Ignorable"
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
