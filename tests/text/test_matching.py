from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.text import matching
from app.text.matching import matches, rising
from tests.support.met import met
from tests.text.strategies import some

sequences = st.lists(st.integers(0, 6), max_size=30)


def longest(old: list[int], new: list[int]) -> int:
    row = [0] * (len(new) + 1)
    for element in old:
        above, row = row, [0]
        for place, other in enumerate(new):
            row.append(above[place] + 1 if element == other else max(above[place + 1], row[place]))
    return row[-1]


def are_rising(pairs: list[tuple[int, int]]) -> bool:
    return all(first[0] < second[0] and first[1] < second[1] for first, second in pairwise(pairs))


@met("all", "some", "nothing")
@some
@given(sequences, sequences)
def test_as_much_stays_as_can(seen, old, new):
    pairs = list(matches(old, new))
    assert are_rising(pairs) and all(old[place] == new[other] for place, other in pairs)
    assert len(pairs) == longest(old, new)
    seen["nothing" if not pairs else "all" if len(pairs) == min(len(old), len(new)) else "some"] += 1


@met("too large", "small")
@some
@given(sequences, sequences)
def test_in_a_gap_too_large_for_one_comparison_what_stays_is_still_equal_and_in_order(seen, old, new):
    cells, matching.CELLS = matching.CELLS, 4
    try:
        pairs = list(matches(old, new))
    finally:
        matching.CELLS = cells
    assert are_rising(pairs) and all(old[place] == new[other] for place, other in pairs)
    seen["too large" if len(old) * len(new) > 4 else "small"] += 1


def test_what_occurs_once_in_both_stays_also_in_a_gap_too_large_for_one_comparison(monkeypatch):
    monkeypatch.setattr(matching, "CELLS", 4)
    pairs = list(matches([1, 9, 9, 9, 2, 8, 8, 8, 3], [9, 1, 8, 8, 2, 9, 3]))
    assert {(0, 1), (4, 4), (8, 6)} <= set(pairs)


def test_a_large_gap_is_cut_at_what_occurs_once_in_both():
    old = [*range(20_000)]
    new = [place if place % 10 else -1 for place in old]
    assert len(list(matches(old, new))) == 18_000


@met("rising throughout", "not")
@some
@given(st.lists(st.integers(0, 20), max_size=14))
def test_a_longest_rising_subsequence(seen, numbers):
    places = rising(numbers)
    assert all(first < second and numbers[first] < numbers[second] for first, second in pairwise(places))
    ends = [1] * len(numbers)
    for place, number in enumerate(numbers):
        ends[place] = 1 + max((ends[other] for other in range(place) if numbers[other] < number), default=0)
    assert len(places) == max(ends, default=0)
    seen["rising throughout" if len(places) == len(numbers) else "not"] += len(numbers) > 1
