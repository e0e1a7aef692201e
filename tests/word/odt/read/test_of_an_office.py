"""OpenDocument texts as LibreOffice writes them: what is read of them is what is read of the Word file they come from."""

import pytest

from app.exports.forms.office import converted
from app.word import read as word
from app.word.clean import clean
from app.word.odt import read as opendocument
from app.word.omissions import Kind
from tests.support.programs import need
from tests.word.lines import FRONT
from tests.word.making import dele, docx, ins, mark, p, t
from tests.word.test_clean import LABELS, TEXT
from tests.word.test_labels import THREE, abstract, item, level, num

STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
)


def lists() -> bytes:
    other = abstract(1, level(0, "upperRoman", "%1.", 3), level(1, "bullet", "–")) + num(2, 1)
    body = item(1) + item(1, 1) + item(1, 1) + item(1, 2) + p(t("between")) + item(1) + item(2) + item(2, 1) + item(1, 1)
    return docx(body, numbering=THREE + other, styles=STYLES)


def marked() -> bytes:
    bold, italic = t("bold", "<w:b/>"), t("strong", '<w:rStyle w:val="Strong"/>')
    note = f'<w:footnote w:id="2">{p(t("See "))}{p(t("Annex"))}</w:footnote>'
    call = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    high = t("2", '<w:vertAlign w:val="superscript"/>')
    return docx(p(t("a  b ") + bold + t(" ") + italic + high + call + t(" c")), styles=STYLES, footnotes=note)


def changed() -> bytes:
    body = (
        p(t("One ") + dele("old") + ins("new")) + p(ins("whole"), mark("ins")) + p(dele("gone"), mark("del")) + p(t("End"))
    )
    return docx(body, styles=STYLES)


@pytest.mark.parametrize(
    "data", [clean(TEXT, FRONT, LABELS), lists(), marked(), changed()], ids=["ours", "lists", "marks", "changes"]
)
def test_it_says_what_the_word_file_said(data):
    need("libreoffice")
    known, found = word.read(data), opendocument.read(converted(data, "odt"))
    for of_word, of_office in zip(known.paragraphs, found.paragraphs, strict=True):
        assert (of_office.runs, of_office.label, of_office.level, of_office.key) == (
            of_word.runs,
            of_word.label,
            of_word.level,
            of_word.key,
        )
    assert {left.kind for left in found.left_out} == {left.kind for left in known.left_out} <= {Kind.HEADER, Kind.TRACKED}
