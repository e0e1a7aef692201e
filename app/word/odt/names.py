"""Names of OpenDocument, spelled once."""

from typing import Final

from lxml import etree

NAMESPACES: Final = {
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
    "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text",
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
    "urn:oasis:names:tc:opendocument:xmlns:style:1.0": "style",
    "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": "draw",
    "urn:oasis:names:tc:opendocument:xmlns:dr3d:1.0": "dr3d",
    "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0": "fo",
    "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0": "manifest",
    "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext",
    "http://www.w3.org/1999/xlink": "xlink",
    "http://www.w3.org/1998/Math/MathML": "math",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
_URIS = {prefix: uri for uri, prefix in NAMESPACES.items()}


def odf(name: str) -> str:
    """The qualified name of "text:p", whatever prefix a file uses."""
    prefix, _, local = name.partition(":")
    return f"{{{_URIS[prefix]}}}{local}"


def named(element: etree._Element) -> str:
    """The name of `element` with the prefix it has here ("text:p"); "" for a comment, as it is when of another kind."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    uri, _, local = tag[1:].rpartition("}")
    return f"{NAMESPACES[uri]}:{local}" if uri in NAMESPACES else tag


def given(element: etree._Element | None, name: str) -> str | None:
    """The attribute "text:style-name" of `element`; None when either is not there."""
    return None if element is None else element.get(odf(name))
