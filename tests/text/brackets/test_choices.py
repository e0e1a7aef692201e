import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.brackets.census import census
from app.text.brackets.choices import choices, choose, choose_everywhere
from app.text.brackets.grammar import parse
from tests.support.met import met
from tests.text.strategies import few, some
from tests.text.strategies_brackets import anything, negotiated

DRAFT = Path(__file__).parents[4] / "shared/data/unfccc-art-6-2/v1-draft-text-2024-11-14-bracketed.txt"


@pytest.mark.parametrize(
    ("text", "alternatives", "results"),
    [
        ("the [enhanced] removals", ["enhanced", ""], ["the enhanced removals", "the removals"]),
        ("[Parties] may [shall]", ["Parties", ""], ["Parties may shall", "may"]),
        ("It [may] [shall] be", ["may", "shall"], ["It may be", "It shall be"]),
        ("It [may][shall ]be", ["may", "shall"], ["It maybe", "It shall be"]),
        ("[may / shall / will] be", ["may", "shall", "will"], ["may be", "shall be", "will be"]),
        ("all[, if needed,] of it", [", if needed,", ""], ["all, if needed, of it", "all of it"]),
        ("by States [and others].", ["and others", ""], ["by States and others.", "by States."]),
        ("one\n(a) [two];\nthree", ["two", ""], ["one\n(a) two;\nthree", "one\nthree"]),
        ("[one\ntwo]\nthree", ["one\ntwo", ""], ["one\ntwo\nthree", "three"]),
        ("Option 1: a\nOption 2: b", ["a", "b"], ["a\n", "b"]),
        ("Option 1: {brief}\na\nOption 2: {No text required}\nII. On", ["a", ""], ["a\nII. On", "II. On"]),
        ("[Option 1: a] [Option 2: b]", ["a", "b"], ["a", "b"]),
        ("[Option 1: a\nOption 2: b]\nc", ["a", "b"], ["a\nc", "b\nc"]),
        ("Option 1\nOption A: a\nOption B: b\nOption 2: c", ["Option A: a\nOption B: b", "c"], ["a\n", "c"]),
        ("Option 1: a", ["a", ""], ["a", ""]),
        ("Option 1: a\nOption 2: {brief}", ["a", ""], ["a\n", ""]),
        ("Option 1: a\nOption 2: No text required.", ["a", ""], ["a\n", ""]),
    ],
)
def test_what_can_be_chosen(text, alternatives, results):
    parts = parse(text)
    assert [each.words for each in choices(parts)[0].alternatives] == alternatives
    assert [choose_everywhere(parts, place) for place in range(len(results))] == results


def test_one_choice_at_a_time():
    parts = parse("It [may] [shall] be [fully / partly] so [or not]")
    first, second, third = choices(parts)
    assert (first.start, second.start) == (3, 20) and third.alternatives[1].words == ""
    assert choose(parts, {0: 1}) == "It shall be [fully / partly] so [or not]"
    assert choose(parts, {1: 0, 2: 1}) == "It [may] [shall] be fully so"
    assert choose(parts, {}) == "It [may] [shall] be [fully / partly] so [or not]"


def test_labelled_rivals_within_a_labelled_rival_are_a_choice_of_their_own():
    outer, inner = choices(parse("[Option 1: a] [Option 2: [Option A: b] [Option B: c]]"))
    assert [each.words for each in outer.alternatives] == ["a", "[Option A: b] [Option B: c]"]
    assert [each.words for each in inner.alternatives] == ["b", "c"]


def test_what_has_no_label_is_known_by_its_number():
    for text in ("[may / shall / will]", "[may] [shall] [will]", "[may]", "Option 1: may"):
        (choice,) = choices(parse(text))
        assert [each.name for each in choice.alternatives] == ["1", "2", "3"][: len(choice.alternatives)]


def test_options_are_known_by_their_names():
    (choice,) = choices(parse("Option 4: a\nOption 6: b"))
    assert [each.name for each in choice.alternatives] == ["4", "6"]
    (rivals,) = choices(parse("[Option A: a] [Option B: b]"))
    assert [each.name for each in rivals.alternatives] == ["A", "B"]


def test_a_slashed_rival_is_settled_in_two_steps():
    parts = parse("[a / b] [c]")
    assert choose(parts, {0: 0}) == "[a / b]"
    assert choose_everywhere(parts, 0) == "a"


@pytest.mark.parametrize("picks", [{1: 0}, {0: 2}, {-1: 0}, {0: -1}])
def test_there_must_be_such_a_choice(picks):
    with pytest.raises(IndexError):
        choose(parse("[a]"), picks)


@met("settled", "nothing to settle")
@some
@given(negotiated())
def test_with_the_first_alternative_everywhere_nothing_is_left_to_settle(seen, text):
    parts = parse(text)
    after = census(parse(choose_everywhere(parts, 0)))
    assert not after.brackets and not after.options and not after.unbalanced
    seen["settled" if choices(parts) else "nothing to settle"] += 1


@met("lone brackets", "none", least=2)
@some
@given(anything)
def test_choosing_only_leaves_out(seen, text):
    parts = parse(text)
    lone = len(census(parts).unbalanced)
    seen["lone brackets" if lone else "none"] += 1
    for place in (0, 1, 2):
        rest = iter(text)
        chosen = choose_everywhere(parts, place)
        assert all(character in rest for character in chosen)
    left = sum(sign in "[]" for sign in choose_everywhere(parts, 0))
    assert left <= lone


@met("a choice", "none")
@few
@given(anything, st.data())
def test_a_choice_settled_is_a_choice_less(seen, text, data):
    parts = parse(text)
    every = choices(parts)
    assert choose(parts, {}) == text
    seen["a choice" if every else "none"] += 1
    if every:
        number = data.draw(st.integers(0, len(every) - 1))
        assert len(choose(parts, {number: 0})) < len(text)


@pytest.mark.skipif(not DRAFT.exists() and "CI" not in os.environ, reason="the draft is not here")
def test_a_real_draft_settled():
    parts = parse(DRAFT.read_text(encoding="utf-8"))
    first, second = (choose_everywhere(parts, place) for place in (0, 1))
    assert "6. Decides that participating Parties, in providing information in its initial report" in first
    assert "II. Additional upfront information on implementation of elements of the guidance" in second
    assert "emission reductions and removals are assessed" in second and "Option" not in second.split("Annex")[0]
    assert sum(sign in "[]" for sign in first) <= len(census(parts).unbalanced)
