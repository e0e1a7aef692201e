from hypothesis import given

from app.text.diff import diff, splice
from app.text.phrases import rephrased
from app.text.runs import plain, runs_of
from app.text.tokens import tokenise, untokenise
from tests.text.strategies import runs


def changed(old: str, new: str) -> list[tuple[str, str]]:
    tokens = tokenise(runs_of(old))
    found = rephrased(tokens, diff(tokens, tokenise(runs_of(new))))
    return [(plain(untokenise(tokens[s.start : s.stop])).strip(), plain(untokenise(s.tokens)).strip()) for s in found]


def test_a_phrase_rewritten_around_a_kept_word_is_one_change() -> None:
    assert changed(
        "the persons who have been victims in the course of migration, among them women",
        "the persons in need of protection, among them women",
    ) == [("who have been victims in the course of migration", "in need of protection")]


def test_changes_of_two_phrases_stay_two() -> None:
    assert changed(
        "to protect migrants, and to learn from one another", "to defend migrants, and to learn from each other"
    ) == [("protect", "defend"), ("one another", "each other")]


def test_exactly_two_kept_words_are_still_within_the_phrase() -> None:
    assert changed("we protect all migrants now", "they protect all refugees now") == [
        ("we protect all migrants", "they protect all refugees")
    ]
    assert len(changed("we protect all young migrants now", "they protect all young refugees now")) == 2


def test_more_than_two_kept_words_keep_changes_apart() -> None:
    assert (
        len(changed("States will protect with particular care the persons", "Parties will protect with care all persons"))
        > 1
    )


@given(runs, runs)
def test_the_result_is_the_same_and_nothing_is_left_to_join(old: tuple, new: tuple) -> None:
    before, after = tokenise(old), tokenise(new)
    found = rephrased(before, diff(before, after))
    assert splice(before, found) == after
    assert rephrased(before, found) == found
