"""The proof of what cannot be done is itself tried, against all ways of marking short texts."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from app.text.tokens import Token
from tests.stories.fewest import NEVER, fewest, front

texts = st.lists(st.sampled_from("abc.").map(Token), max_size=6)


def every_way(old: list[Token], new: list[Token], most: int) -> list[int]:
    found = [NEVER] * (most + 1)
    for kept in range(min(len(old), len(new)) + 1):
        for places in combinations(range(len(old)), kept):
            for others in combinations(range(len(new)), kept):
                if [old[place] for place in places] != [new[place] for place in others]:
                    continue
                edges = zip((-1, *places), (-1, *others), (*places, len(old)), (*others, len(new)), strict=True)
                marks = sum(stop - start > 1 or new_stop - new_start > 1 for start, new_start, stop, new_stop in edges)
                words = [token.is_word for token in (*old, *new)].count(True) - 2 * sum(
                    old[each].is_word for each in places
                )
                if marks <= most:
                    found[marks] = min(found[marks], words)
    return found


@given(texts, texts)
def test_no_way_of_marking_has_fewer(old, new):
    ours, all_ways = front(old, new, 4), every_way(old, new, 4)
    assert [min(ours[: place + 1]) for place in range(5)] == [min(all_ways[: place + 1]) for place in range(5)]


@given(st.lists(st.lists(st.integers(0, 9), min_size=4, max_size=4), min_size=1, max_size=3), st.integers(0, 20))
def test_marks_of_several_texts_add_up(fronts, words):
    ways = [(0, 0)]
    for each in fronts:
        ways = [(marks + own, needed + cost) for marks, needed in ways for own, cost in enumerate(each)]
    expected = min((marks for marks, needed in ways if needed <= words and marks <= 5), default=6)
    assert fewest(fronts, words, 5) == expected
