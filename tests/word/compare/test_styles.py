import re

from app.word.compare import compare
from tests.word.compare.documents import AT, NUMBERING, SECTION, STYLES
from tests.word.compare.laws import count, xml
from tests.word.making import docx, p, t

STYLED = '<w:pStyle w:val="{}"/>'
LISTED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr>'
QUOTE = (
    '<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="Quote"/><w:basedOn w:val="{base}"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="{base}"><w:name w:val="{base} text"/></w:style>'
)


def compared(old: str, new: str, *, styles: tuple[str, str] = ("", ""), lists: tuple[str, str] = ("", "")) -> bytes:
    files = [
        docx(body + SECTION, styles=STYLES + style, numbering=numbering)
        for body, style, numbering in zip((old, new), styles, lists, strict=True)
    ]
    return compare(*files, "France", AT)


def test_a_style_the_old_document_has_not_is_brought_with_its_base():
    new = p(t("One.")) + p(t("Quoted."), ppr=STYLED.format("Q")) + p(t("Two."))
    out = compared(p(t("One.")) + p(t("Two.")), new, styles=("", QUOTE.format(id="Q", base="Base")))
    assert '<w:pStyle w:val="Q"/>' in xml(out)
    assert re.findall(r'w:styleId="(Q|Base)"', xml(out, "word/styles.xml")) == ["Q", "Base"]


def test_one_style_under_two_ids_is_one_style():
    styles = (QUOTE.format(id="Q", base="Base"), QUOTE.format(id="Cita", base="Base"))
    out = compared(p(t("One."), ppr=STYLED.format("Q")), p(t("One."), ppr=STYLED.format("Cita")), styles=styles)
    assert not count(out)


def test_two_styles_under_one_id_are_two_styles():
    other = '<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Question"/></w:style>'
    styles = (other, QUOTE.format(id="Q", base="Base"))
    out = compared(p(t("One."), ppr=STYLED.format("Q")), p(t("One."), ppr=STYLED.format("Q")), styles=styles)
    assert count(out) == {"pPrChange": 1}
    assert '<w:pStyle w:val="Q1"/><w:pPrChange' in xml(out)


def test_naming_the_default_style_is_no_change():
    assert not count(compared(p(t("One.")), p(t("One."), ppr=STYLED.format("Normal"))))


def test_the_same_list_under_another_number_is_the_same_list():
    renumbered = NUMBERING.replace('w:num w:numId="1"', 'w:num w:numId="7"')
    old, new = p(t("One."), ppr=LISTED.format(1)), p(t("One."), ppr=LISTED.format(7))
    assert not count(compared(old, new, lists=(NUMBERING, renumbered)))


def test_another_list_under_the_same_number_is_brought():
    bullets = NUMBERING.replace('"decimal"', '"bullet"')
    old, new = p(t("One."), ppr=LISTED.format(1)), p(t("One."), ppr=LISTED.format(1))
    out = compared(old, new, lists=(NUMBERING, bullets))
    assert count(out) == {"pPrChange": 1}
    numbering = xml(out, "word/numbering.xml")
    assert re.findall(r'<w:num w:numId="(\d)"[^>]*><w:abstractNumId w:val="(\d)"', numbering) == [("1", "0"), ("2", "1")]
    assert numbering.index('w:abstractNumId="1"') < numbering.index("<w:num ")


def test_a_list_comes_to_a_document_that_had_none():
    new = docx(p(t("One."), ppr=LISTED.format(1)) + SECTION, styles=STYLES, numbering=NUMBERING)
    out = compare(docx(p(t("One.")) + SECTION, styles=STYLES), new, "France", AT)
    assert 'w:val="decimal"' in xml(out, "word/numbering.xml")
