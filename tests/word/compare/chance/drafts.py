"""A Word file as parts that can still be changed: for documents made, and edited, by chance."""

import struct
import zlib
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import count

from lxml import etree

from tests.word.making import saved_by, zipped

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": OFFICE[:-1],
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
}
_DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in SPACES.items()) + ' mc:Ignorable="w14"'


@dataclass
class Draft:
    """Parts with XML by name, other parts, the relationships of each part, and the content types.

    `program` is what the file says that it was saved by.
    """

    roots: dict[str, etree._Element] = field(default_factory=dict)
    blobs: dict[str, bytes] = field(default_factory=dict)
    related: dict[str, list[tuple[str, str, str, bool]]] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    used: int = 0
    program: str = "Microsoft Office Word"

    def id(self) -> int:
        """A number used nowhere else in the file."""
        self.used += 1
        return self.used

    def story(self, name: str, tag: str, inner: str, kind: str = "") -> str:
        """Adds a part of WordprocessingML related to the body; the relationship's id."""
        self.roots[f"word/{name}.xml"] = element(f"<w:{tag} {_DECLARED}>{inner}</w:{tag}>")
        self.types[f"word/{name}.xml"] = _WORD + (kind or tag if tag != "document" else "document.main") + "+xml"
        return "" if tag == "document" else self.relate("document", kind or tag, f"{name}.xml")

    def blob(self, part: str, kind: str, name: str, data: bytes, content_type: str) -> str:
        """Relates `part` to these bytes; the relationship's id."""
        self.blobs["word/" + name] = data
        self.types["word/" + name] = content_type
        return self.relate(part, kind, name)

    def relate(self, part: str, kind: str, target: str, external: bool = False) -> str:
        known = self.related.setdefault(part, [])
        taken = {identifier for identifier, *_ in known}
        free = next(name for n in count(1) if (name := f"rId{n}") not in taken)
        known.append((free, kind if ":" in kind else OFFICE + kind, target, external))
        return free

    def root(self, part: str) -> etree._Element:
        return self.roots[f"word/{part}.xml"]

    def copy(self) -> "Draft":
        return deepcopy(self)

    def written(self) -> bytes:
        parts: dict[str, str | bytes] = {
            "[Content_Types].xml": _types(self.types),
            "_rels/.rels": _relationships([("rId1", OFFICE + "officeDocument", "word/document.xml", False)]),
        }
        for name, root in self.roots.items():
            parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        for part, items in self.related.items():
            folder, _, base = f"word/{part}".rpartition("/")
            parts[f"{folder}/_rels/{base}.xml.rels"] = _relationships(items)
        return saved_by(self.program, zipped(parts | self.blobs))


def element(xml: str) -> etree._Element:
    return etree.fromstring(xml)


def fragment(xml: str) -> list[etree._Element]:
    """The elements of a piece of XML with the prefixes of a draft."""
    return list(etree.fromstring(f"<x {_DECLARED}>{xml}</x>"))


def picture(shade: int) -> bytes:
    """A PNG of one grey pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    pixels = zlib.compress(bytes([0, shade]))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def _types(types: dict[str, str]) -> str:
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in types.items())
    return (
        f'<Types xmlns="{_PACKAGE}content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relationships(items: list[tuple[str, str, str, bool]]) -> str:
    modes = ("", ' TargetMode="External"')
    inner = "".join(
        f'<Relationship Id="{identifier}" Type="{kind}" Target="{target}"{modes[external]}/>'
        for identifier, kind, target, external in items
    )
    return f'<Relationships xmlns="{_PACKAGE}relationships">{inner}</Relationships>'
