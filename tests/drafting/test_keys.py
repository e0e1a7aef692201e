"""Keys of paragraphs."""

from itertools import count

from app.drafting.keys import ALPHABET, LENGTH, acts_rekeyed, document_rekeyed, keys_brought, new_key
from app.text.change import Insert, Move, Replace
from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.runs import runs_of


def paragraph(key: str) -> Paragraph:
    return Paragraph(key, Role.OPERATIVE, runs_of("Words."))


def test_they_are_short_and_never_the_same() -> None:
    keys = [new_key() for _ in range(2_000)]
    assert len(set(keys)) == len(keys)
    assert all(len(key) == LENGTH and set(key) <= set(ALPHABET) for key in keys)


def test_a_document_under_new_keys() -> None:
    fresh = map(str, count())
    assert document_rekeyed(Document([paragraph("a"), paragraph("b")]), lambda: next(fresh)).keys == ("0", "1")


def test_what_follows_a_new_paragraph_still_does() -> None:
    fresh = map(str, count())
    acts = (
        Insert(paragraph("x"), "p1"),
        Insert(paragraph("mine"), "x"),
        Move("p2", "x"),
        Replace("p3", runs_of("Other.")),
    )
    keyed = acts_rekeyed(acts, frozenset({"mine"}), lambda: next(fresh))
    assert keys_brought(keyed) == {"0", "mine"}
    assert [getattr(act, "after", None) for act in keyed] == ["p1", "0", "0", None]
