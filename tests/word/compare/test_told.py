"""What stands in drawings: text in boxes, and the notes, bookmarks and ids that come with it."""

import re

from app.word.compare import compare
from app.word.resolve import accept, reject
from tests.support import oracles
from tests.word.compare.documents import AT
from tests.word.compare.laws import count, words, xml
from tests.word.making import docx, p, t

NOTE = '<w:footnote w:id="2"><w:p><w:r><w:t>Of a box.</w:t></w:r></w:p></w:footnote>'


def box(inner: str, shape: str = "s1") -> str:
    holder = f'<v:shape id="{shape}" type="#t1"><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape>'
    return f"<w:r><w:pict>{holder}</w:pict></w:r>"


def boxed(inner: str, shape: str = "s1") -> bytes:
    return docx(p(t("Before ") + box(inner, shape) + t(" after.")))


def test_words_in_a_box_are_marked_where_they_stand():
    old, new = boxed(p(t("One two three"))), boxed(p(t("One six three")), "s9")
    out = compare(old, new, "France", AT)
    assert (words(out, "del"), words(out, "ins")) == (["two"], ["six"])
    assert xml(out).count("<w:pict>") == 1
    assert oracles.paragraphs(accept(out)) == oracles.paragraphs(new)
    assert oracles.paragraphs(reject(out)) == oracles.paragraphs(old)


def test_the_look_of_words_in_a_box_is_marked():
    out = compare(boxed(p(t("One"))), boxed(p(t("One", "<w:b/>"))), "France", AT)
    assert count(out) == {"rPrChange": 1}


def test_a_box_under_another_number_is_the_same():
    assert not count(compare(boxed(p(t("One"))), boxed(p(t("One")), "s7"), "France", AT))


def test_a_box_goes_with_its_words():
    old = boxed(p(t("One")) + p(t("two")))
    out = compare(old, docx(p(t("Before  after."))), "France", AT)
    assert "<w:t>" not in xml(out).partition("<w:pict>")[2].partition("</w:pict>")[0]
    assert not oracles.lint(out)
    assert oracles.paragraphs(accept(out)) == ["Before  after."]
    assert oracles.paragraphs(reject(out)) == oracles.paragraphs(old)


def test_a_box_comes_with_its_words_but_not_its_bookmarks():
    inner = p('<w:bookmarkStart w:id="1" w:name="b"/>' + t("One") + '<w:bookmarkEnd w:id="1"/>')
    old = boxed(p(t("Zero")) + p(t("Zero")))
    out = compare(old, docx(p(t("Before ") + box(p(t("Zero")) * 2) + box(inner) + t(" after."))), "France", AT)
    assert "bookmark" not in xml(out)
    assert len(set(re.findall(r'<v:shape id="([^"]*)"', xml(out)))) == 2
    assert "One" in words(out, "ins")[-1] or "One" in xml(accept(out))
    assert "One" not in xml(reject(out))


def test_a_note_called_in_a_box_comes_with_it():
    call = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    new = docx(p(t("Before ") + box(p(t("One") + call)) + t(" after.")), footnotes=NOTE)
    out = compare(docx(p(t("Before  after."))), new, "France", AT)
    assert "Of a box." in xml(out, "word/footnotes.xml")
    assert not oracles.lint(out)


def test_what_stands_above_words_goes_with_them():
    above = "<w:r><w:ruby><w:rubyPr/><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>".format(t("up"), t("down"))
    out = compare(docx(p(t("A ") + above)), docx(p(t("A "))), "France", AT)
    assert not oracles.lint(out)
    assert oracles.paragraphs(reject(out)) == ["A updown"]


def test_where_the_paragraph_around_it_is_split_a_changed_box_goes_and_comes():
    old, new = p(t("Before ") + box(p(t("One"))) + t(" after.")), p(t("Before ")) + p(box(p(t("Two"))) + t(" after."))
    out = compare(docx(old), docx(new), "France", AT)
    assert xml(out).count("<w:pict>") == 2
    for what, wanted in (("reject", old), ("accept", new)):
        assert oracles.paragraphs(oracles.resolved(what, out)) == oracles.paragraphs(docx(wanted))
    same = compare(docx(old), docx(new.replace("Two", "One")), "France", AT)
    assert xml(same).count("<w:pict>") == 1
