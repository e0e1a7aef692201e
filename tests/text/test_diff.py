import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Indel

from app.text.diff import Splice, diff, diffs, invert, splice
from app.text.readable import TOLERANCE
from app.text.runs import Mark, runs_of
from app.text.tokens import Token, tokenise, words
from tests.support.met import met
from tests.support.programs import need_shared
from tests.text.strategies import edits, runs, some


def tokens(text: str) -> tuple[Token, ...]:
    return tokenise(runs_of(text))


def marked(old: str, new: str) -> str:
    """The old text with what goes in [-…-] and what comes in {+…+}."""
    before, out, place = tokens(old), "", 0
    for start, stop, inserted in diff(before, tokens(new)):
        out += "".join(token.text for token in before[place:start])
        if start < stop:
            out += "[-" + "".join(token.text for token in before[start:stop]) + "-]"
        if inserted:
            out += "{+" + "".join(token.text for token in inserted) + "+}"
        place = stop
    return out + "".join(token.text for token in before[place:])


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("protect victims", "protect all victims", "protect {+all +}victims"),
        ("protect all victims", "protect victims", "protect [-all -]victims"),
        ("the rights of migrants", "the rights of refugees", "the rights of [-migrants-]{+refugees+}"),
        ("One. Two.", "One. New. Two.", "One. {+New. +}Two."),
        ("One.", "One. Two.", "One.{+ Two.+}"),
        ("rights, duties", "rights, freedoms, duties", "rights, {+freedoms, +}duties"),
        ("rights and duties", "rights and duties and hopes", "rights and duties{+ and hopes+}"),
        (
            "promotion of human mobility and more efficient border management",
            "promotion of human mobility",
            "promotion of human mobility[- and more efficient border management-]",
        ),
        ("victims of crime", "victims [of crime]", "victims {+[+}of crime{+]+}"),
        ("a [x] b", "a [x] [y] b", "a [x] {+[y] +}b"),
        ("old text stays", "foo bar stays", "[-old text-]{+foo bar+} stays"),
        ("a very long", "a very very long", "a very {+very +}long"),
        ("l’homme", "l’enfant", "l’[-homme-]{+enfant+}"),
        ("移民的人权", "所有移民的权", "{+所有+}移民的[-人-]权"),
        (
            "the States, the organizations and the civil society",
            "the organizations, the civil society and the States",
            "[-the States, -]the organizations[- and-]{+,+} the civil society{+ and the States+}",
        ),
        ("States shall act", "States [shall][should] act", "States {+[+}shall{+][should]+} act"),
        ("same", "same", "same"),
        ("", "new", "{+new+}"),
        ("old", "", "[-old-]"),
    ],
)
def test_changes_are_marked_as_a_person_would(old, new, shown):
    assert marked(old, new) == shown


def test_two_insertions_become_one_where_the_same_words_can_be_marked():
    assert marked("the State shall act", "the State and the State party shall act") == (
        "the State {+and the State party +}shall act"
    )


def test_a_comma_between_rewritten_phrases_is_swallowed_only_within_the_tolerance():
    rewritten = [" ".join(f"{side}{place}" for place in range(30)) for side in "abcd"]
    assert len(diff(tokens("{}, {}".format(*rewritten[:2])), tokens("{}, {}".format(*rewritten[2:])))) == 1
    assert len(diff(tokens("foo, bar"), tokens("old, new"))) == 2


def test_a_word_that_bears_the_meaning_is_never_swallowed():
    rewritten = [" ".join(f"{side}{place}" for place in range(30)) for side in "abcd"]
    assert len(diff(tokens("{} not {}".format(*rewritten[:2])), tokens("{} not {}".format(*rewritten[2:])))) == 2


def test_marks_and_footnotes_are_part_of_what_changes():
    old = (Token("a"), Token("\ufffc", note="one"))
    new = (Token("a", frozenset({Mark.BOLD})), Token("\ufffc", note="two"))
    assert diff(old, new) == (Splice(0, 2, new),)


def test_a_paragraph_without_end_is_diffed_in_bounded_memory():
    old = tokens(" ".join(f"w{place * 7919 % 3001}" for place in range(25_000)))
    new = tokens(" ".join(f"w{place * 7919 % 3001}" if place % 9 else "new" for place in range(25_000)))
    changed = diff(old, new)
    assert splice(old, changed) == new
    assert sum(words(inserted) for _, _, inserted in changed) < 3200


def test_a_text_without_anchors_is_still_diffed():
    old, new = (Token("a"), Token("b")) * 9_000, (Token("b"), Token("c"), Token("a")) * 6_000
    assert splice(old, diff(old, new)) == new


