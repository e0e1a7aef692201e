"""Rows of tables that come back."""

from app.text.change import Change, Delete, Insert
from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.runs import plain, runs_of
from tests.word.making import unzipped
from tests.word.returned.by_hand import MAIN, edited, inserted
from tests.word.returned.coming_apart.test_shapes import BASE
from tests.word.returned.laws import capital, opened, sent_back

ROWS = ("Who | By when", "Mexico | 24 April", "|")
TABLE = Document([*BASE, *(Paragraph(f"t{place}", Role.ROW, runs_of(words)) for place, words in enumerate(ROWS))])


def test_a_row_that_is_to_be_filled_in_and_was_not_is_no_change():
    assert opened(capital(TABLE), TABLE).found == ()


def test_a_row_without_words_that_was_taken_out_is_gone():
    change = Change("1", (Delete("t2"),), "author 0")
    (found,) = opened(sent_back(TABLE, [change]), TABLE).found
    assert (found.acts, found.authors) == (change.acts, ("Guatemala",))


def test_how_bars_are_set_is_no_change():
    base = Document([*BASE, Paragraph("t0", Role.ROW, runs_of("Mexico|24 April|"))])
    assert opened(capital(base), base).found == ()


def test_a_row_that_was_filled_in_stands_for_the_empty_one():
    home = capital(TABLE)
    key = 'w:name="pt_t2"/>'
    assert key in unzipped(home)[MAIN].decode()
    back = opened(edited(home, key, key + inserted("Honduras", "Ana")), TABLE)
    assert [type(act) for found in back.found for act in found.acts] in ([Delete, Insert], [Insert, Delete])
    (new,) = (act for found in back.found for act in found.acts if isinstance(act, Insert))
    assert plain(new.paragraph.runs).startswith("Honduras |")
