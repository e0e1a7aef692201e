"""Fourteen laws amend a constitution: each tabled as amendments on the text in force, and merged in one act."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from rapidfuzz.distance import Indel

from app.text.align import match_by_key
from app.text.change import Change
from app.text.compare import compare
from app.text.compilation import compilation
from app.text.document import Document
from app.text.merge import Merged, merge
from app.text.packages import compatible
from app.text.paragraph import Paragraph
from app.text.redline import Redline, accepted, rejected
from app.text.tokens import tokenise
from tests.stories.reforms import Reform, after, amendments, document, in_force, reforms, texts, units
from tests.support.programs import need_shared


@dataclass(frozen=True)
class Enacted:
    """A law with the text before it, the amendments by which it was tabled, and the text after it as published."""

    law: Reform
    base: Document
    amendments: list[Change]
    published: list[str]

    @property
    def merged(self) -> Document:
        outcome = merge(self.base, self.amendments)
        assert isinstance(outcome, Merged)
        return outcome.document


@pytest.fixture(scope="module")
def enacted() -> list[Enacted]:
    folder = need_shared("data/constitucion-chile")
    text = units(folder / "base-2005-09-22-decreto-100.md")
    base = document(text)
    out = []
    for law in reforms(folder / "reforms-2007-2012.jsonl"):
        text = after(law, text)
        proposed = amendments(base, in_force(base, text), law.law)
        out.append(Enacted(law, base, proposed, [words for paragraphs in text.values() for words in paragraphs]))
        base = out[-1].merged
    return out


def words(paragraph: Paragraph | None) -> list[str]:
    return [token.text for token in tokenise(paragraph.runs) if token.is_word] if paragraph else []


def least(base: Document, new: Document) -> int:
    """The fewest words that must be marked, when it is settled which paragraph is which."""
    return sum(Indel.distance(words(pair.old), words(pair.new)) for pair in match_by_key(base, new))


def marks(redline: Redline) -> Iterator[int]:
    """How many words each mark has: a mark goes on until words are kept, also from one whole paragraph to the next."""
    size = 0
    for line in redline.lines:
        for piece in line.pieces:
            count = sum(token.is_word for token in tokenise((piece.run,)))
            if piece.inserted_by is not None or piece.deleted_by is not None:
                size += count
            elif not piece.run.text.isspace() and size:
                yield size
                size = 0
        if line.inserted_by is None and line.deleted_by is None and size:
            yield size
            size = 0
    if size:
        yield size


def test_each_law_merged_is_the_text_that_was_published_word_for_word(enacted: list[Enacted]) -> None:
    assert len(enacted) == 14
    for each in enacted:
        assert texts(each.merged) == each.published
        assert each.merged != each.base


def test_the_amendments_of_one_law_can_all_be_taken_at_once(enacted: list[Enacted]) -> None:
    for each in enacted:
        found = compatible(each.base, each.amendments)
        assert not found.groups
        assert [proposal.changes for proposal in found.free] == [(change.id,) for change in each.amendments]


def test_redlines_of_the_laws_hold_both_texts(enacted: list[Enacted]) -> None:
    for each in enacted:
        for redline in (compilation(each.base, each.amendments, str), compare(each.base, each.merged, each.law.law)):
            assert texts(rejected(redline)) == texts(each.base)
            assert texts(accepted(redline)) == each.published


def test_of_every_law_no_more_words_are_marked_than_a_twentieth_above_the_least(enacted: list[Enacted]) -> None:
    for each in enacted:
        marked = sum(marks(compare(each.base, each.merged, each.law.law)))
        fewest = least(each.base, each.merged)
        assert fewest <= marked <= 1.05 * fewest, each.law.law


def test_the_amendments_mark_what_the_laws_name(enacted: list[Enacted]) -> None:
    """All fourteen together. A law that gives a whole paragraph anew where a few words change names one place for several
    marks; one that gives a new article names several for one."""
    found = [list(marks(compilation(each.base, each.amendments, str))) for each in enacted]
    places = sum(each.law.places for each in enacted)
    assert places == 69
    assert sum(map(len, found)) <= 1.5 * places
    assert sum(map(sum, found)) <= 1.05 * sum(least(each.base, each.merged) for each in enacted)
