from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.diff import Splice, Splices, diff, invert, splice
from app.text.runs import Runs, runs_of
from app.text.splices import compose, shift
from app.text.tokens import Token, tokenise
from tests.support.met import met
from tests.text.strategies import edited_runs, edits, some


def tokens(text: str) -> tuple[Token, ...]:
    return tokenise(runs_of(text))


def put(start: int, stop: int, text: str) -> Splice:
    return Splice(start, stop, tokens(text))


OLD = tokens("one two three four")


def test_splices_apart_are_counted_from_the_first_text() -> None:
    assert compose(OLD, (put(0, 1, "very first"),), (put(4, 5, "second"),)) == (
        put(0, 1, "very first"),
        put(2, 3, "second"),
    )
    assert compose(OLD, (put(6, 7, ""),), (put(0, 1, ""),)) == (put(0, 1, ""), put(6, 7, ""))


def test_splices_that_touch_are_one() -> None:
    assert compose(OLD, (put(2, 3, "2"),), (put(3, 5, ""),)) == (put(2, 5, "2"),)
    assert compose(OLD, (put(2, 3, "a b"),), (put(4, 5, "c"),)) == (put(2, 3, "a c"),)
    assert compose(OLD, (put(0, 1, ""), put(4, 5, "")), (put(0, 3, "x"),)) == (put(0, 5, "x"),)


def test_what_is_taken_back_is_nothing() -> None:
    assert compose(OLD, (put(2, 3, "2"),), (put(2, 3, "two"),)) == ()


def test_beyond_the_end() -> None:
    with pytest.raises(ValueError, match="within the text"):
        compose(OLD, (), (put(9, 9, "x"),))


def test_shifting_moves_what_stands_behind() -> None:
    assert shift((put(0, 1, "a"), put(4, 5, "b")), (put(2, 3, "x y z"),)) == (put(0, 1, "a"), put(8, 9, "b"))
    assert shift((put(6, 7, "a"),), (put(0, 1, ""), put(3, 4, ""))) == (put(4, 5, "a"),)


@pytest.mark.parametrize("over", [put(2, 3, "x"), put(3, 3, "x"), put(1, 2, "x"), put(2, 2, "x"), put(0, 7, "x")])
def test_what_touches_cannot_be_shifted(over: Splice) -> None:
    with pytest.raises(ValueError, match="touch"):
        shift((put(2, 3, "y"),), (over,))


@met("touching", "apart")
@some
@given(edits(), st.data())
def test_composed_they_make_what_they_make_one_after_the_other(
    seen: Counter[str], edit: tuple[Runs, Runs], data: st.DataObject
) -> None:
    old, middle = map(tokenise, edit)
    first = diff(old, middle)
    second = diff(middle, tokenise(data.draw(edited_runs(edit[1]))))
    both = compose(old, first, second)
    assert splice(old, both) == splice(middle, second)
    assert all(one.stop < other.start for one, other in pairwise(both))
    assert all(old[one.start : one.stop] != one.tokens for one in both)
    seen["apart" if len(both) == len(first) + len(second) else "touching"] += bool(first and second)


@met("three changes", "fewer")
@some
@given(edits(), st.data())
def test_composing_is_associative_has_a_unit_and_inverses(
    seen: Counter[str], edit: tuple[Runs, Runs], data: st.DataObject
) -> None:
    old, middle = map(tokenise, edit)
    one = diff(old, middle)
    assert compose(old, one, ()) == compose(old, (), one) == one
    assert compose(old, one, invert(old, one)) == ()
    other = diff(middle, later := tokenise(data.draw(edited_runs(edit[1]))))
    third = diff(later, tokenise(data.draw(edited_runs(edit[0]))))
    left = compose(old, compose(old, one, other), third)
    right = compose(old, one, compose(middle, other, third))
    assert splice(old, left) == splice(old, right)
    seen["three changes" if one and other and third else "fewer"] += 1


def parted(mine: Splices, theirs: Splices) -> tuple[Splices, Splices]:
    """Of mine those that touch none of theirs, and the others."""
    free = tuple(one for one in mine if all(one.stop < other.start or other.stop < one.start for other in theirs))
    return free, tuple(one for one in mine if one not in free)


@met("side by side", "touching")
@some
@given(edits(), st.data())
def test_apart_they_can_be_made_in_either_order(seen: Counter[str], edit: tuple[Runs, Runs], data: st.DataObject) -> None:
    old, new = map(tokenise, edit)
    theirs = diff(old, tokenise(data.draw(edited_runs(edit[0]))))
    mine, touching = parted(diff(old, new), theirs)
    both = splice(old, sorted((*mine, *theirs), key=lambda each: each[:2]))
    assert splice(splice(old, theirs), shift(mine, theirs)) == both
    assert splice(splice(old, mine), shift(theirs, mine)) == both
    assert compose(old, theirs, shift(mine, theirs)) == compose(old, mine, shift(theirs, mine))
    for one in touching:
        with pytest.raises(ValueError, match="touch"):
            shift((one,), theirs)
    seen["side by side"] += bool(mine and theirs)
    seen["touching"] += bool(touching)
