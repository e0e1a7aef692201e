import re

import pytest
from hypothesis import given

from app.text.runs import NOTE_ANCHOR, Mark, Run, joined, runs_of
from app.text.tokens import _PLAIN_WORD, _TOKEN, Token, tokenise, untokenise, words
from tests.support.met import met
from tests.text.strategies import runs, some, texts


def cut(text: str) -> list[str]:
    return [token.text for token in tokenise(runs_of(text)) if not token.is_blank]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("safe, orderly migration", ["safe", ",", "orderly", "migration"]),
        ("[more [efficient]] borders", ["[", "more", "[", "efficient", "]", "]", "borders"]),
        ("4,000 people, 10.7% and 4\u00a0000.", ["4,000", "people", ",", "10.7", "%", "and", "4\u00a0000", "."]),
        ("¿Quién? ¡Nadie! «sí»", ["¿", "Quién", "?", "¡", "Nadie", "!", "«", "sí", "»"]),
        (
            "l’homme d'eau jusqu’à dell'acqua",
            ["l’", "homme", "d'", "eau", "jusqu’", "à", "dell'", "acqua"],
        ),
        ("don't, it’s, States', aujourd’hui", ["don't", ",", "it’s", ",", "States", "'", ",", "aujourd’hui"]),
        ("ad-hoc, non-[binding]", ["ad-hoc", ",", "non", "-", "[", "binding", "]"]),
        ("移民的人权", ["移", "民", "的", "人", "权"]),
        ("حقوق المهاجرين، права человека", ["حقوق", "المهاجرين", "،", "права", "человека"]),
        ("कानून में", ["कानून", "में"]),
        ("at ...... hours on ____", ["at", "......", "hours", "on", "____"]),
    ],
)
def test_what_is_one_token(text, tokens):
    assert cut(text) == tokens


def test_a_stretch_of_blanks_is_one_token():
    assert [token.text for token in tokenise(runs_of("a  \u00a0b"))] == ["a", "  \u00a0", "b"]


def test_a_token_has_one_set_of_marks():
    bold = frozenset({Mark.BOLD})
    assert tokenise((Run("re"), Run("admission", bold))) == (Token("re"), Token("admission", bold))


def test_a_footnote_call_is_a_token():
    call = Run(NOTE_ANCHOR, note="Resolution 71/1.")
    assert tokenise((Run("migrants"), call)) == (Token("migrants"), Token(NOTE_ANCHOR, note="Resolution 71/1."))


@met("plain", "marked", "with notes")
@some
@given(runs)
def test_nothing_is_lost(seen, runs):
    assert untokenise(tokenise(runs)) == joined(runs)
    seen["marked" if any(run.marks for run in runs) else "plain"] += 1
    seen["with notes"] += any(run.note is not None for run in runs)


@met("cut elsewhere", "in the fewest")
@some
@given(runs)
def test_the_cut_of_the_runs_does_not_matter(seen, runs):
    assert tokenise(runs) == tokenise(joined(runs))
    seen["in the fewest" if joined(runs) == runs else "cut elsewhere"] += 1


@met("bracketed", "clean")
@some
@given(texts)
def test_brackets_stand_alone(seen, text):
    brackets = [token.text for token in tokenise(runs_of(text)) if "[" in token.text or "]" in token.text]
    assert all(token in "[]" for token in brackets)
    seen["bracketed" if brackets else "clean"] += 1


@met("plain words", "none")
@some
@given(texts)
def test_plain_words_are_taken_as_all_words_are(seen, text):
    others = re.compile(_TOKEN.pattern.removeprefix(f"{_PLAIN_WORD}|"), _TOKEN.flags)
    assert _TOKEN.findall(text) == others.findall(text)
    seen["plain words" if re.search(_PLAIN_WORD, text) else "none"] += 1


@met("words", "nothing to see")
@some
@given(runs)
def test_words_counts_what_can_be_seen(seen, runs):
    count = words(tokenise(runs))
    assert count == sum(not token.is_blank for token in tokenise(runs))
    seen["words" if count else "nothing to see"] += 1


def test_no_tokens_make_no_runs():
    assert tokenise(()) == () and untokenise(()) == ()
