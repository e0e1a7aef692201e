import pytest
from hypothesis import given

from app.text.brackets.census import Bracket, BracketKind, Extent, census
from app.text.brackets.grammar import parse
from app.text.brackets.spans import brackets
from tests.support.met import met
from tests.text.strategies import some
from tests.text.strategies_brackets import anything, passages


@pytest.mark.parametrize(
    ("text", "kind", "extent"),
    [
        ("a [b] c", BracketKind.OPTIONAL, Extent.WORDS),
        ("[b] c", BracketKind.OPTIONAL, Extent.WORDS),
        ("[b].", BracketKind.OPTIONAL, Extent.PARAGRAPH),
        ("before\n   (a) [b]; and\nafter", BracketKind.OPTIONAL, Extent.PARAGRAPH),
        ("one\ntwo\n[b]\nthree\nfour", BracketKind.OPTIONAL, Extent.PARAGRAPH),
        ("a [b\nc] d", BracketKind.OPTIONAL, Extent.PARAGRAPHS),
        ("a [b / c] d", BracketKind.SLASHED, Extent.WORDS),
        ("a [b] [c] d", BracketKind.RIVAL, Extent.WORDS),
        ("[Option 1: a\nOption 2: b]", BracketKind.OPTIONS, Extent.PARAGRAPHS),
    ],
)
def test_kinds_and_extents(text, kind, extent):
    first = census(parse(text)).brackets[0]
    assert (first.kind, first.extent) == (kind, extent)


def test_the_census_of_a_text():
    found = census(parse("[a [b / c]] {note}\n] Option 1: x\nOption 1: y"))
    assert found.brackets == (
        Bracket(0, 11, 1, BracketKind.OPTIONAL, Extent.WORDS),
        Bracket(3, 10, 2, BracketKind.SLASHED, Extent.WORDS),
    )
    assert (found.unbalanced, found.notes, found.options) == ((19,), (12,), (33,))
    assert (found.deepest, found.count(), found.count(BracketKind.SLASHED)) == (2, 2, 1)
    assert (found.count(extent=Extent.WORDS), found.count(BracketKind.RIVAL, Extent.WORDS)) == (2, 0)
    assert not found.is_clean and census(parse("clean")).is_clean and census(()).deepest == 0


@met("balanced", "not")
@some
@given(anything)
def test_every_bracket_is_counted_once(seen, text):
    found = census(parse(text))
    lone = [place for place in found.unbalanced if text[place] in "[]"]
    assert 2 * found.count() + len(lone) == sum(sign in "[]" for sign in text)
    assert found.count() == sum(found.count(kind) for kind in BracketKind) == sum(found.count(extent=one) for one in Extent)
    seen["not" if lone else "balanced"] += 1


@met("nested", "bracketed", "plain")
@some
@given(passages)
def test_where_nothing_but_brackets_is_written_the_grammar_and_the_spans_agree(seen, text):
    found = census(parse(text))
    if not found.notes and not found.options:
        seen["nested" if found.deepest > 1 else "bracketed" if found.brackets else "plain"] += 1
        assert [(one.start, one.stop, one.depth) for one in found.brackets] == [
            (one.start, one.stop, one.depth) for one in brackets(text).spans
        ]
