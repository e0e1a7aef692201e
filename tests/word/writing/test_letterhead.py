"""Documents on a letterhead: what stands where."""

import io
from datetime import UTC, date, datetime
from pathlib import Path

import docx
import pytest

from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.runs import runs_of
from app.word.clean import clean
from app.word.front import Front
from app.word.names import w
from app.word.package import Package
from app.word.wording import words
from tests.support.oracles import lint, part, schema_errors
from tests.word import making
from tests.word.house.letterheads import LETTER, counting, emblem, hostile, secretariat

FRONT = Front(
    "Declaración",
    "es",
    "Conferencia Regional sobre Migración",
    "RCM/2017/DD.1",
    "Rev.1",
    date(2017, 4, 6),
    at=datetime(2017, 4, 6, tzinfo=UTC),
    foot="Huella: 12ab",
)
TEXT = Document([Paragraph("t", Role.TITLE, runs_of("Título")), Paragraph("o", Role.OPERATIVE, runs_of("Reafirmamos."))])


def made(reference: bytes, front: Front = FRONT) -> bytes:
    return clean(TEXT, front, {"o": "OP1"}, reference)


def lines(data: bytes, name: str) -> list[str]:
    return [words(paragraph) for paragraph in part(data, f"word/{name}.xml").iter(w("p"))]


@pytest.mark.parametrize(
    "reference", [secretariat(), secretariat(LETTER, counting), hostile()], ids=["a4", "letter", "hostile"]
)
def test_what_is_made_on_it_is_sound(reference: bytes, tmp_path: Path) -> None:
    data = made(reference)
    assert lint(data) == []
    assert schema_errors(data, tmp_path) == []
    assert data == made(reference)


def test_our_lines_stand_below_the_header_and_above_the_footer() -> None:
    data = made(secretariat())
    assert lines(data, "header_default") == [
        "Conferencia Regional sobre Migración",
        "Rev.1\tRCM/2017/DD.1",
        "\t6 de abril de 2017",
    ]
    assert lines(data, "footer_first") == ["Huella: 12ab", "1/1", "Secretaría Técnica · San José, Costa Rica"]


def test_a_process_that_the_letterhead_does_not_name_is_named() -> None:
    other = Front("Declaration", "en", "Another Conference", "AC/1", at=FRONT.at)
    assert lines(made(secretariat(), other), "header_default")[1:] == ["Another Conference\tAC/1"]


def test_a_letterhead_that_counts_pages_counts_them_alone_and_says_of_how_many() -> None:
    data = made(secretariat(further=counting))
    assert lines(data, "footer_default") == ["Huella: 12ab", "Secretaría Técnica · San José, Costa Rica", "Página /1"]
    fields = [each.get(w("instr")).strip() for each in part(data, "word/footer_default.xml").iter(w("fldSimple"))]
    assert fields == ["NUMPAGES"]


def test_the_emblem_comes_along_once_with_its_type() -> None:
    package = Package.read(made(secretariat()))
    pictures = [name for name in package.parts if name.startswith("word/media/")]
    assert [package.parts[name] for name in pictures] == [emblem()]
    opened = docx.Document(io.BytesIO(made(secretariat())))
    related = opened.sections[0].first_page_header.part.related_parts.values()
    assert [each.content_type for each in related] == ["image/png"]


def test_nothing_in_the_file_points_elsewhere() -> None:
    package = Package.read(made(hostile()))
    assert not [name for name, data in package.parts.items() if b"External" in data or b"elsewhere" in data]
    assert not [name for name in package.parts if name.endswith(".bin")]


def test_paper_styles_and_indents_are_the_secretariats() -> None:
    opened = docx.Document(io.BytesIO(made(secretariat(LETTER))))
    assert opened.sections[0].page_width == LETTER[0]
    assert opened.styles["Heading 1"].style_id == "Ttulo1"
    numbering = part(made(secretariat()), "word/numbering.xml")
    levels = [level for level in numbering.iter(w("lvl")) if level.find(w("lvlText")).get(w("val")) == "OP1"]
    assert [level.find(f"{w('pPr')}/{w('ind')}").get(w("hanging")) for level in levels] == ["850"]


def test_the_indent_of_the_list_a_style_is_numbered_by_places_the_number() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="x"><w:name w:val="operative"/>'
        '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
    )
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:pPr><w:ind w:left="900" w:hanging="450"/></w:pPr></w:lvl>'
        '</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>'
    )
    data = made(making.docx("<w:p/>", styles=styles, numbering=numbering))
    level = next(each for each in part(data, "word/numbering.xml").iter(w("lvl")) if each.find(w("lvlText")) is not None)
    assert level.find(f"{w('pPr')}/{w('ind')}").get(w("left")) == "900"


def test_new_words_look_of_the_document_stand_in_their_order(tmp_path: Path) -> None:
    styles = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="24"/><w:lang w:val="es-MX"/>'
        '<w14:ligatures w14:val="standardContextual"/></w:rPr></w:rPrDefault></w:docDefaults>'
    )
    data = made(making.docx("<w:p/>", styles=styles))
    assert schema_errors(data, tmp_path) == []
    look = part(data, "word/styles.xml").find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
    assert [each.tag.rpartition("}")[2] for each in look] == ["sz", "lang", "ligatures"]
