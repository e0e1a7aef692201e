"""Keys of paragraphs as the names of bookmarks, and back."""

import pytest

from app.word.keys import bookmark_of, key_in


@pytest.mark.parametrize(("key", "held"), [("p7", "p7"), ("a b-ñ", "a_b__"), ("x" * 50, "x" * 37)])
def test_a_key_is_held_as_far_as_a_name_can(key: str, held: str) -> None:
    assert key_in(bookmark_of(key)) == held
    assert len(bookmark_of(key)) <= 40


@pytest.mark.parametrize("name", [None, "", "_GoBack", "p7"])
def test_the_bookmarks_of_others_hold_none(name: str | None) -> None:
    assert key_in(name) is None
