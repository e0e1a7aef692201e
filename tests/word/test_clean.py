"""A text without marks, as other programs read it."""

import io
from dataclasses import replace

import docx
import pytest
from hypothesis import given, settings

from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.runs import NOTE_ANCHOR, Mark, Run, runs_of
from app.word.clean import clean
from app.word.read import read
from app.word.unreadable import Unreadable
from app.word.writing.markup import legal, name
from tests.support import oracles
from tests.support.laws import DEPTH
from tests.text import strategies
from tests.word.lines import AT, FRONT

TEXT = Document(
    [
        Paragraph("title", Role.TITLE, runs_of("Declaration")),
        Paragraph("chapeau", Role.CHAPEAU, runs_of("The Governments,")),
        Paragraph("pp1", Role.PREAMBULAR, (Run("Recalling", frozenset({Mark.ITALIC})), Run(" the Declaration,"))),
        Paragraph("h1", Role.HEADING, runs_of("Human rights"), 1),
        Paragraph("op1", Role.OPERATIVE, (Run("Decide"), Run(NOTE_ANCHOR, note="A/RES/71/1"), Run(" as follows:"))),
        Paragraph("item", Role.ITEM, runs_of("regular channels;")),
        Paragraph("sub", Role.SUBITEM, (Run("10"), Run("6", frozenset({Mark.SUPERSCRIPT})), Run(" permits;"))),
        Paragraph("closing", Role.CLOSING, runs_of("Adopted in San Salvador.")),
    ]
)
LABELS = {"pp1": "PP1", "h1": "I.", "op1": "OP7 bis", "item": "(a)", "sub": "(i)", "closing": ""}


@settings(max_examples=40 * DEPTH, deadline=None)
@given(strategies.documents())
def test_its_paragraphs_are_those_of_the_text_and_no_others(document):
    data = clean(document, FRONT)
    assert oracles.lint(data) == [] and oracles.left(data) == set()
    assert oracles.paragraphs(data) == [legal(paragraph.text) for paragraph in document] or [""]


def test_the_schema_has_nothing_against_it(tmp_path):
    assert oracles.schema_errors(clean(TEXT, FRONT, LABELS), tmp_path) == []
    assert (
        oracles.schema_errors(clean(Document(), replace(FRONT, process="", symbol="", stage="", date=None)), tmp_path) == []
    )


def test_it_comes_back_with_its_keys_labels_marks_and_notes():
    found = read(clean(TEXT, FRONT, LABELS)).paragraphs
    assert [paragraph.key for paragraph in found] == list(TEXT.keys)
    assert [paragraph.label or "" for paragraph in found] == [LABELS.get(key, "") for key in TEXT.keys]
    assert [paragraph.runs for paragraph in found] == [paragraph.runs for paragraph in TEXT]
    assert [paragraph.level for paragraph in found] == [paragraph.level or None for paragraph in TEXT]


def test_styles_have_the_names_of_the_roles():
    styles = [paragraph.style.name for paragraph in docx.Document(io.BytesIO(clean(TEXT, FRONT))).paragraphs]
    assert styles == ["Title", "Chapeau", "Preambular", "Heading 1", "Operative", "Item", "Subitem", "Closing"]


def test_what_is_of_the_file_stands_in_its_properties():
    properties = docx.Document(io.BytesIO(clean(TEXT, FRONT))).core_properties
    assert properties.title == FRONT.title and properties.author == "Pro Tempore"
    assert properties.created.replace(tzinfo=AT.tzinfo) == properties.modified.replace(tzinfo=AT.tzinfo) == AT


@pytest.mark.parametrize(
    ("language", "tag", "shown"),
    [("en", "en-GB", "24 April 2017"), ("es", "es-ES", "24 de abril de 2017"), ("qqq", "qqq", "2017-04-24")],
)
def test_front_matter_stands_in_the_header_in_its_language(language, tag, shown):
    data = clean(TEXT, replace(FRONT, language=language))
    header = docx.Document(io.BytesIO(data)).sections[0].header
    assert [paragraph.text for paragraph in header.paragraphs] == [f"{FRONT.process}\tRCM/1", f"Rev.1\t{shown}"]
    (lang,) = oracles.part(data, "word/styles.xml").iter(name("lang"))
    assert lang.get(name("val")) == tag


def test_the_page_and_their_number_stand_at_the_foot():
    footer = oracles.part(clean(TEXT, FRONT), "word/footer_front.xml")
    assert [field.get(name("instr")).strip() for field in footer.iter(name("fldSimple"))] == ["PAGE", "NUMPAGES"]


def test_lines_are_numbered_only_on_demand():
    tag = f".//{name('lnNumType')}"
    assert oracles.part(clean(TEXT, FRONT)).find(tag) is None
    counting = oracles.part(clean(TEXT, replace(FRONT, line_numbers=True))).find(tag)
    assert counting.get(name("restart")) == "newPage"


def test_the_same_label_is_one_numbering():
    two = Document([Paragraph("a", Role.OPERATIVE), Paragraph("b", Role.OPERATIVE), Paragraph("c", Role.ITEM)])
    numbering = oracles.part(clean(two, FRONT, {"a": "OP1", "b": "OP1", "c": "OP1"}), "word/numbering.xml")
    assert len(numbering.findall(name("num"))) == 2


def test_characters_no_xml_can_hold_are_dropped_and_line_ends_kept():
    text = Document([Paragraph("a", Role.OPERATIVE, runs_of(" a\x00b\x0bc\td\ne\r\nf\ufffe "))])
    assert oracles.paragraphs(clean(text, FRONT)) == [" abc\td\ne\nf "]


def test_changes_are_not_tracked_in_a_clean_text():
    assert oracles.part(clean(TEXT, FRONT), "word/settings.xml").find(name("trackRevisions")) is None


def test_a_reference_that_is_no_word_file_is_refused():
    with pytest.raises(Unreadable):
        clean(TEXT, FRONT, reference=b"no")
