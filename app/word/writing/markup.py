"""WordprocessingML by name: namespaces, elements in one line, and text that XML can hold."""

import re
from datetime import UTC, datetime

from lxml import etree

from app.word.names import MC, W14, W15, W16CEX, W16CID, W16DU, W

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PREFIXES = {"w": W, "r": R, "mc": MC, "w14": W14, "w15": W15, "w16cid": W16CID, "w16cex": W16CEX, "w16du": W16DU}

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_KNOWN = ("w", "r", "mc")


def name(prefixed: str) -> str:
    """The full name of `w:p`, `r:id`, …; a bare `p` is of the namespace w."""
    prefix, _, local = prefixed.rpartition(":")
    return f"{{{PREFIXES[prefix or 'w']}}}{local}"


def root(tag: str, *prefixes: str) -> etree._Element:
    """The root of a part that uses `prefixes`; those an older reader cannot know are declared ignorable."""
    newer = [prefix for prefix in prefixes if prefix not in _KNOWN]
    used = dict.fromkeys((tag.rpartition(":")[0] or "w", *prefixes, *(["mc"] if newer else [])))
    element = etree.Element(name(tag), nsmap={prefix: PREFIXES[prefix] for prefix in used})
    if newer:
        element.set(name("mc:Ignorable"), " ".join(newer))
    return element


def put(parent: etree._Element, tag: str, /, **attributes: str) -> etree._Element:
    """A new last child `w:tag` of `parent`, its attributes in the same namespace."""
    element = etree.SubElement(parent, f"{{{W}}}{tag}")
    for key, value in attributes.items():
        element.set(f"{{{W}}}{key}", value)
    return element


def written(element: etree._Element) -> bytes:
    """A part with this root."""
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)


def legal(text: str) -> str:
    """`text` without the characters that no XML document can hold."""
    return _ILLEGAL.sub("", text)


def instant(at: datetime) -> str:
    """`at` in UTC to the second, as Word spells it; a time without a zone is taken to be UTC."""
    at = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def whole(text: str | None, otherwise: int) -> int:
    """The whole number an attribute says; `otherwise` when it is absent or says anything else."""
    return int(text) if text is not None and re.fullmatch(r"-?\d{1,10}", text, re.ASCII) else otherwise
