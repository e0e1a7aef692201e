"""Texts on a secretariat's own styles and paper."""

import io
import struct
import zlib

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Inches

from app.text.redline import Redline
from app.word.package import Package
from app.word.redlined import redlined
from app.word.writing.markup import name
from tests.support import oracles
from tests.word import making
from tests.word.lines import FRONT, SIGNATURES, lines

LABELS = {"p0": "PP1", "p1": "OP1", "p3": "(a)"}
REDLINE = Redline(lines("=one | =two {+a new} | -b three | =four"))


def picture():
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    ends = chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(b"\0\0")), chunk(b"IEND", b"")
    return io.BytesIO(b"\x89PNG\r\n\x1a\n" + b"".join(ends))


def secretariat():
    """Letter paper, a header with an emblem and a bookmark, one for even pages, and some styles under our names."""
    own = docx.Document()
    section = own.sections[0]
    section.page_width = Inches(8.5)
    own.settings.odd_and_even_pages_header_footer = True
    head = section.header.paragraphs[0]
    head.text = "Secretariat"
    head.add_run().add_picture(picture())
    for tag in ("bookmarkStart", "bookmarkEnd"):
        mark = parse_xml(f'<w:{tag} {nsdecls("w")} w:id="41"/>')
        if tag == "bookmarkStart":
            mark.set(name("name"), "emblem")
        head._p.append(mark)
    section.even_page_header.paragraphs[0].text = "Even"
    own.styles["Title"].font.name = "Georgia"
    own.styles.add_style("Operative", WD_STYLE_TYPE.PARAGRAPH)
    numbered = own.styles.add_style("Preambular", WD_STYLE_TYPE.PARAGRAPH)
    numbered.base_style = own.styles["List Number"]
    own.add_paragraph("A model text that must not come along.")
    out = io.BytesIO()
    own.save(out)
    return out.getvalue()


@pytest.fixture(scope="module")
def written():
    return redlined(REDLINE, SIGNATURES, FRONT, LABELS, secretariat())


def test_it_is_sound(written, tmp_path):
    assert oracles.lint(written) == []
    assert oracles.schema_errors(written, tmp_path) == []


def test_the_model_text_does_not_come_along(written):
    assert oracles.rejected(written) == ["one", "two ", "three", "four"]


def test_paper_headers_and_styles_are_the_secretariats(written):
    opened = docx.Document(io.BytesIO(written))
    section = opened.sections[0]
    assert section.page_width == Inches(8.5)
    assert section.header.paragraphs[0].text == "Secretariat"
    assert section.header.part.related_parts and section.even_page_header.paragraphs[0].text == "Even"
    assert opened.settings.odd_and_even_pages_header_footer
    assert opened.styles["Title"].font.name == "Georgia"


def test_a_picture_in_the_header_comes_along(written):
    package = Package.read(written)
    (emblem,) = [part for part in package.parts if part.endswith(".png")]
    assert package.parts[emblem] == picture().getvalue()


def test_where_it_has_no_footer_ours_stands(written):
    footers = list(oracles.part(written).iter(name("footerReference")))
    assert [footer.get(name("type")) for footer in footers] == ["default", "even"]
    assert len({footer.get(name("r:id")) for footer in footers}) == 1


def test_styles_it_lacks_are_brought_in(written):
    styles = [paragraph.style.name for paragraph in docx.Document(io.BytesIO(written)).paragraphs]
    assert styles == ["Preambular", "Operative", "Chapeau", "Item"]


def test_a_style_that_numbers_by_itself_does_not_number_an_unlabelled_paragraph():
    data = redlined(REDLINE, SIGNATURES, FRONT, {}, secretariat())
    first = oracles.part(data).find(f".//{name('numId')}")
    assert first.get(name("val")) == "0"


def test_what_marks_places_in_its_headers_does_not_come_along(written):
    header = oracles.part(written, "word/header_default.xml")
    assert next(header.iter(name("bookmarkStart")), None) is None


def test_a_reference_with_nothing_in_it_gets_all_of_ours(tmp_path):
    bare = making.docx("<w:p/>")
    data = redlined(REDLINE, SIGNATURES, FRONT, LABELS, bare)
    assert oracles.lint(data) == [] and oracles.schema_errors(data, tmp_path) == []
    assert len(list(oracles.part(data).iter(name("headerReference")))) == 1


def test_what_was_written_before_can_be_the_reference(written, tmp_path):
    again = redlined(REDLINE, SIGNATURES, FRONT, LABELS, written)
    assert oracles.lint(again) == [] and oracles.schema_errors(again, tmp_path) == []
    assert oracles.paragraphs(again) == oracles.paragraphs(written)
