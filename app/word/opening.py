"""Opening what may be a Word file, with distrust: the zip within bounds, the XML without document types or entities."""

import codecs
import io
import re
import zipfile

from lxml import etree

from app.word.names import W
from app.word.unreadable import Reason, Unreadable

MAX_FILE = 64 * 1024 * 1024
"""Bytes a file may have as it comes."""
MAX_EXPANDED = 192 * 1024 * 1024
"""Bytes all its parts together may have when unpacked."""
MAX_PART = 48 * 1024 * 1024
"""Bytes one part may have that is read as XML: some ten thousand pages."""
MAX_MARKUP = 4_000_000
"""Tags such a part may have: what takes memory is not its bytes but its elements."""
MAX_PARTS = 4096

_BEGINNINGS = (
    (b"{\\rtf", Reason.RICH_TEXT),
    (b"%pdf-", Reason.PDF),
    (b"<!doctype html", Reason.WEB_PAGE),
    (b"<html", Reason.WEB_PAGE),
    (b"mime-version:", Reason.WEB_PAGE),
)
_FLAT = (b"<pkg:package", b"<w:worddocument", b"<office:document")
"""The roots of documents that are one XML file; what stands before them is short."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DOCTYPE = re.compile(rb"\A(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?(?>\s+|<\?.*?\?>|<!--.*?-->)*+<!DOCTYPE", re.DOTALL)
_ENCODING = re.compile(r"""\A(<\?xml[^>]*?)\s+encoding\s*=\s*(?:"[^"]*"|'[^']*')""")
_ENTRY = b"PK\x01\x02"
_CHUNK = 64 * 1024
_HEAD = 4096
_MARKS = codecs.BOM_UTF8 + codecs.BOM_UTF16

_DECLARATIONS = tuple(mark + "<?xml".encode(form) for mark, form in (
    (b"", "utf-8"), (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
))  # fmt: skip
# ISO 29500 Strict says the same things in other namespaces; one spelling inside keeps every reader simple.
_STRICT = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL = (
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W.encode()),
    (
        b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
        b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)


def unpacked(data: bytes) -> dict[str, bytes]:
    """The parts of the zip by name, never more than the bounds allow. Raises Unreadable."""
    if other := _other(data):
        raise Unreadable(other)
    if len(data) > MAX_FILE:
        raise Unreadable(Reason.TOO_LARGE)
    if not data.startswith(b"PK") and not zipfile.is_zipfile(io.BytesIO(data)):
        raise Unreadable(Reason.NOT_A_DOCX)
    # The library makes an object of each entry before anybody can ask how many there are.
    if data.count(_ENTRY) > 4 * MAX_PARTS:
        raise Unreadable(Reason.BOMB)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _inflated(archive)
    except Unreadable:
        raise
    # A hostile directory leads the standard library into more kinds of error than zipfile names.
    except Exception as error:
        raise Unreadable(Reason.DAMAGED) from error


def is_plain(data: bytes) -> bool:
    """Whether it does not begin as a document of any kind does that is not plain text. A web page may be meant as text."""
    return not data.startswith(b"PK\x03\x04") and _other(data) in (None, Reason.EMPTY, Reason.WEB_PAGE)


def _other(data: bytes) -> Reason | None:
    """What a file is that is no zip, by how it begins; None when that tells nothing."""
    if not data:
        return Reason.EMPTY
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            return Reason.ENCRYPTED
        return Reason.OLD_DOC if "WordDocument".encode("utf-16-le") in data else Reason.NOT_A_DOCX
    head = data[:_HEAD].lstrip(_MARKS).replace(b"\0", b"").lstrip().lower()
    if head.startswith(b"<?xml") and any(root in head for root in _FLAT):
        return Reason.PLAIN_XML
    return next((reason for beginning, reason in _BEGINNINGS if head.startswith(beginning)), None)


def _inflated(archive: zipfile.ZipFile) -> dict[str, bytes]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(entries) > MAX_PARTS or sum(entry.file_size for entry in entries) > MAX_EXPANDED:
        raise Unreadable(Reason.BOMB)
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unreadable(Reason.ENCRYPTED)
    room = MAX_EXPANDED
    parts: dict[str, bytes] = {}
    for entry in entries:
        name = entry.filename.replace("\\", "/").lstrip("/")
        if not name or entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise Unreadable(Reason.DAMAGED)
        pieces = []
        with archive.open(entry) as stream:
            # The declared size is only what the file says of itself, so what really comes out is counted.
            while piece := stream.read(_CHUNK):
                room -= len(piece)
                if room < 0:
                    raise Unreadable(Reason.BOMB)
                pieces.append(piece)
        # A part that is there twice must be the same: programs disagree on which of two counts.
        if parts.setdefault(name, content := b"".join(pieces)) != content:
            raise Unreadable(Reason.DAMAGED)
    return parts


def transitional(name: str, data: bytes) -> bytes:
    """The part in the namespaces of ISO 29500 Transitional, whichever it came in."""
    if not name.lower().endswith((".xml", ".rels")) and not data.startswith(_DECLARATIONS):
        return data
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        data = _in_utf_8(data)
    if _STRICT not in data:
        return data
    for strict, known in _TRANSITIONAL:
        data = data.replace(strict, known)
    return re.sub(rb"""\s[\w]+:conformance=(?:"strict"|'strict')""", b"", data, count=1)


def _in_utf_8(data: bytes) -> bytes:
    """The part with its declaration's encoding left out; as it was when it is not in the encoding it begins in."""
    try:
        return _ENCODING.sub(r"\1", data.decode("utf-16"), count=1).encode()
    except UnicodeError:
        return data


def parsed(data: bytes) -> etree._Element:
    """The root element of a part; nothing is expanded and nothing fetched. Raises Unreadable."""
    if len(data) > MAX_PART or data.count(b"<") > MAX_MARKUP:
        raise Unreadable(Reason.BOMB)
    if _DOCTYPE.match(data[:_CHUNK].replace(b"\0", b"")):
        raise Unreadable(Reason.ENTITIES)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        remove_blank_text=False,
        strip_cdata=True,
        # The ids that texts give their paragraphs are of no concern, nor whether one is given twice.
        collect_ids=False,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise Unreadable(Reason.DAMAGED) from error
    if root is None:
        raise Unreadable(Reason.DAMAGED)
    info = root.getroottree().docinfo
    if info.doctype or info.internalDTD is not None:
        raise Unreadable(Reason.ENTITIES)
    return root


def serialised(root: etree._Element) -> bytes:
    """The part with this root, in UTF-8 with its declaration."""
    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
