import io
import re
import struct
import zlib

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from app.word.compare import compare
from app.word.resolve import accept, reject
from tests.word.compare.documents import AT
from tests.word.compare.laws import count, xml
from tests.word.making import unzipped


def picture(shade: int) -> bytes:
    """A PNG of one grey pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    pixels = zlib.compress(bytes([0, shade]))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def saved(document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def pictured(*shades: int) -> bytes:
    document = Document()
    document.add_paragraph("Before the pictures.")
    for shade in shades:
        document.add_paragraph("Picture: ").add_run().add_picture(io.BytesIO(picture(shade)))
    document.add_paragraph("After the pictures.")
    return saved(document)


def linked(address: str) -> bytes:
    document = Document()
    paragraph = document.add_paragraph("See ")
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "the list"
    run.append(text)
    link.append(run)
    paragraph._p.append(link)
    return saved(document)


def pictures_in(data: bytes) -> list[bytes]:
    """The pictures that the text shows, in order."""
    document = Document(io.BytesIO(data))
    found = re.findall(r'r:embed="(\w+)"', document.element.xml)
    return [document.part.related_parts[identifier].blob for identifier in found]


def test_equal_pictures_are_kept():
    assert not count(compare(pictured(7), pictured(7), "France", AT))


def test_an_inserted_picture_is_brought_over():
    out = compare(pictured(7), pictured(7, 200), "France", AT)
    assert count(out)["del"] == 0
    assert pictures_in(accept(out)) == [picture(7), picture(200)]
    assert pictures_in(reject(out)) == [picture(7)]
    assert sum(name.startswith("word/media/") for name in unzipped(out)) == 2


def test_a_picture_in_place_of_another():
    out = compare(pictured(7), pictured(9), "France", AT)
    assert (count(out)["ins"], count(out)["del"]) == (1, 1)
    assert pictures_in(accept(out)) == [picture(9)]
    numbers = re.findall(r'<wp:docPr id="(\d+)"', xml(out))
    assert len(set(numbers)) == 2


def test_an_address_is_brought_over():
    out = compare(linked("https://example.org/old"), linked("https://example.org/new"), "France", AT)
    related = xml(out, "word/_rels/document.xml.rels")
    assert "https://example.org/old" in related and "https://example.org/new" in related
    assert not count(compare(linked("https://example.org/a"), linked("https://example.org/a"), "France", AT))
