"""The properties of the file: title, who made it, when, in which language."""

from collections.abc import Mapping

from lxml import etree

from app.word.front import Front
from app.word.writing.markup import instant, legal, written

CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
APP_TYPE = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
CORE_RELATIONSHIP = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
CUSTOM_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
APP_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties"

_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


def core(front: Front) -> bytes:
    """The core properties part."""
    part = etree.Element(f"{{{_CP}}}coreProperties", nsmap={"cp": _CP, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI})
    at = instant(front.at)
    for namespace, tag, text in (
        (_DC, "title", front.title),
        (_DC, "subject", front.process),
        (_DC, "creator", front.creator),
        (_CP, "lastModifiedBy", front.creator),
        (_CP, "revision", "1"),
        (_TERMS, "created", at),
        (_TERMS, "modified", at),
        (_DC, "identifier", front.symbol),
        (_DC, "language", front.language),
        (_CP, "version", front.stage),
    ):
        if text:
            item = etree.SubElement(part, f"{{{namespace}}}{tag}")
            item.text = legal(text)
            if namespace == _TERMS:
                item.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
    return written(part)


def app() -> bytes:
    """The extended properties part: which program wrote the file."""
    part = etree.Element(f"{{{_APP}}}Properties", nsmap={None: _APP})
    etree.SubElement(part, f"{{{_APP}}}Application").text = "Pro Tempore"
    return written(part)


def custom(values: Mapping[str, str]) -> bytes:
    """The custom properties part: what the file itself remembers, under names of our own."""
    part = etree.Element(f"{{{CUSTOM}}}Properties", nsmap={None: CUSTOM, "vt": VALUES})
    # The numbers 0 and 1 mean something else, and every property of this kind has the same class.
    for number, (key, text) in enumerate(values.items(), 2):
        attributes = {"fmtid": "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}", "pid": str(number), "name": legal(key)}
        item = etree.SubElement(part, f"{{{CUSTOM}}}property", attributes)
        etree.SubElement(item, f"{{{VALUES}}}lpwstr").text = legal(text)
    return written(part)
