from collections import Counter
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from app.text.together import maximal, members
from tests.support.met import met
from tests.text.strategies import some

PLENTY = 1 << 20


def rivals(pairs: set[tuple[int, int]]) -> Callable[[int], int]:
    """Of each thing those with which it is in a pair, on whichever side."""
    apart: dict[int, int] = {}
    for one, other in pairs:
        apart[one] = apart.get(one, 0) | 1 << other
        apart[other] = apart.get(other, 0) | 1 << one
    return lambda thing: apart.get(thing, 0)


def stands(mask: int, apart: Callable[[int], int]) -> bool:
    return not any(apart(thing) & mask for thing in members(mask))


def is_maximal(mask: int, count: int, apart: Callable[[int], int]) -> bool:
    return stands(mask, apart) and all(mask >> thing & 1 or apart(thing) & mask for thing in range(count))


def test_members_are_the_bits() -> None:
    assert list(members(0b10110)) == [1, 2, 4]
    assert list(members(0)) == []


def test_a_chain_of_rivals() -> None:
    found = maximal(4, rivals({(0, 1), (1, 2), (2, 3)}), PLENTY, PLENTY)
    assert (sorted(found.sets), found.complete, found.unseen) == ([0b0101, 0b1001, 0b1010], True, 0)


def test_things_without_rivals_stand_together() -> None:
    assert maximal(3, rivals(set()), 1, PLENTY).sets == (0b111,)


def test_the_first_things_come_first() -> None:
    found = maximal(5, rivals({(one, other) for one in range(5) for other in range(one)}), 2, PLENTY)
    assert found.sets[:2] == (0b00001, 0b00010)


def test_past_the_most_sets_each_thing_left_gets_one_while_there_is_room() -> None:
    everybody = rivals({(one, other) for one in range(6) for other in range(one)})
    found = maximal(6, everybody, 2, PLENTY)
    assert (found.sets, found.complete, found.unseen) == ((1, 2, 4, 8), False, 0b110000)
    found = maximal(6, everybody, 3, PLENTY)
    assert (found.sets, found.complete, found.unseen) == ((1, 2, 4, 8, 16, 32), False, 0)
    assert maximal(6, everybody, 6, PLENTY).complete


def test_a_search_without_leave_to_work_finds_little_and_says_so() -> None:
    pairs = {(thing, thing + 1) for thing in range(0, 60, 2)}
    found = maximal(60, rivals(pairs), PLENTY, 200)
    assert not found.complete
    assert len(found.sets) < 200
    assert all(is_maximal(one, 60, rivals(pairs)) for one in found.sets)


@st.composite
def quarrels(draw: st.DrawFn) -> tuple[int, set[tuple[int, int]]]:
    count = draw(st.integers(1, 8))
    things = st.integers(0, count - 1)
    pairs = draw(st.sets(st.tuples(things, things).filter(lambda pair: pair[0] < pair[1]), max_size=16))
    return count, pairs


@met("complete", "stopped", "unseen")
@some
@given(quarrels(), st.integers(1, 12), st.integers(1, 120))
def test_every_maximal_set_is_found_once_or_it_is_said_that_not_all_were(
    seen: Counter[str], quarrel: tuple[int, set[tuple[int, int]]], most: int, work: int
) -> None:
    count, pairs = quarrel
    apart = rivals(pairs)
    every = {mask for mask in range(1, 1 << count) if is_maximal(mask, count, apart)}
    found = maximal(count, apart, PLENTY, PLENTY)
    assert found.complete and sorted(found.sets) == sorted(every)
    some_sets = maximal(count, apart, most, work)
    assert set(some_sets.sets) <= every and len(some_sets.sets) <= 2 * most
    if some_sets.complete:
        assert set(some_sets.sets) == every and not some_sets.unseen
    in_one = {thing for one in some_sets.sets for thing in members(one)}
    assert in_one | set(members(some_sets.unseen)) == set(range(count))
    assert not in_one & set(members(some_sets.unseen))
    seen["complete" if some_sets.complete else "stopped"] += 1
    seen["unseen"] += bool(some_sets.unseen)
