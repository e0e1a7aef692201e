"""Fields: what they show is compared word by word, their instruction is not."""

import pytest

from app.word.compare import compare
from app.word.resolve import accept, reject
from tests.support import oracles
from tests.word.compare.chance.reading import Reading
from tests.word.compare.documents import AT, Field, para
from tests.word.compare.laws import agreed, count, words, xml
from tests.word.making import dele, docx, ins, p, t

BEGIN, SEPARATE, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))

INSTRUCTION = '<w:r><w:instrText xml:space="preserve">{}</w:instrText></w:r>'


def field(instruction: str, shown: str) -> str:
    return f"{BEGIN}<w:r><w:instrText>{instruction}</w:instrText></w:r>{SEPARATE}{shown}{END}"


def compared(old: str, new: str) -> bytes:
    files = [docx(p(t("See ") + inner + t("."))) for inner in (old, new)]
    out = compare(*files, "France", AT)
    assert [Reading(data).lines() for data in (reject(out), accept(out))] == [Reading(data).lines() for data in files]
    return out


def test_of_what_a_field_shows_the_words_alone_are_marked():
    old, new = (para("See ", Field("REF x", f"page {number} of two"), ".") for number in ("one", "six"))
    out = agreed((old,), (new,))
    assert (words(out, "del"), words(out, "ins")) == (["one"], ["six"])
    assert xml(out).count("w:fldChar ") == 3


def test_with_another_instruction_it_goes_and_comes():
    out = agreed((para("See ", Field("REF x", "one")),), (para("See ", Field("REF y", "one")),))
    assert count(out) == {"del": 1, "ins": 1}
    assert xml(out).count("w:fldChar ") == 6


def test_a_field_may_come_to_show_something_and_nothing():
    shown, empty = field("DATE", t("one")), field("DATE", "")
    assert words(compared(empty, shown), "ins") == ["one"]
    assert words(compared(shown, empty), "del") == ["one"]


def test_a_simple_field_becomes_a_field_to_be_marked_in():
    simple = '<w:fldSimple w:instr="DATE">{}</w:fldSimple>'
    out = compared(simple.format(t("one two")), simple.format(t("one six")))
    assert (words(out, "del"), words(out, "ins")) == (["two"], ["six"])
    assert "fldSimple" not in xml(out)
    assert not count(compared(simple.format(t("one")), simple.format(t("one"))))


def test_a_field_within_another_is_marked_in_too():
    inner = field("PAGE", t("one")), field("PAGE", t("six"))
    out = compared(*(field("IF x", t("on page ") + each + t(" below")) for each in inner))
    assert (words(out, "del"), words(out, "ins")) == (["one"], ["six"])


def test_the_look_of_one_word_it_shows():
    out = compared(field("DATE", t("one two")), field("DATE", t("one ") + t("two", "<w:b/>")))
    assert count(out) == {"rPrChange": 1}


def test_in_a_control_or_a_link_it_stays_there():
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    link = '<w:hyperlink w:anchor="a">{}</w:hyperlink>'
    for shell, tag in ((control, "<w:sdt>"), (link, "<w:hyperlink ")):
        out = compared(*(shell.format(field("DATE", t(shown))) for shown in ("one", "six")))
        assert xml(out).count(tag) == 1
        assert words(out, "ins") == ["six"]
        assert not oracles.lint(out)


def test_what_others_put_in_goes_whole():
    theirs = '<w:ins w:id="9" w:author="India" w:date="2026-01-01T00:00:00Z">{}</w:ins>'
    old = docx(p(t("See ") + theirs.format(field("DATE", t("one")))))
    new = docx(p(t("See ") + field("DATE", t("six"))))
    assert not oracles.lint(compare(old, new, "France", AT))


@pytest.mark.parametrize("theirs", [dele("two ", "India"), ins("two ", "India")])
@pytest.mark.parametrize("shown", ["one three", "one six", "one two six"])
def test_what_others_propose_within_it_stays_where_it_is(theirs, shown):
    old = docx(p(t("See ") + field("DATE", t("one ") + theirs + t("three")) + t(".")))
    new = docx(p(t("See ") + field("DATE", t(shown)) + t("!")))
    out = compare(old, new, "France", AT)
    assert oracles.paragraphs(reject(out)) == oracles.paragraphs(reject(old))
    assert oracles.paragraphs(accept(out)) == oracles.paragraphs(new)
    assert oracles.paragraphs(accept(reject(out, ["France"]))) == oracles.paragraphs(accept(old))
    assert not oracles.lint(out)


def test_what_a_field_in_its_instruction_shows_is_marked_word_by_word():
    inner = field("REF y", t("one two three")), field("REF y", t("one six three"))
    out = compared(*(BEGIN + INSTRUCTION.format("IF ") + each + SEPARATE + t("yes") + END for each in inner))
    assert (words(out, "del"), words(out, "ins")) == (["two"], ["six"])
    assert not oracles.lint(out)


@pytest.mark.parametrize("instruction", [" PAGE ", " PA|GE", "PAGE", " PAGE  \\* MERGEFORMAT "])
def test_an_instruction_is_the_same_however_it_is_cut_and_blank(instruction):
    cut = "".join(INSTRUCTION.format(each) for each in instruction.split("|"))
    files = [docx(p(t("See ") + BEGIN + each + SEPARATE + t("1") + END)) for each in (INSTRUCTION.format("PAGE"), cut)]
    assert not count(compare(*files, "France", AT))
    assert not count(compare(*reversed(files), "France", AT))
