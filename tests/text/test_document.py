import pytest

from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.runs import runs_of

PARAGRAPHS = tuple(Paragraph(key, Role.ITEM, runs_of(f"Párrafo {key}.")) for key in "abc")
DOCUMENT = Document(PARAGRAPHS)


def test_paragraphs_are_found_by_key_and_by_place() -> None:
    assert DOCUMENT.keys == ("a", "b", "c") and len(DOCUMENT) == 3 and tuple(DOCUMENT) == PARAGRAPHS
    assert DOCUMENT["b"] == DOCUMENT.get("b") == PARAGRAPHS[1] and DOCUMENT.get("z") is None
    assert [DOCUMENT.place(key) for key in "abc"] == [0, 1, 2]
    assert [DOCUMENT.before(key) for key in "abc"] == [None, "a", "b"]
    assert "c" in DOCUMENT and "z" not in DOCUMENT and None not in DOCUMENT


def test_what_is_not_there_is_an_error() -> None:
    for ask in (DOCUMENT.__getitem__, DOCUMENT.place, DOCUMENT.before):
        with pytest.raises(KeyError):
            ask("z")


def test_a_key_is_given_once() -> None:
    with pytest.raises(ValueError, match="share a key"):
        Document([*PARAGRAPHS, Paragraph("b", Role.ITEM)])


def test_texts_of_the_same_paragraphs_in_the_same_order_are_one() -> None:
    again, turned = Document(list(PARAGRAPHS)), Document(reversed(PARAGRAPHS))
    assert again == DOCUMENT and hash(again) == hash(DOCUMENT) and len({DOCUMENT, again, turned}) == 2
    assert turned != DOCUMENT and DOCUMENT != PARAGRAPHS
