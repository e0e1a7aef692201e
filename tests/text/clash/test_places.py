"""Each clash names its place: the paragraph, the tokens that both touch, and the words there."""

import pytest

from app.text.change import Act, Change, Delete, Insert, Keep, Move, Replace
from app.text.clash import Clash, ClashKind, clashes, words_at
from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.runs import NOTE_ANCHOR, Run, runs_of
from app.text.tokens import tokenise

TEXT = "Protect persons in transit and their families."
BASE = Document(Paragraph(key, Role.OPERATIVE, runs_of(text)) for key, text in (("a", TEXT), ("b", "Meet again.")))
END = len(tokenise(BASE["a"].runs))


def says(*texts: str) -> Replace:
    return Replace("a", runs_of("".join(texts)))


def new(key: str, after: str | None) -> Insert:
    return Insert(Paragraph(key, Role.OPERATIVE, runs_of(f"Fight {key}.")), after)


MIGRANTS = says("Protect migrants in transit and their communities.")


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        (MIGRANTS, says("Protect women in transit and their families."), (2, 3, "persons", ClashKind.WORDS)),
        (MIGRANTS, Keep("a"), (2, 13, TEXT[8:-1], ClashKind.WORDS)),
        (MIGRANTS, Delete("a"), (0, END, TEXT, ClashKind.DELETION)),
        (Keep("a"), Move("a", "b"), (0, END, TEXT, ClashKind.MOVE)),
        (new("x", "a"), new("y", "a"), (END, END, "families.", ClashKind.INSERTION)),
        (new("x", "a"), Move("a", "b"), (END, END, "families.", ClashKind.INSERTION)),
        (new("x", "b"), new("x", "a"), (END, END, "families.", ClashKind.INSERTION)),
    ],
)
def test_where_and_over_what(one: Act, other: Act, clash: tuple[int, int, str, ClashKind]) -> None:
    assert clashes(BASE, [Change(0, (one,)), Change(1, (other,))]) == (Clash(0, 1, "a", *clash),)


@pytest.mark.parametrize("other", [new("y", None), new("x", "a"), Move("b", None)])
def test_at_the_beginning(other: Act) -> None:
    found = clashes(BASE, [Change(0, (new("x", None),)), Change(1, (other,))])
    assert found == (Clash(0, 1, None, 0, 0, "", ClashKind.INSERTION),)


def test_a_footnote_and_words_at_one_place() -> None:
    def put(run: Run) -> Change:
        return Change(run.note or run.text, (Replace("a", (Run(TEXT[:15]), run, Run(TEXT[15:]))),))

    three = [put(Run(NOTE_ANCHOR, note="One.")), put(Run(" now")), put(Run(NOTE_ANCHOR, note="Other."))]
    assert {(each.one, each.other) for each in clashes(BASE, three)} == {
        ("One.", " now"),
        ("One.", "Other."),
        (" now", "Other."),
    }


@pytest.mark.parametrize(
    ("start", "stop", "words"),
    [
        (2, 5, "two  three"),
        (2, 4, "two"),
        (3, 3, "two  three"),
        (3, 4, "two  three"),
        (4, 4, "two  three"),
        (0, 0, "one"),
        (1, 1, "one two"),
        (9, 9, "five."),
        (10, 10, "five."),
    ],
)
def test_the_words_at_a_place_or_on_either_side_of_it(start: int, stop: int, words: str) -> None:
    assert words_at(tokenise(runs_of("one two  three four five.")), start, stop) == words


def test_two_sentences_added_at_the_end_contend_for_its_last_word() -> None:
    one, other = (says(f"{TEXT} {words}") for words in ("Efforts alone are not enough.", "Nobody is to be left behind."))
    (clash,) = clashes(BASE, (Change(1, (one,)), Change(2, (other,))))
    assert clash.words == "families."


def test_there_are_no_words_in_nothing() -> None:
    assert words_at((), 0, 0) == ""
    assert words_at(tokenise(runs_of("  ")), 0, 1) == ""
