"""Which changes are one amendment before anybody sorts them."""

from app.text.change import Act, Delete, Insert, Move, Replace
from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.runs import runs_of
from app.word.returned import Found
from app.word.returned.grouping import grouped

WORDS = (
    "We will protect migrants who are victims of offences in countries of transit.",
    "We will promote safe, orderly and regular migration.",
    "We will strengthen consular cooperation among the countries of the region.",
    "We invite the presidency pro tempore to report on what was done.",
)
BASE = Document(Paragraph(f"k{place}", Role.OPERATIVE, runs_of(words)) for place, words in enumerate(WORDS))


def found(key: str, act: Act, *authors: str) -> Found:
    return Found(key, (act,), authors=authors or ("Ana",))


def replaced(key: str, words: str, *authors: str) -> Found:
    return found(key, Replace(key, runs_of(words)), *authors)


def deleted(key: str, *authors: str) -> Found:
    return found(key, Delete(key), *authors)


def test_what_was_deleted_across_a_border_is_one_amendment():
    one = replaced("k0", "We will protect migrants cooperation among the countries of the region.")
    assert grouped(BASE, [one, deleted("k1"), deleted("k2"), deleted("k3")]) == (0, 0, 0, 1)


def test_a_paragraph_deleted_beside_another_that_is_reworded_is_an_amendment_of_its_own():
    one = replaced("k0", "We will protect migrants who are victims of crimes in countries of transit.")
    assert grouped(BASE, [one, deleted("k1"), deleted("k2")]) == (0, 1, 2)


def test_what_others_deleted_between_is_theirs():
    one = replaced("k0", WORDS[0] + WORDS[2])
    mine, theirs = deleted("k2"), deleted("k1", "Berta")
    assert grouped(BASE, [one, theirs, mine]) == (0, 1, 2)
    assert grouped(BASE, [replaced("k1", WORDS[1] + WORDS[2]), mine]) == (0, 0)


def test_what_was_put_behind_a_new_or_a_moved_paragraph_goes_with_it():
    def moved(key: str, *behind: str, by: str = "Ana") -> Found:
        return Found(key, (Move(key, behind[0]),), behind=behind, authors=(by,))

    new = Found("+1", (Insert(Paragraph("+1", Role.OPERATIVE, runs_of("One.")), "k3"),), behind=("k3",), authors=("Ana",))
    assert grouped(BASE, [new, moved("k0", "+1", "k3")]) == (0, 0)
    assert grouped(BASE, [moved("k0", "k3"), moved("k1", "k0"), moved("k2", "k1")]) == (0, 0, 0)
    assert grouped(BASE, [moved("k0", "k3"), moved("k1", "k0", by="Berta")]) == (0, 1)
    assert grouped(BASE, [moved("k3", "k0"), moved("k2", "k1")]) == (0, 1)


def test_new_paragraphs_that_follow_each_other_are_one_amendment_and_with_what_they_stand_for():
    new = [
        Found(key, (Insert(Paragraph(key, Role.OPERATIVE, runs_of(words)), behind[0]),), behind=behind, authors=("Ana",))
        for key, words, behind in (("+1", "One.", ("k1",)), ("+2", "Two.", ("+1", "k1")))
    ]
    assert grouped(BASE, [deleted("k1"), *new, deleted("k3")]) == (0, 0, 0, 1)
