import re

from app.word.compare import compare
from app.word.resolve import accept
from tests.word.compare.documents import AT, SECTION, Note, para, read, written
from tests.word.compare.laws import agreed, count, words, xml
from tests.word.making import docx, p, t

NOTES = "word/footnotes.xml"


def test_the_text_of_a_note_changes():
    old, new = (para("Called", Note("see the old report"), "."),), (para("Called", Note("see the new report"), "."),)
    out = agreed(old, new)
    assert words(out, "ins", NOTES) == ["new"]
    assert not words(out, "ins")


def test_a_note_goes_with_its_call():
    out = agreed((para("Called", Note("a remark"), "."),), (para("Called."),))
    assert words(out, "del", NOTES) == [" a remark"]
    assert re.search(r"<w:del [^>]*><w:r><w:footnoteReference", xml(out))


def test_a_note_comes_with_its_call_under_a_new_id():
    old = (para("One", Note("first"), "."), para("Two."))
    out = agreed(old, (para("One", Note("first"), "."), para("Two", Note("second"), ".")))
    assert words(out, "ins", NOTES) == [" second"]
    assert sorted(re.findall(r'<w:footnote w:id="(\d+)"', xml(out, NOTES))) == ["1", "3"]


def test_notes_that_change_places_of_ids_are_no_change():
    one, two = para("One", Note("first"), "."), para("Two", Note("second"), ".")
    out = agreed((one, two), (para("New", Note("before all"), "."), one, two))
    assert words(out, "ins", NOTES) == [" before all"]
    assert not words(out, "del", NOTES)


def test_a_note_in_a_document_that_had_none():
    old = docx(p(t("Text.")) + SECTION, settings="<w:compat/>")
    out = compare(old, written(para("Text", Note("new"), ".")), "France", AT)
    assert count(out)["ins"] == 3
    assert read(accept(out)) == read(written(para("Text", Note("new"), ".")))
    assert "footnotes.xml" in xml(out, "[Content_Types].xml")
