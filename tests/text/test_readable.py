import pytest

from app.text.readable import LIGHT, Hunk, Read, phrases, readable
from app.text.runs import runs_of
from app.text.tokens import tokenise


def tokens(text):
    return tokenise(runs_of(text))


def test_blanks_kept_between_two_changes_are_marked_with_them():
    assert readable(tokens("a b"), tokens("c d"), [Hunk(0, 1, 0, 1), Hunk(2, 3, 2, 3)]) == [Hunk(0, 3, 0, 3)]


def test_an_insertion_slides_to_the_beginning_of_a_word():
    assert readable(tokens("a b"), tokens("a c b"), [Hunk(1, 1, 1, 3)]) == [Hunk(2, 2, 2, 4)]


def test_a_deletion_slides_to_the_end_of_a_sentence():
    old, new = tokens("One. Two. Three."), tokens("One. Three.")
    assert readable(old, new, [Hunk(1, 4, 1, 1)]) == [Hunk(3, 6, 3, 3)]


def test_a_change_that_can_slide_to_another_becomes_one_with_it():
    old, new = tokens("x and y"), tokens("z and w and y")
    assert readable(old, new, [Hunk(0, 1, 0, 1), Hunk(4, 4, 4, 8)]) == [Hunk(0, 1, 0, 5)]


def test_changes_are_left_apart_where_a_word_stays_between_them():
    old, new = tokens("a not b"), tokens("c not d")
    hunks = [Hunk(0, 1, 0, 1), Hunk(4, 5, 4, 5)]
    assert readable(old, new, hunks) == hunks


@pytest.mark.parametrize("word", ["not", "no", "shall", "should", "may", "[", "]", "sin", "não", "pas"])
def test_what_bears_the_meaning_is_not_light(word):
    assert word not in LIGHT


def rewritten(*sizes: int, kept: str = "de") -> Read:
    """Phrases of so many words rewritten, with `kept` between them."""
    old, new, hunks, place = "", "", [], 0
    for number, size in enumerate(sizes):
        old += " ".join(["old"] * size)
        new += " ".join(["new"] * size)
        hunks.append(Hunk(place, place + 2 * size - 1, place, place + 2 * size - 1))
        place += 2 * size + 2
        if number + 1 < len(sizes):
            old, new = f"{old} {kept} ", f"{new} {kept} "
    return Read(tokens(old), tokens(new), hunks)


def test_two_words_more_are_marked_where_forty_are_marked_in_all():
    assert len(phrases([rewritten(10, 10)])[0]) == 1
    assert len(phrases([rewritten(10, 9)])[0]) == 2
    assert [len(hunks) for hunks in phrases([rewritten(6, 5), rewritten(9)])] == [1, 1]


def test_between_the_longest_changes_first():
    assert [len(hunks) for hunks in phrases([rewritten(6, 5), rewritten(7, 6), rewritten(3, 3)])] == [2, 1, 2]
    assert [len(hunks) for hunks in phrases([rewritten(20, 20, kept="de la"), rewritten(3, 3)])] == [1, 1]


def test_short_changes_and_weighty_words_stay_apart():
    assert len(phrases([rewritten(40, 1)])[0]) == 2
    assert len(phrases([rewritten(20, 20, kept="not")])[0]) == 2


def test_nothing_is_nothing():
    assert phrases([]) == []
    assert phrases([Read((), (), ())]) == [[]]


LONG = rewritten(40)


def test_a_change_of_three_words_is_long_enough_and_one_of_two_is_not():
    old, three, two = tokens("a de b"), tokens("x y de v w"), tokens("x y de v")
    assert len(phrases([Read(old, three, [Hunk(0, 1, 0, 3), Hunk(4, 5, 6, 9)]), LONG])[0]) == 1
    assert len(phrases([Read(old, two, [Hunk(0, 1, 0, 3), Hunk(4, 5, 6, 7)]), LONG])[0]) == 2


def test_both_texts_must_have_been_rewritten_around_what_is_kept():
    old, new = tokens("a de"), tokens("x y de p q r")
    assert len(phrases([Read(old, new, [Hunk(0, 1, 0, 3), Hunk(3, 3, 6, 12)]), LONG])[0]) == 2
    old, new = tokens("a de e"), tokens("x y de p q r e")
    assert len(phrases([Read(old, new, [Hunk(0, 1, 0, 3), Hunk(4, 4, 6, 12)]), LONG])[0]) == 1
