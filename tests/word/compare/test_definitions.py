"""Styles of one name that the two documents define otherwise."""

from app.word.compare import compare
from app.word.resolve import accept, reject
from tests.support import oracles
from tests.word.compare.chance.reading import Reading
from tests.word.compare.documents import AT
from tests.word.compare.laws import xml
from tests.word.making import docx, p, t

STYLES = "word/styles.xml"


def style(name: str, said: str = "", identifier: str = "", kind: str = "paragraph") -> str:
    of = f'w:type="{kind}" w:styleId="{identifier or name}"'
    return f'<w:style {of}><w:name w:val="{name}"/>{said}</w:style>'


def compared(old: str, new: str, used: str = "Lead", new_used: str = "") -> bytes:
    """Two documents with these styles, of which the text uses one."""
    files = [
        docx(p(t("Text."), ppr=f'<w:pStyle w:val="{name}"/>'), styles=styles)
        for styles, name in ((old, used), (new, new_used or used))
    ]
    out = compare(*files, "France", AT)
    assert [Reading(data).lines() for data in (reject(out), accept(out))] == [Reading(data).lines() for data in files]
    settled = [oracles.resolved(what, out) for what in ("reject", "accept")]
    assert [Reading(data).lines() for data in settled] == [Reading(data).lines() for data in files]
    return out


def test_what_a_style_looks_like_is_tracked(tmp_path):
    for old, new in (
        ("<w:rPr><w:b/></w:rPr>", "<w:rPr><w:i/></w:rPr>"),
        ("", "<w:rPr><w:i/></w:rPr>"),
        ("<w:rPr><w:i/></w:rPr>", ""),
    ):
        out = compared(style("Lead", old), style("Lead", new))
        assert xml(out, STYLES).count("<w:rPrChange ") == 1
        assert "Change" not in xml(out)
        assert not oracles.schema_errors(out, tmp_path)


def test_so_is_how_its_paragraphs_stand(tmp_path):
    looks = "<w:rPr><w:b/></w:rPr>"
    out = compared(style("Lead", looks), style("Lead", "<w:pPr><w:keepNext/></w:pPr>" + looks))
    assert xml(out, STYLES).count("<w:pPrChange ") == 1
    assert xml(out, STYLES).index("<w:pPr>") < xml(out, STYLES).index("<w:rPr>")
    assert not oracles.schema_errors(out, tmp_path)


def test_a_style_is_known_by_its_name():
    out = compared(style("Lead", identifier="a1"), style("Lead", "<w:rPr><w:i/></w:rPr>", "a2"), "a1", "a2")
    assert 'w:styleId="a2"' not in xml(out, STYLES)
    assert xml(out, STYLES).count("<w:rPrChange ") == 1


def test_styles_that_nothing_uses_are_left_as_they_are():
    other = style("Other", "<w:rPr><w:b/></w:rPr>")
    old, new = style("Lead"), style("Lead")
    out = compared(old + other, new + style("Other", "<w:rPr><w:i/></w:rPr>"))
    assert "Change" not in xml(out, STYLES)


def test_a_style_that_another_in_use_is_based_on_is_tracked():
    lead = style("Lead", '<w:basedOn w:val="Base"/>')
    out = compared(lead + style("Base"), lead + style("Base", "<w:rPr><w:i/></w:rPr>"))
    assert xml(out, STYLES).count("<w:rPrChange ") == 1


def test_equal_styles_keep_their_bytes():
    old = docx(p(t("One."), ppr='<w:pStyle w:val="Lead"/>'), styles=style("Lead", "<w:rPr><w:b/><w:i/></w:rPr>"))
    new = docx(p(t("Two."), ppr='<w:pStyle w:val="Lead"/>'), styles=style("Lead", "<w:rPr><w:i/><w:b/></w:rPr>"))
    assert xml(compare(old, new, "France", AT), STYLES) == xml(old, STYLES)
