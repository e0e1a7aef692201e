"""The reference document in the tree."""

from app.text.paragraph import Paragraph, Role
from app.word.package import Package
from app.word.reference import reference
from app.word.writing.assembly import REFERENCE
from app.word.writing.markup import name
from app.word.writing.styles import style_name
from tests.support import oracles


def test_the_document_in_the_tree_is_the_one_made_here():
    assert REFERENCE.read_bytes() == reference()


def test_it_has_a_style_for_every_role():
    styles = {style.get(name("val")) for style in oracles.part(reference(), "word/styles.xml").iter(name("name"))}
    levels = [Paragraph("a", Role.HEADING, (), level) for level in range(1, 7)]
    assert {style_name(paragraph) for paragraph in [Paragraph("a", role) for role in Role] + levels} <= styles


def test_it_is_a_word_file_by_itself(tmp_path):
    assert Package.read(reference()).main == "word/document.xml"
    assert oracles.schema_errors(reference(), tmp_path) == [] and oracles.lint(reference()) == []
