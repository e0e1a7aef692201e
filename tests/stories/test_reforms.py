"""Fourteen laws amend a constitution: each tabled as amendments on the text in force, and merged in one act."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import pytest
from rapidfuzz.distance import Indel

from app.text.change import Change
from app.text.compare import compare
from app.text.compilation import compilation
from app.text.document import Document
from app.text.merge import Merged, merge
from app.text.packages import compatible
from app.text.paragraph import Paragraph, Role
from app.text.redline import Line, Redline, accepted, rejected
from app.text.runs import Run, joined
from app.text.tokens import Token, tokenise
from tests.stories.fewest import fewest, front
from tests.stories.reforms import Reform, after, amendments, document, in_force, reforms, texts, units
from tests.support.programs import need_shared


@dataclass(frozen=True)
class Enacted:
    """A law with the text before it, the amendments by which it was tabled, and the text after it as published."""

    law: Reform
    base: Document
    amendments: list[Change]
    published: list[str]

    @cached_property
    def redline(self) -> Redline:
        """From the text in force to the one after the law."""
        return compare(self.base, self.merged, self.law.law)

    @cached_property
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


def tokens(runs: Iterable[Run]) -> list[Token]:
    return [token for token in tokenise(joined(runs)) if not token.is_blank]


def groups(redline: Redline) -> Iterator[tuple[Line, ...]]:
    """The lines of each paragraph that stays and changes: more than one where it is split, or joined of several."""
    lines: list[Line] = []
    for line in redline.lines:
        if line.inserted_by is None and line.deleted_by is None:
            lines.append(line)
            if line.seam is None:
                if any(each.tells for each in lines):
                    yield tuple(lines)
                lines = []


def sides(group: tuple[Line, ...]) -> tuple[list[Token], list[Token]]:
    """The words and signs of a paragraph before and after."""
    pieces = [piece for line in group for piece in line.pieces]
    return (
        tokens(piece.run for piece in pieces if piece.inserted_by is None),
        tokens(piece.run for piece in pieces if piece.deleted_by is None),
    )


def is_whole(line: Line) -> bool:
    """Whether the paragraph comes or goes as a whole."""
    return line.inserted_by is not None or line.deleted_by is not None


def wholly(redline: Redline) -> int:
    """The words of paragraphs that come or go as a whole."""
    pieces = [piece for line in redline.lines if is_whole(line) for piece in line.pieces]
    return sum(token.is_word for piece in pieces for token in tokens((piece.run,)))


def least(redline: Redline) -> int:
    """The fewest words that must be marked, when it is settled which paragraph is which."""
    both = [[[token.text for token in side if token.is_word] for side in sides(group)] for group in groups(redline)]
    return wholly(redline) + sum(Indel.distance(old, new) for old, new in both)


def marks(redline: Redline) -> list[int]:
    """How many words each mark has: a mark goes on until a word or a sign is kept, also from one whole paragraph to the
    next. Blanks, and the end of a paragraph that comes or goes alone, are no marks."""
    found: list[int] = []
    on = False
    for before, line in pairwise((Line(Paragraph("", Role.TITLE), ()), *redline.lines)):
        on = on and (before.seam is not None or (is_whole(before) and is_whole(line)))
        for piece in line.pieces if line.tells or before.seam else ():
            marked = piece.inserted_by is not None or piece.deleted_by is not None
            for token in tokens((piece.run,)):
                if marked and not on:
                    found.append(0)
                if marked:
                    found[-1] += token.is_word
                on = marked
    return found


def fewest_marks(redline: Redline) -> int:
    """The fewest marks of any redline with these paragraphs that marks at most 1.05 times the least words."""
    most = len(marks(redline))
    whole = sum(is_whole(line) and not is_whole(before) for before, line in pairwise((redline.lines[0], *redline.lines)))
    whole += is_whole(redline.lines[0])
    changed = [(old, new) for old, new in map(sides, groups(redline)) if old != new]
    spare = int(1.05 * least(redline)) - wholly(redline)
    return whole + fewest([front(old, new, most) for old, new in changed], spare, most)


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
        for redline in (compilation(each.base, each.amendments, str), each.redline):
            assert texts(rejected(redline)) == texts(each.base)
            assert texts(accepted(redline)) == each.published


def test_of_every_law_no_more_words_are_marked_than_a_twentieth_above_the_least(enacted: list[Enacted]) -> None:
    for each in enacted:
        fewest_words = least(each.redline)
        assert fewest_words <= sum(marks(each.redline)) <= 1.05 * fewest_words, each.law.law


PLACES_AND_MARKS = {
    "LEY 20162": (2, 2),
    "LEY 20193": (3, 2),
    "LEY 20245": (1, 1),
    "LEY 20337": (5, 6),
    "LEY 20346": (1, 5),
    "LEY 20352": (4, 1),
    "LEY 20354": (4, 5),
    "LEY 20390": (23, 24),
    "LEY 20414": (8, 7),
    "LEY 20503": (1, 5),
    "LEY 20515": (10, 22),
    "LEY 20516": (3, 3),
    "LEY 20573": (1, 1),
    "LEY 20644": (3, 2),
}
"""Of each law the places its instruction names, and the marks of the redline from the text in force to the one after."""

BEYOND = {"LEY 20346", "LEY 20503", "LEY 20515"}
"""Laws that give sentences and paragraphs anew of which half the words stay: one place, and several marks."""


def test_the_marks_of_each_law_are_counted(enacted: list[Enacted]) -> None:
    assert {each.law.law: (each.law.places, len(marks(each.redline))) for each in enacted} == PLACES_AND_MARKS


def test_of_every_law_the_marks_are_at_most_1_5_times_the_places_or_as_few_as_can_be(enacted: list[Enacted]) -> None:
    for each in enacted:
        found, allowed = len(marks(each.redline)), 1.5 * each.law.places
        if each.law.law in BEYOND:
            assert found == fewest_marks(each.redline) > allowed, each.law.law
        else:
            assert found <= allowed, each.law.law


def test_paragraphs_that_the_publication_joined_are_shown_as_joined(enacted: list[Enacted]) -> None:
    joined_in = {each.law.law: sum(line.seam is not None for line in each.redline.lines) for each in enacted}
    assert {law: ends for law, ends in joined_in.items() if ends} == {"LEY 20354": 2}


def test_over_the_text_as_one_string_of_words_little_more_is_marked(enacted: list[Enacted]) -> None:
    """Paragraphs given wholly anew keep some words by chance, which a string of words counts as kept."""

    def string(document: Document) -> list[str]:
        return [token.text for paragraph in document for token in tokens(paragraph.runs) if token.is_word]

    marked = sum(sum(marks(each.redline)) for each in enacted)
    assert marked <= 1.065 * sum(Indel.distance(string(each.base), string(each.merged)) for each in enacted)


def test_the_amendments_of_all_mark_what_the_laws_name(enacted: list[Enacted]) -> None:
    """In an amendment a rewritten phrase is one change, so it marks some words more in fewer places."""
    shown = [compilation(each.base, each.amendments, str) for each in enacted]
    places = sum(each.law.places for each in enacted)
    assert places == 69
    assert sum(len(marks(redline)) for redline in shown) <= 1.1 * places
    assert sum(sum(marks(redline)) for redline in shown) <= 1.05 * sum(least(redline) for redline in shown)
