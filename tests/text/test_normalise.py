import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.normalise import comparable, normalise, normalise_runs, trimmed
from app.text.runs import NO_MARKS, NOTE_ANCHOR, Mark, Run, joined, plain, runs_of
from tests.support.met import met
from tests.text.strategies import runs, some, texts

BOLD = frozenset({Mark.BOLD})

anything = st.one_of(
    texts,
    st.text(st.characters(exclude_categories=("Cs",))),
    st.text("e\u0301\u0323\u200c\u200dه\u06cc\u212a\ufeff\u00ad\r\n\t \u00a0\u2028“”–-.\u1100\u1161"),
)


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("ni\u006e\u0303ez", "niñez"),
        ("one\r\ntwo\rthree\u2028four\x0bfive", "one\ntwo\nthree\nfour\nfive"),
        ("a\tb", "a b"),
        ("mi\u00adgra\u200btion\ufeff", "migration"),
        ("bell\x07 \x00\ud800\uffff", "bell "),
        ("\u202bحقوق\u202c", "حقوق"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("a\u200db", "ab"),
        ("4\u00a0000 “people” – all", "4\u00a0000 “people” – all"),
        ("anchor\ufffc", "anchor"),
    ],
)
def test_one_form_at_the_door(text, normal):
    assert normalise(text) == normal


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("4\u00a0000", "4 000"),
        ("“human rights”", '"human rights"'),
        ("don’t", "don't"),
        ("2010–2020", "2010-2020"),
        (" two  blanks ", "two blanks"),
        ("and so on...", "and so on…"),
    ],
)
def test_what_reads_the_same_is_comparable(one, other):
    assert normalise(one) != normalise(other) or one.strip() != other.strip()
    assert comparable(one) == comparable(other)


def test_what_reads_differently_is_not():
    assert comparable("shall") != comparable("Shall") and comparable("rights, all") != comparable("rights all")


@met("changed", "normal already")
@some
@given(anything)
def test_normalising_twice_changes_nothing(seen, text):
    assert normalise(normalise(text)) == normalise(text)
    assert unicodedata.is_normalized("NFC", normalise(text))
    seen["normal already" if normalise(text) == text else "changed"] += 1


@met("changed", "comparable already")
@some
@given(anything)
def test_comparable_is_idempotent_and_does_not_mind_normalising(seen, text):
    assert comparable(comparable(text)) == comparable(text) == comparable(normalise(text))
    seen["comparable already" if comparable(text) == text else "changed"] += 1


@met("changed", "normal already", "with notes")
@some
@given(
    st.one_of(
        runs,
        st.lists(
            st.builds(Run, anything.map(lambda text: text.replace(NOTE_ANCHOR, "")), st.sampled_from((NO_MARKS, BOLD)))
        ).map(tuple),
    )
)
def test_runs_normalised_twice_are_the_same(seen, runs):
    normal = normalise_runs(runs)
    assert normalise_runs(normal) == normal == joined(normal)
    seen["normal already" if normal == joined(runs) else "changed"] += 1
    seen["with notes"] += any(run.note is not None for run in runs)


def test_an_accent_joins_its_letter_across_a_change_of_marks():
    assert normalise_runs((Run("nin", BOLD), Run("\u0303ez"))) == (Run("niñ", BOLD), Run("ez"))


def test_notes_are_normalised_and_kept():
    assert normalise_runs((Run(NOTE_ANCHOR, BOLD, "a\tb"),)) == (Run(NOTE_ANCHOR, BOLD, "a b"),)


@met("trimmed", "nothing to trim")
@some
@given(runs)
def test_trimming_takes_only_blanks_at_the_two_ends(seen, runs):
    if all(run.note is None for run in runs):
        assert plain(trimmed(runs)) == plain(runs).strip()
    assert trimmed(trimmed(runs)) == trimmed(runs)
    seen["nothing to trim" if trimmed(runs) == joined(runs) else "trimmed"] += 1


def test_a_footnote_at_the_end_is_not_a_blank():
    call = Run(NOTE_ANCHOR, note="x")
    assert trimmed((Run("  a "), call, Run(" "))) == (Run("a "), call)
    assert trimmed(runs_of("   ")) == ()
