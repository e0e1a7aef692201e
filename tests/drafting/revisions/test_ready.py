"""Additions at one place, in the order the room says."""

import pytest

from app.drafting.revisions.ready import in_order
from app.errors import Malformed
from app.text.change import Act, Change, Delete, Insert, Move
from app.text.document import Document
from app.text.merge import Contested, Merged, merge
from app.text.paragraph import Paragraph, Role
from app.text.runs import runs_of

BASE = Document(Paragraph(key, Role.OPERATIVE, runs_of(f"Words of {key}.")) for key in "abc")


def adding(key: str, after: str | None) -> Act:
    return Insert(Paragraph(key, Role.OPERATIVE, runs_of(f"New words of {key}.")), after)


def merged(changes: list[Change], *order: str) -> str:
    result = merge(BASE, in_order(changes, order))  # type: ignore[arg-type]
    assert isinstance(result, Merged), result
    return " ".join(result.document.keys)


ONE = Change("one", (adding("n1", "b"), adding("n2", "n1"), adding("n3", "n1"), adding("n4", "b")))
OTHER = Change("other", (adding("m1", "b"), Delete("a"), adding("m2", None)))
THIRD = Change("third", (adding("k1", "b"), Move("c", "k1"), adding("k2", None)))


def test_without_an_order_they_are_rivals() -> None:
    assert isinstance(merge(BASE, in_order([ONE, OTHER], ())), Contested)
    assert isinstance(merge(BASE, in_order([ONE, OTHER], ("one",))), Contested)  # type: ignore[arg-type]


def test_each_as_a_whole_after_the_one_before() -> None:
    assert merged([ONE, OTHER], "one", "other") == "m2 b n1 n2 n3 n4 m1 c"
    assert merged([ONE, OTHER], "other", "one") == "m2 b m1 n1 n2 n3 n4 c"


def test_three_with_a_move_that_hangs_on_an_addition() -> None:
    assert merged([ONE, OTHER, THIRD], "third", "one", "other") == "k2 m2 b k1 c n1 n2 n3 n4 m1"


def test_the_rest_is_left_to_contend() -> None:
    changes = [OTHER, ONE, Change("mover", (Move("b", None),)), Change("rival", (Delete("b"),))]
    assert isinstance(merge(BASE, in_order(changes, ("one", "other"))), Contested)  # type: ignore[arg-type]


@pytest.mark.parametrize("order", [("one", "nobody"), ("one", "one")])
def test_only_of_what_is_there(order: tuple[str, ...]) -> None:
    with pytest.raises(Malformed):
        in_order([ONE, OTHER], order)  # type: ignore[arg-type]
