import re

import pytest

from tests.word.compare.documents import Control, Field, Link, Mark, Words, para
from tests.word.compare.laws import agreed, count, words, xml


def test_a_word_is_replaced():
    out = agreed((para("States shall protect migrants."),), (para("States should protect migrants."),))
    assert words(out, "del") == ["shall"]
    assert words(out, "ins") == ["should"]


def test_equal_documents_have_no_marks():
    blocks = (para("One", Words("two", "b"), Mark("tab")), para(Link("three", "x"), Field("PAGE", "1"), Control("four")))
    assert not count(agreed(blocks, blocks))


def test_a_paragraph_is_inserted_with_its_own_mark():
    out = agreed((para("First."), para("Last.")), (para("First."), para("Between."), para("Last.")))
    assert words(out, "ins") == ["Between."]
    assert re.search(r"<w:rPr><w:ins [^>]*/></w:rPr></w:pPr><w:ins [^>]*><w:r><w:t>Between", xml(out))


def test_a_paragraph_is_deleted_with_its_own_mark():
    out = agreed((para("First."), para("Between."), para("Last.")), (para("First."), para("Last.")))
    assert words(out, "del") == ["Between."]
    assert re.search(r"<w:rPr><w:del [^>]*/></w:rPr></w:pPr><w:del [^>]*><w:r><w:delText>Between", xml(out))


def test_a_paragraph_after_the_end_lends_its_mark():
    """The last mark of a document cannot come: the one before it does."""
    out = agreed((para("First."),), (para("First."), para("Added.", style="Heading1")))
    first, last = re.findall(r"<w:p>.*?</w:p>", xml(out))
    assert "<w:ins " in first.split("</w:pPr>")[0] and "First." in first
    assert "Added." in last and "<w:pPrChange" in last
    assert not re.search(r"<w:rPr><w:ins", last)


def test_the_last_paragraph_goes_by_the_mark_before_it():
    out = agreed((para("First."), para("Last.", style="Heading1")), (para("First."),))
    first, last = re.findall(r"<w:p>.*?</w:p>", xml(out))
    assert re.search(r"<w:rPr><w:del [^>]*/></w:rPr></w:pPr>", first)
    assert not re.search(r"<w:rPr><w:del", last.split("</w:pPr>")[0])


def test_a_split_marks_no_word():
    old = (para("One two. Three four."), para("End."))
    out = agreed(old, (para("One two."), para("Three four."), para("End.")))
    assert words(out, "ins") == []
    assert words(out, "del") == [" "]
    assert count(out)["ins"] == 1


def test_a_merge_marks_no_word():
    old = (para("One two."), para("Three four.", style="Heading1"), para("End."))
    out = agreed(old, (para("One two. Three four."), para("End.")))
    assert words(out, "del") == []
    assert words(out, "ins") == [" "]


def test_several_paragraphs_become_others():
    old = (para("A first thought."), para("A second, longer thought."), para("Kept."))
    new = (para("A first idea."), para("Wholly new."), para("A second, longer idea."), para("Kept."))
    out = agreed(old, new)
    assert " ".join(words(out, "ins")).replace(".", "").split() == ["idea", "Wholly", "new", "idea"]
    assert " ".join(words(out, "del")).replace(".", "").split() == ["thought", "thought"]


def test_formatting_of_words():
    out = agreed((para("One two three."),), (para("One ", Words("two", "b"), " three."),))
    assert count(out) == {"rPrChange": 1}
    assert '<w:b/><w:rPrChange w:id="' in xml(out)


def test_formatting_of_a_part_of_a_word():
    out = agreed((para("One", Words("two", "bi"), "three."),), (para(Words("On", "i"), "etwothree."),))
    assert set(count(out)) == {"rPrChange"}


def test_formatting_within_changed_words():
    old = (para("A ", Words("bold word", "b"), " and the rest."),)
    new = (para("A ", Words("bold new word", "bi"), " and a rest."),)
    out = agreed(old, new)
    assert words(out, "ins") == ["new ", "a"]
    assert count(out)["rPrChange"] == 2


def test_style_and_numbering_of_a_paragraph():
    out = agreed((para("Text."), para("More.")), (para("Text.", style="Heading1"), para("More.", numbered=True)))
    assert count(out) == {"pPrChange": 2}
    assert not words(out, "ins")


def test_numbering_is_taken_away():
    assert count(agreed((para("Text.", numbered=True),), (para("Text."),))) == {"pPrChange": 1}


@pytest.mark.parametrize("thing", [Mark("tab"), Mark("br"), Mark("noBreakHyphen"), Field("PAGE", "1"), Link("here", "x")])
def test_things_come_and_go_whole(thing):
    there, gone = (para("Before ", thing, "after."),), (para("Before ", "after."),)
    assert count(agreed(gone, there))["ins"] == 1
    assert count(agreed(there, gone))["del"] == 1


def test_a_deleted_field_has_no_live_instruction():
    out = agreed((para("Page ", Field("PAGE", "1"), "."),), (para("Page."),))
    assert "delInstrText" in xml(out)
    assert "<w:instrText" not in xml(out)


def test_a_changed_field_is_replaced():
    out = agreed((para("See ", Field("REF a", "1"), "."),), (para("See ", Field("REF b", "1"), "."),))
    assert count(out) == {"del": 1, "ins": 1}


def test_words_change_within_a_link():
    out = agreed((para("See ", Link("the old list", "x"), "."),), (para("See ", Link("the new list", "x"), "."),))
    assert words(out, "ins") == ["new"]
    assert xml(out).count("<w:hyperlink") == 1


def test_a_link_to_elsewhere_is_another_link():
    out = agreed((para("See ", Link("the list", "x"), "."),), (para("See ", Link("the list", "y"), "."),))
    assert words(out, "del") == words(out, "ins") == ["the list"]


def test_words_change_within_a_content_control():
    out = agreed((para("Case ", Control("No. 24 of"), " today."),), (para("Case ", Control("No. 25 of"), " today."),))
    assert words(out, "ins") == ["25"]
    assert xml(out).count("<w:sdt>") == 1


def test_a_content_control_alone_is_no_change():
    assert not count(agreed((para("Case ", Control("No. 24"), "."),), (para("Case No. 24."),)))


def test_a_content_control_goes_with_its_words():
    out = agreed((para(Control("Placeholder")), para("Text.")), (para("Text."),))
    assert xml(out).count("<w:customXmlDelRangeStart") == xml(out).count("<w:customXmlDelRangeEnd") == 2


def test_blanks_at_the_edges_are_kept():
    out = agreed((para("One three."),), (para("One two three."),))
    assert '<w:t xml:space="preserve">two </w:t>' in xml(out)


def test_blank_paragraphs_come_and_go():
    agreed((para("A."), para(), para("B.")), (para("A."), para("B.")))
    agreed((para("A."), para("B.")), (para("A."), para(), para(), para("B."), para()))


def test_nothing_in_common():
    agreed((para("One two three."), para("Four.")), (para("Five six"), para("Seven"), para("eight nine")))
