import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.brackets import Span, brackets, count, is_clean
from app.text.document import Document
from app.text.notation import read
from app.text.paragraph import Paragraph, Role
from app.text.runs import runs_of
from app.text.tokens import tokenise
from tests.support.met import met
from tests.text.strategies import documents, few, runs, some, texts

bracketed = st.one_of(texts, st.text("[]ab ", max_size=20))


@pytest.mark.parametrize(
    ("text", "spans", "unbalanced"),
    [
        ("clean", (), ()),
        ("[all] migrants", (Span(0, 5, 1),), ()),
        ("a [b [c] d] [e]", (Span(2, 11, 1), Span(5, 8, 2), Span(12, 15, 1)), ()),
        ("a ] b [", (), (2, 6)),
        ("[a [b]", (Span(3, 6, 1),), (0,)),
        ("[]", (Span(0, 2, 1),), ()),
    ],
)
def test_which_passages_are_bracketed(text, spans, unbalanced):
    found = brackets(text)
    assert (found.spans, found.unbalanced) == (spans, unbalanced)


def test_passages_within_passages():
    found = brackets("a [b [c] d] [e]")
    outer, inner, other = found.spans
    assert found.outermost == (outer, other)
    assert found.within(outer) == (inner,) and found.within(inner) == ()
    assert [found.words(span) for span in found.spans] == ["b [c] d", "c", "e"]


@met("balanced", "not", "clean")
@some
@given(bracketed)
def test_every_bracket_of_the_text_is_accounted_for_and_nothing_else(seen, text):
    found = brackets(text)
    places = dict.fromkeys((span.start for span in found.spans), "[")
    places |= {span.stop - 1: "]" for span in found.spans}
    lone = {place: text[place] for place in found.unbalanced}
    assert found.text == text
    assert not places.keys() & lone.keys()
    assert places | lone == {place: sign for place, sign in enumerate(text) if sign in "[]"}
    seen["not" if lone else "balanced" if places else "clean"] += 1


@met("nested", "side by side")
@some
@given(bracketed)
def test_passages_nest_and_never_cross(seen, text):
    found = brackets(text)
    for span in found.spans:
        around = [other for other in found.spans if other.start < span.start < other.stop]
        assert all(other.stop > span.stop for other in around)
        assert span.depth == len(around) + 1
    seen["nested"] += any(span.depth > 1 for span in found.spans)
    seen["side by side"] += len(found.outermost) > 1


@met("bracketed", "clean")
@some
@given(runs)
def test_tokens_are_as_good_as_text(seen, runs):
    tokens = tokenise(runs)
    found = brackets(tokens)
    assert found == brackets("".join(token.text for token in tokens))
    seen["clean" if found.is_clean else "bracketed"] += 1


@met("clean", "bracketed")
@few
@given(documents())
def test_a_document_is_clean_when_all_its_paragraphs_are(seen, document):
    found = [brackets(paragraph.text) for paragraph in document]
    assert is_clean(document) == all(one.is_clean for one in found)
    assert count(document) == sum(len(one.spans) for one in found)
    seen["clean" if is_clean(document) else "bracketed"] += 1


def test_a_footnote_does_not_count():
    noted = Document([Paragraph("a", Role.ITEM, read("agreed{note: [sic]}"))])
    assert is_clean(noted) and count(noted) == 0
    lone = Document([Paragraph("a", Role.ITEM, runs_of("not agreed]"))])
    assert not is_clean(lone) and count(lone) == 0


def test_a_thousand_brackets_are_no_trouble():
    assert len(brackets("[" * 5000 + "]" * 5000).spans) == 5000
