"""Shapes of files that LibreOffice 7.4 made of ours, seen in what it wrote (`test_at_work`), each by hand."""

import re

from app.text.change import Insert, Move, Replace
from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.runs import runs_of
from app.word.returned import Untaken
from tests.word.making import unzipped
from tests.word.returned.by_hand import DATE, MAIN, deleted, edited, inserted, run, tracked, without_keys
from tests.word.returned.coming_apart.test_shapes import BASE, DEL, INS, WORDS, beginning, home, marks_tracked, result
from tests.word.returned.laws import capital, opened

__all__ = ["home"]


def test_marks_that_nobody_recorded_on_words_that_go_leave_no_trace(home):
    """LibreOffice marks words without a record where they are deleted already."""
    data = tracked(home, "regular migration and more ", "")
    pieces = [deleted(words, "Ana") for words in ("regular ", "migration ", "and more ")]
    pieces[1] = pieces[1].replace("<w:r>", "<w:r><w:rPr><w:i/></w:rPr>")
    data = edited(data, deleted("regular migration and more ", "Ana"), "".join(pieces))
    (one,) = opened(data, BASE).found
    assert (one.authors, one.untracked, one.entangled) == (("Ana",), False, False)
    data = tracked(data, "management", "control", "Berta")
    assert not any(found.untracked for found in opened(data, BASE).found)


def test_marks_that_nobody_recorded_beside_words_that_go_are_nobodys(home):
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>countries</w:t></w:r>"
    data = tracked(tracked(home, "offences in", "crimes in"), "countries", "COUNTRIES", untracked=True)
    assert any(found.untracked for found in opened(edited(data, run("COUNTRIES"), bold), BASE).found)


def test_words_of_a_heading_marked_as_its_style_marks_them_anyhow_are_no_change():
    """LibreOffice says of each word that was made bold that it was bold before, by the style of the heading."""
    base = Document([Paragraph("k", Role.TITLE, runs_of("Declaration on safe migration")), *BASE.paragraphs])
    bold = f'<w:rPr><w:b/><w:rPrChange w:id="8" w:author="Ana"{DATE}><w:rPr><w:b/></w:rPr></w:rPrChange></w:rPr>'
    marked = f"<w:r>{bold}<w:t>safe</w:t></w:r>"
    data = edited(tracked(capital(base), "safe", "SAFE", untracked=True), run("SAFE"), marked)
    assert opened(data, base).found == ()
    italic = edited(data, bold, bold.replace("<w:b/>", "<w:i/>", 1))
    (one,) = opened(italic, base).found
    assert one.formatting and not one.untracked


def test_a_style_that_was_changed_without_being_recorded_is_counted(home):
    start = beginning(home, "k1")
    item = edited(home, start, start.replace('"Operative"', '"Item"'))
    assert opened(item, BASE).untaken == {Untaken.LAYOUT: 1}
    assert opened(without_keys(item), BASE).untaken == {}


def test_a_paragraph_that_was_cut_pasted_and_reworded_is_known_by_the_key_it_was_cut_with(home):
    body = unzipped(home)[MAIN].decode()
    found = re.search(r"<w:p>(?:(?!</w:p>).)*pt_k0(?:(?!</w:p>).)*</w:p>", body)[0]
    words = "Reaffirming the dignity of all migrants, regardless of who they are,"
    old = f"<w:r><w:t>{WORDS[0]}</w:t></w:r>"
    gone = found.replace(old, deleted(WORDS[0], "Ana"))
    there = found.replace("pt_k0", "pt_k0_Copy_1").replace(old, inserted(words, "Ana"))
    gone, there = (each.replace("</w:pPr>", f"<w:rPr>{mark}</w:rPr></w:pPr>") for each, mark in ((gone, DEL), (there, INS)))
    last = beginning(home, "k3")
    (one,) = opened(edited(edited(home, found, gone), last, there + last), BASE).found
    assert one.acts == (Move("k0", "k2"), Replace("k0", runs_of(words))) and one.by_key


def test_a_copy_does_not_take_the_key_of_what_was_copied(home):
    """Copied and pasted without a record, before the first."""
    body = unzipped(home)[MAIN].decode()
    found = re.search(r"<w:p>(?:(?!</w:p>).)*pt_k2(?:(?!</w:p>).)*</w:p>", body)[0]
    first = beginning(home, "k0")
    (one,) = opened(edited(home, first, found.replace("pt_k2", "pt_k2_Copy_1") + first), BASE).found
    assert isinstance(one.acts[0], Insert) and one.acts[0].after is None and one.untracked


def test_what_ran_into_the_changes_of_two_is_theirs_and_not_nobodys(home):
    """One deletes a paragraph, another joins the one before it with what follows: alone, neither touches what follows."""
    data = marks_tracked(tracked(home, WORDS[1], "", "Ana"), "k1", DEL)
    back = opened(marks_tracked(data, "k0", DEL.replace("Ana", "Berta")), BASE)
    assert not any(found.untracked for found in back.found) and all(found.authors for found in back.found)
    assert result(back)[0] == WORDS[0] + WORDS[2]


def test_an_empty_frame_and_the_mark_before_a_new_paragraph_are_not_counted_as_changes_without_effect(home):
    """Typed at the end of a paragraph, a new one takes the old mark; around the anchor of a comment stands an insertion."""
    third = beginning(home, "k2")
    new = f"<w:p>{inserted('States shall cooperate in good faith.', 'Ana')}</w:p>"
    frame = inserted("x", "Ana").replace(run("x"), "<w:r/>")
    data = edited(marks_tracked(home, "k1", INS), third, new + third)
    back = opened(edited(data, 'w:name="pt_k3"/>', f'w:name="pt_k3"/>{frame}'), BASE)
    assert [type(act) for found in back.found for act in found.acts] == [Insert] and back.untaken == {}
    centred = f'<w:jc w:val="center"/><w:pPrChange w:id="3" w:author="Ana"{DATE}><w:pPr/></w:pPrChange></w:pPr>'
    first = beginning(home, "k0")
    looks = edited(home, first, first.replace("</w:pPr>", centred))
    assert opened(looks, BASE).untaken == {Untaken.UNSEEN: 1}