def test_splices_beyond_the_text_are_refused():
    with pytest.raises(ValueError, match="within the text"):
        splice(tokens("a"), (Splice(0, 2, ()),))
    with pytest.raises(ValueError, match="in order"):
        splice(tokens("a b"), (Splice(2, 3, ()), Splice(0, 1, ())))


pairs = st.one_of(edits(), st.tuples(runs, runs)).map(lambda pair: (tokenise(pair[0]), tokenise(pair[1])))


@some
@given(pairs)
def test_the_diff_makes_the_new_of_the_old(pair):
    old, new = pair
    assert splice(old, diff(old, new)) == new


@some
@given(pairs)
def test_inverted_it_makes_the_old_of_the_new(pair):
    old, new = pair
    changed = diff(old, new)
    assert splice(new, invert(old, changed)) == old
    assert invert(new, invert(old, changed)) == changed


@some
@given(pairs)
def test_splices_are_in_order_apart_and_not_empty(pair):
    old, new = pair
    changed = diff(old, new)
    assert all(start < stop or inserted for start, stop, inserted in changed)
    assert all(first.stop < second.start for first, second in pairwise(changed))
    assert (not changed) == (old == new)


def least(old: tuple[Token, ...], new: tuple[Token, ...]) -> int:
    """The fewest words that must be marked, by the textbook table."""
    old, new = (tuple(token for token in side if token.is_word) for side in (old, new))
    row = [0] * (len(new) + 1)
    for token in old:
        above = row
        row = [0]
        for place, other in enumerate(new):
            row.append(above[place] + 1 if token == other else max(above[place + 1], row[place]))
    return len(old) + len(new) - 2 * row[-1]


def marked_words(old: tuple[Token, ...], new: tuple[Token, ...]) -> int:
    return sum(token.is_word for part in diff(old, new) for token in (*old[part.start : part.stop], *part.tokens))


@some
@given(pairs)
def test_no_more_words_are_marked_than_the_tolerance_allows(pair):
    old, new = pair
    assert least(old, new) <= marked_words(old, new) <= least(old, new) * (1 + TOLERANCE)


def spread(old: tuple[Token, ...], new: tuple[Token, ...], splices: tuple[Splice, ...]) -> int:
    return sum(token.is_word for part in splices for token in (*old[part.start : part.stop], *part.tokens))


rewritten = st.integers(3, 9).flatmap(
    lambda size: st.tuples(
        *(st.lists(st.sampled_from("ABCDEFGH" if side else "RSTUVWXY"), min_size=size, max_size=size) for side in (0, 1))
    )
)
"""A phrase and another one in its place, without a word in common."""


@st.composite
def rewritings(draw: st.DrawFn) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """A paragraph with phrases rewritten around the same words."""
    phrases = draw(st.lists(rewritten, min_size=2, max_size=6))
    between = [draw(st.sampled_from([" de ", " la ", ", ", " not ", " shall "])) for _ in phrases]
    parts = list(zip(phrases, between, strict=True))
    old, new = ("".join(" ".join(phrase[side]) + kept for phrase, kept in parts) for side in (0, 1))
    return tokens(old), tokens(new)


@met("fewer marks", "as many marks")
@some
@given(st.lists(st.one_of(rewritings(), pairs), max_size=4))
def test_texts_compared_together_share_the_tolerance_and_have_no_more_marks(counted, texts):
    together, apart = diffs(texts), tuple(diff(old, new) for old, new in texts)
    assert all(splice(old, splices) == new for (old, new), splices in zip(texts, together, strict=True))
    fewest = sum(least(old, new) for old, new in texts)
    marked = sum(spread(old, new, splices) for (old, new), splices in zip(texts, together, strict=True))
    assert fewest <= marked <= fewest * (1 + TOLERANCE)
    fewer = sum(map(len, apart)) - sum(map(len, together))
    assert fewer >= 0
    counted["fewer marks" if fewer else "as many marks"] += 1


def test_amendments_to_a_real_constitution_are_marked_within_the_tolerance():
    path = need_shared("data/constitucion-chile") / "reforms-2007-2012.jsonl"
    laws = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    changes = [change for law in laws for change in law["changes"] if change.get("old") and change.get("new")]
    assert changes
    for change in changes:
        old, new = tokens(change["old"]), tokens(change["new"])
        found = [[token.text for token in side if token.is_word] for side in (old, new)]
        assert splice(old, diff(old, new)) == new
        assert marked_words(old, new) <= Indel.distance(*found) * (1 + TOLERANCE)
