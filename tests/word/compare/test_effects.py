"""Properties that are written otherwise and look the same, and such as look different because of what is inherited."""

import pytest

from app.word.compare import compare
from app.word.resolve import accept
from tests.support import oracles
from tests.word.compare.documents import AT
from tests.word.compare.laws import xml
from tests.word.making import docx, p, saved_by, t

_DEFAULTS = (
    "<w:docDefaults><w:rPrDefault><w:rPr>{}</w:rPr></w:rPrDefault>"
    "<w:pPrDefault><w:pPr>{}</w:pPr></w:pPrDefault></w:docDefaults>"
)
_NORMAL = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>{}</w:style>'
_HEADING = (
    '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
)
_STRONG = '<w:style w:type="character" w:styleId="S"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
STYLES = _DEFAULTS.format('<w:sz w:val="22"/>', '<w:spacing w:after="160"/>') + _NORMAL.format("") + _HEADING + _STRONG


def file(look: str = "", words: str = "", styles: str = STYLES, said: str = "A word") -> bytes:
    return docx(p(t(said, words), ppr=look) + p(t("End")), styles=styles)


def changes(old: bytes, new: bytes) -> list[str]:
    """The kinds of changes of formatting in the text and in the styles."""
    out = compare(old, saved_by("Another", new), "France", AT)
    assert not oracles.lint(out)
    return [
        kind
        for part in ("word/document.xml", "word/styles.xml")
        for kind in ("pPrChange", "rPrChange")
        for _ in range(xml(out, part).count(f"<w:{kind} "))
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("", '<w:spacing w:before="0" w:after="160"/>'),
        ("", '<w:pStyle w:val="Normal"/><w:widowControl/><w:bidi w:val="0"/><w:jc w:val="start"/>'),
        ('<w:ind w:left="720"/>', '<w:ind w:start="720" w:end="0" w:hanging="0"/>'),
        ("<w:keepNext/>", '<w:keepNext w:val="true"/>'),
        ('<w:pStyle w:val="H"/>', '<w:pStyle w:val="H"/><w:jc w:val="center"/>'),
        ('<w:numPr><w:numId w:val="0"/></w:numPr>', ""),
        ('<w:tabs><w:tab w:val="clear" w:pos="720"/></w:tabs>', ""),
        ('<w:shd w:val="clear" w:fill="eeeeee"/>', '<w:shd w:val="clear" w:color="auto" w:fill="EEEEEE"/>'),
    ],
)
def test_paragraphs_that_look_the_same_are_not_marked(one, other):
    assert changes(file(one), file(other)) == changes(file(other), file(one)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("", '<w:sz w:val="22"/><w:szCs w:val="40"/><w:bCs/><w:lang w:val="fr-FR"/>'),
        ("", '<w:b w:val="0"/><w:u w:val="none"/><w:color w:val="auto"/><w:vertAlign w:val="baseline"/>'),
        ("<w:b/>", '<w:b w:val="on"/><w:bCs w:val="on"/>'),
        ('<w:rFonts w:ascii="Arial"/>', '<w:rFonts w:ascii="Arial" w:eastAsia="SimSun" w:cs="Arial"/>'),
        ('<w:color w:val="1f497d"/>', '<w:color w:val="1F497D" w:themeColor="text2"/>'),
        ('<w:rStyle w:val="S"/>', '<w:rStyle w:val="S"/><w:b/>'),
    ],
)
def test_words_that_look_the_same_are_not_marked(one, other):
    assert changes(file(words=one), file(words=other)) == changes(file(words=other), file(words=one)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("", '<w:spacing w:after="0"/>'),
        ('<w:pStyle w:val="H"/>', '<w:pStyle w:val="H"/><w:jc w:val="left"/>'),
        ("", '<w:widowControl w:val="0"/>'),
        ('<w:ind w:left="720"/>', '<w:ind w:left="720" w:hanging="360"/>'),
        ("", '<w:pStyle w:val="H"/>'),
    ],
)
def test_paragraphs_that_look_different_are(one, other):
    assert "pPrChange" in changes(file(one), file(other))
    assert "pPrChange" in changes(file(other), file(one))


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("", '<w:sz w:val="20"/>', "A word"),
        ('<w:rStyle w:val="S"/>', "<w:b/>", "A word"),
        ('<w:rStyle w:val="S"/>', '<w:rStyle w:val="S"/><w:b w:val="0"/>', "A word"),
        ("", "<w:bCs/>", "حقوق"),
        ("", '<w:rFonts w:eastAsia="SimSun"/>', "移民"),
        ("", '<w:rFonts w:hAnsi="Arial"/>', "émigré"),
    ],
)
def test_words_that_look_different_are(one, other, said):
    assert changes(file(words=one, said=said), file(words=other, said=said)) == ["rPrChange"]
    assert changes(file(words=other, said=said), file(words=one, said=said)) == ["rPrChange"]


def test_a_style_turns_off_what_another_turned_on():
    heading = '<w:pStyle w:val="H"/>'
    old, new = file(heading, '<w:rStyle w:val="S"/>'), file(heading, '<w:rStyle w:val="S"/><w:b/>')
    assert changes(old, new) == ["rPrChange"]


def test_defaults_that_another_program_moved_into_a_style_are_no_change():
    moved = _NORMAL.format('<w:pPr><w:spacing w:before="0" w:after="160"/></w:pPr><w:rPr><w:sz w:val="22"/></w:rPr>')
    other = file(styles=_DEFAULTS.format("", "") + moved + _HEADING + _STRONG)
    assert changes(file(), other) == changes(other, file()) == []


def test_what_a_style_comes_to_say_is_marked_and_what_stays_by_it_is_not():
    other = STYLES.replace('<w:jc w:val="center"/>', '<w:jc w:val="both"/>')
    old, new = file('<w:pStyle w:val="H"/>'), file('<w:pStyle w:val="H"/><w:jc w:val="both"/>', styles=other)
    out = compare(old, saved_by("Another", new), "France", AT)
    assert 'w:val="both"' not in xml(out)
    assert '<w:jc w:val="both"/>' in xml(accept(out), "word/styles.xml")


def test_a_paragraph_that_keeps_its_look_although_its_style_loses_it_is_marked():
    other = STYLES.replace('<w:jc w:val="center"/>', "")
    old, new = file('<w:pStyle w:val="H"/>'), file('<w:pStyle w:val="H"/><w:jc w:val="center"/>', styles=other)
    assert '<w:jc w:val="center"/>' in xml(accept(compare(old, saved_by("Another", new), "France", AT)))
