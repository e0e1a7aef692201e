"""Noise of Word's own is no change, and what stands beside the text stays."""

import pytest

from app.word.compare import compare
from app.word.resolve import reject
from tests.word.compare.documents import AT, SECTION
from tests.word.compare.laws import count, words, xml
from tests.word.making import docx, p, t

PLAIN = "Recalling the principle of shared responsibility,"
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def compared(old: str, new: str) -> bytes:
    return compare(docx(old + SECTION), docx(new + SECTION), "France", AT)


@pytest.mark.parametrize(
    "noisy",
    [
        p(t("Recalling the prin") + t("ciple of shared responsibility,")),
        f'<w:p w:rsidR="00A1B2C3" w:rsidRDefault="00A1B2C3"><w:r w:rsidRPr="00112233"><w:t>{PLAIN}</w:t></w:r></w:p>',
        p('<w:proofErr w:type="spellStart"/>' + t("Recalling") + '<w:proofErr w:type="spellEnd"/>' + t(PLAIN[9:])),
        p(t("Recalling") + "<w:r><w:lastRenderedPageBreak/></w:r>" + t(PLAIN[9:])),
        p('<w:bookmarkStart w:id="0" w:name="_GoBack"/>' + t("Reca") + '<w:bookmarkEnd w:id="0"/>' + t(PLAIN[4:])),
        p(t("Recalling", '<w:lang w:val="fr-FR"/><w:noProof/>') + t(PLAIN[9:])),
        p(t("Recalling", '<w:rFonts w:hint="eastAsia"/>') + t(PLAIN[9:])),
        p("<w:smartTag>" + t("Recalling") + "</w:smartTag>" + t(PLAIN[9:])),
        f'<w:bookmarkStart w:id="0" w:name="a"/>{p(t(PLAIN))}<w:bookmarkEnd w:id="0"/>',
    ],
)
def test_noise_is_no_change(noisy):
    assert not count(compared(noisy, p(t(PLAIN))))
    assert not count(compared(p(t(PLAIN)), noisy))


def test_a_toggle_said_two_ways_is_one_format():
    assert not count(compared(p(t("Text", "<w:b/>")), p(t("Text", '<w:b w:val="1"/>'))))
    assert count(compared(p(t("Text", "<w:b/>")), p(t("Text", '<w:b w:val="0"/>')))) == {"rPrChange": 1}


def test_bookmarks_of_the_old_document_stay_beside_the_change():
    old = p(t("One ") + '<w:bookmarkStart w:id="5" w:name="here"/>' + t("two") + '<w:bookmarkEnd w:id="5"/>' + t(" three."))
    out = compared(old, p(t("One three.")))
    assert xml(out).index("bookmarkStart") < xml(out).index("delText")
    assert not words(out, "ins")
    assert "bookmarkEnd" in xml(reject(out))


def test_comments_of_the_old_document_stay():
    call = '<w:commentRangeStart w:id="0"/>{}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    comments = f'<w:comment w:id="0" w:author="Chile">{p(t("Why?"))}</w:comment>'
    old = docx(p(t("One ") + call.format(t("two ")) + t("three.")), comments=comments)
    out = compare(old, docx(p(t("One 2 three."))), "France", AT)
    assert xml(out).count("commentReference") == 1
    assert not any("comment" in text for text in words(out, "del"))


def test_a_simple_field_is_the_field_it_stands_for():
    simple = f'<w:fldSimple w:instr=" PAGE ">{t("1")}</w:fldSimple>'
    assert not count(compared(p(t("Page ") + simple), p(t("Page ") + simple)))
    out = compared(p(t("Page ") + simple), p(t("Page ")))
    assert "delInstrText" in xml(out)
    assert "fldSimple" not in xml(out)


def test_a_simple_field_stays_as_it_is_when_words_beside_it_change():
    simple = f'<w:fldSimple w:instr=" PAGE ">{t("1")}</w:fldSimple>'
    assert "<w:fldSimple" in xml(compared(p(t("Page ") + simple), p(t("Sheet ") + simple)))


def test_formatting_of_a_field_is_a_change_of_formatting():
    old, new = p(t("Page ") + FIELD.format(t("1"))), p(t("Page ") + FIELD.format(t("1", "<w:b/>")))
    assert count(compared(old, new)) == {"rPrChange": 1}


def test_a_field_over_two_paragraphs_is_left_in_pieces():
    begin, end = FIELD.split("{}")
    old = p(begin + t("Contents one")) + p(t("two") + end)
    out = compared(old, p(begin + t("Contents 1")) + p(t("two") + end))
    assert (words(out, "del"), words(out, "ins")) == (["one"], ["1"])


def test_a_formula_goes_whole():
    math = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    formula = f"<m:oMath {math}><m:r><m:t>x</m:t></m:r></m:oMath>"
    out = compared(p(t("Let ") + formula + t(" be.")), p(t("Let ") + t(" be.")))
    assert count(out)["del"] >= 1
    assert not count(compared(p(t("Let ") + formula), p(t("Let ") + formula)))
