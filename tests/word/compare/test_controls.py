"""Content controls around paragraphs in which nothing stays."""

from app.word.compare import compare
from app.word.resolve import accept, reject
from tests.support import oracles
from tests.word.compare.chance.reading import Reading
from tests.word.compare.documents import AT
from tests.word.compare.laws import words, xml
from tests.word.making import docx, p, t

CONTROL = '<w:sdt><w:sdtPr><w:tag w:val="x"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
CUSTOM = '<w:customXml w:element="x"><w:customXmlPr/>{}</w:customXml>'


def compared(old: str, new: str) -> bytes:
    return compare(docx(old), docx(new), "France", AT)


def test_it_goes_with_what_is_in_it():
    for wrapped, tag in ((CONTROL, "<w:sdt>"), (CUSTOM, "<w:customXml ")):
        out = compared(wrapped.format(p(t("Gone."))) + p(t("Stays.")), p(t("Stays.")))
        body = xml(out)
        start, end = body.index("customXmlDelRangeStart"), body.index("customXmlDelRangeEnd")
        assert start < body.index(tag) < end < body.index("Gone.")
        assert body.count("customXmlDelRangeStart") == body.count("customXmlDelRangeEnd") == 2
        assert "Gone" not in xml(accept(out)) and tag not in xml(accept(out))
        assert tag in xml(reject(out)) and "customXmlDel" not in xml(reject(out))


def test_it_stays_with_what_stays_in_it():
    out = compared(
        CONTROL.format(p(t("Gone.")) + p(t("Kept."))) + p(t("End.")), CONTROL.format(p(t("Kept."))) + p(t("End."))
    )
    assert "customXmlDel" not in xml(out)
    assert "<w:sdt>" in xml(accept(out))


def test_a_row_in_one_goes_with_it():
    row = "<w:tr><w:tc><w:tcPr/>{}</w:tc></w:tr>"
    table = '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="1"/></w:tblGrid>{}</w:tbl>' + p(t("End."))
    kept = row.format(p(t("Kept.")))
    out = compared(table.format(kept + CONTROL.format(row.format(p(t("Gone."))))), table.format(kept))
    assert "<w:sdt>" not in xml(accept(out)) and "<w:sdt>" in xml(reject(out))
    assert xml(out).count("customXmlDelRangeStart") == 2


def test_one_before_a_table_goes_alone():
    table = '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="1"/></w:tblGrid><w:tr><w:tc><w:tcPr/>{}</w:tc></w:tr></w:tbl>'
    before, after = p(t("We, the States, reaffirm objective ")), table.format(p(t("Cell."))) + p(t("End."))
    for inner in (p(t("Gone.")), p(t("Gone.")) + CONTROL.format(p(t("Gone too.")))):
        old, new = docx(before + CONTROL.format(inner) + after), docx(before + after)
        out = compare(old, new, "France", AT)
        assert words(out, "ins") == []
        for what, wanted in (("reject", old), ("accept", new)):
            assert Reading(oracles.resolved(what, out)).lines() == Reading(wanted).lines()
        assert Reading(accept(out)).lines() == Reading(new).lines()
