import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.notation import read, write
from app.text.runs import NO_MARKS, NOTE_ANCHOR, Mark, Run, joined, runs_of
from tests.support.met import met
from tests.text.strategies import runs, some, texts

BOLD, ITALIC = frozenset({Mark.BOLD}), frozenset({Mark.ITALIC})


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("plain [words]", (Run("plain [words]"),)),
        ("**Recalling** that", (Run("Recalling", BOLD), Run(" that"))),
        ("*Recalling* **all**", (Run("Recalling", ITALIC), Run(" "), Run("all", BOLD))),
        ("__all__ 2^nd^", (Run("all", frozenset({Mark.UNDERLINE})), Run(" 2"), Run("nd", frozenset({Mark.SUPERSCRIPT})))),
        ("***both***", (Run("both", BOLD | ITALIC),)),
        ("*a **b* c**", (Run("a ", ITALIC), Run("b", BOLD | ITALIC), Run(" c", BOLD))),
        ("migrants{note: As in [A/RES/71/1].}", (Run("migrants"), Run(NOTE_ANCHOR, note="As in [A/RES/71/1]."))),
        ("two\nlines", (Run("two lines"),)),
        ("", ()),
    ],
)
def test_what_a_person_types(text, runs):
    assert read(text) == runs


@pytest.mark.parametrize(
    "text",
    ["5 * 3 * 2", "migrants*", "**open", "signed on ____ at ______", "^^", "a ** b", "{note: open", "{x}", "*****", "_"],
)
def test_signs_that_mark_nothing_are_signs_like_any_other(text):
    assert read(text) == runs_of(text)


def test_a_backslash_takes_the_meaning_away():
    assert read(r"\*not\* \**italic*\* \{note: x} C:\\") == (Run("*not* *"), Run("italic", ITALIC), Run("* {note: x} C:\\"))


@met("plain", "marked", "with notes")
@some
@given(runs)
def test_what_is_written_reads_the_same(seen, runs):
    assert read(write(runs)) == joined(runs)
    seen["marked" if any(run.marks for run in runs) else "plain"] += 1
    seen["with notes"] += any(run.note is not None for run in runs)


@met("with signs", "as it stands")
@some
@given(texts | runs.map(write))
def test_any_text_at_all_can_be_read_and_written_again(seen, text):
    found = read(text)
    assert read(write(found)) == found
    seen["as it stands" if found == runs_of(text) else "with signs"] += 1


@some
@given(st.text(st.characters(exclude_characters="\\*_^{\r\n" + NOTE_ANCHOR, exclude_categories=("Cs",))))
def test_text_without_signs_reads_as_itself(text):
    assert read(text) == runs_of(text)


@some
@given(st.text("*_^\\{}note: a\n", max_size=20))
def test_text_of_signs_loses_nothing_but_signs(text):
    again = read(write(read(text)))
    assert again == read(text)


def test_a_line_break_within_a_paragraph_is_written_with_a_backslash():
    assert write(runs_of("a\nb")) == "a\\\nb"
    assert read("a\\\r\nb") == runs_of("a\nb")
    assert read("a\\\rb") == runs_of("a\nb")


def test_a_marked_blank_between_blanks_keeps_its_mark():
    for blank in " \u00a0":
        runs = (Run("a" + blank, NO_MARKS), Run(blank + "b" + blank, BOLD), Run(blank + "c"))
        assert read(write(runs)) == runs
