from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.text.likeness import ALIKE, NEAR, likeness, similar_elsewhere, similar_in_order, words_of
from tests.text.strategies import few, some

paragraphs = st.text("abcdef", max_size=8)
several = st.lists(paragraphs, max_size=6)


@some
@given(paragraphs, paragraphs)
def test_likeness_is_symmetric_and_between_nothing_and_the_same(one, other):
    assert likeness(one, other) == likeness(other, one)
    assert 0.0 <= likeness(one, other) <= 1.0
    assert likeness(one, one) == 1.0


def test_blanks_signs_and_case_do_not_matter():
    names: dict[str, int] = {}
    assert words_of("The State, [shall]", names) == words_of("the  state SHALL", names)


def test_words_that_stand_in_every_sentence_do_not_make_paragraphs_alike():
    names: dict[str, int] = {}
    one = words_of("the protection of the rights of migrants in the region", names)
    other = words_of("the report of the secretariat to the members of the group in the annex", names)
    assert likeness(one, other) == 0.0
    assert likeness(words_of("of the", names), words_of("of the", names)) == 1.0


def test_a_paragraph_with_long_additions_is_still_that_paragraph():
    one = "abcdefghij"
    assert likeness(one, one + "".join(map(chr, range(200, 240)))) >= ALIKE


def all_chains(found):
    if not found:
        return [[]]
    first, *rest = found
    without = all_chains(rest)
    after = all_chains([one for one in rest if one[0] > first[0] and one[1] > first[1]])
    return without + [[first, *chain] for chain in after]


@few
@given(st.lists(paragraphs, max_size=4), st.lists(paragraphs, max_size=4))
def test_the_best_pairs_in_order_are_found(olds, news):
    chain = similar_in_order(olds, news)
    assert all(one[0] < other[0] and one[1] < other[1] for one, other in pairwise(chain))
    found = [
        (old_place, place, likeness(one, other))
        for old_place, one in enumerate(olds)
        for place, other in enumerate(news)
        if likeness(one, other) >= ALIKE
    ]
    best = max(sum(score for _, _, score in one) for one in all_chains(found))
    assert abs(sum(score for _, _, score in chain) - best) < 1e-9


@few
@given(several, several)
def test_elsewhere_nothing_is_paired_twice(olds, news):
    found = similar_elsewhere(olds, news, range(len(olds)), range(len(news)))
    assert len({one[0] for one in found}) == len({one[1] for one in found}) == len(found)


def of_its_own(place: int) -> str:
    """Words that no paragraph of another place has."""
    return "".join(chr(1_000 + 10 * place + letter) for letter in range(10))


def test_where_many_stand_on_both_sides_they_are_found_near_the_due_place():
    olds = [of_its_own(place) for place in range(3 * NEAR)]
    added = [of_its_own(10_000 + place) for place in range(NEAR // 2)]
    assert similar_in_order(olds, olds) == [(place, place, 1.0) for place in range(len(olds))]
    assert similar_in_order(olds, added + olds) == [(place, place + len(added), 1.0) for place in range(len(olds))]
    assert similar_in_order(added + olds, olds) == [(place + len(added), place, 1.0) for place in range(len(olds))]


def test_elsewhere_the_most_alike_is_taken_and_what_differs_too_much_is_not():
    one, other = of_its_own(0), of_its_own(1)
    almost = one[:-1] + other[0]
    free = range(3)
    assert similar_elsewhere([almost, other, one], [one, one[:3] + other[:7], "short"], free, free) == [(2, 0, 1.0)]
    assert similar_elsewhere([almost, other], [other, one], range(2), range(2)) == [
        (1, 0, 1.0),
        (0, 1, likeness(almost, one)),
    ]
