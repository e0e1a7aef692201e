import re

from tests.word.compare.documents import Box, Table, para, table
from tests.word.compare.laws import agreed, count, words, xml

AFTER = para("After the table.")
ROWS = (("One", "first of all"), ("Two", "second in line"), ("Three", "third and last"))


def test_cells_are_compared_word_by_word():
    out = agreed((table(*ROWS), AFTER), (table(ROWS[0], ("Two", "second in row"), ROWS[2]), AFTER))
    assert (words(out, "del"), words(out, "ins")) == (["line"], ["row"])


def test_a_row_is_inserted():
    out = agreed((table(ROWS[0], ROWS[2]), AFTER), (table(*ROWS), AFTER))
    assert re.search(r"<w:trPr><w:ins [^>]*/></w:trPr>", xml(out))
    assert words(out, "ins") == ["Two", "second in line"]


def test_a_row_is_deleted():
    out = agreed((table(*ROWS), AFTER), (table(*ROWS[1:]), AFTER))
    assert re.search(r"<w:trPr><w:del [^>]*/></w:trPr>", xml(out))
    assert words(out, "del") == ["One", "first of all"]


def test_a_table_is_inserted_row_by_row():
    out = agreed((para("Before."), AFTER), (para("Before."), table(*ROWS), AFTER))
    assert len(re.findall(r"<w:trPr><w:ins ", xml(out))) == 3


def test_a_table_is_deleted_row_by_row():
    out = agreed((para("Before."), table(*ROWS), AFTER), (para("Before."), AFTER))
    assert len(re.findall(r"<w:trPr><w:del ", xml(out))) == 3


def test_a_table_of_another_width_is_another_table():
    out = agreed((table(*ROWS), AFTER), (table(*((*row, "extra") for row in ROWS)), AFTER))
    assert xml(out).count("<w:tbl>") == 2


def test_a_paragraph_before_a_table_goes():
    agreed((para("A."), para("B."), table(*ROWS), AFTER), (para("A."), table(*ROWS), AFTER))


def test_a_paragraph_before_a_table_comes():
    agreed((para("A."), table(*ROWS), AFTER), (para("A."), para("B."), table(*ROWS), AFTER))


def test_tables_within_cells():
    def document(word):
        inner = table(("x", word))
        return Table((((para("Outer."), inner, para("Then.")), (para("Beside."),)),)), AFTER

    assert words(agreed(document("old"), document("new")), "ins") == ["new"]


def test_a_row_goes_with_the_table_in_it():
    inner = table(("deep", "down"))
    old = Table(((((para("Keep this row."),),)), ((inner, para("Under it.")),)))
    out = agreed((old, AFTER), (Table((((para("Keep this row."),),),)), AFTER))
    assert len(re.findall(r"<w:trPr><w:del ", xml(out))) == 2


def test_paragraphs_in_a_content_control():
    box = Box((para("In a box."), para("Still in it.")))
    out = agreed(
        (para("A."), box, para("B.")), (para("A."), Box((para("In a small box."), para("Still in it."))), para("B."))
    )
    assert words(out, "ins") == ["small "]
    assert "<w:sdt>" in xml(out)


def test_a_table_between_rewritten_paragraphs():
    old = (para("Alpha beta gamma delta."), table(*ROWS), para("Epsilon zeta eta theta."))
    new = (para("Alpha beta gamma."), para("Zeta eta theta, all of them."))
    assert count(agreed(old, new))["del"]
