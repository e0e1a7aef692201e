"""Laws over documents made by chance, and what programs written by others make of the result."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support import oracles
from tests.word.compare.documents import Block, Control, Field, Link, Mark, Note, Para, Table, Words, read, written
from tests.word.compare.laws import agree, agreed, count

WORDS = (
    *("the", "State", "shall", "migration", "of", "rights", "and"),
    *("human", "border,", "children.", "protection", "(dignity)", "safe"),
)
FORMATS = ("", "", "", "b", "i", "bi")


def document(chance: random.Random, depth: int = 1, most: int = 6) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for _ in range(chance.randint(1, most)):
        if depth and chance.random() < 0.2:
            width = chance.randint(1, 2)
            rows = range(chance.randint(1, 3))
            blocks.append(Table(tuple(tuple(document(chance, depth - 1, 2) for _ in range(width)) for _ in rows)))
        else:
            blocks.append(paragraph(chance))
    return fit_for_word(chance, blocks)


def paragraph(chance: random.Random) -> Para:
    inlines = tuple(inline(chance) for _ in range(chance.choice((0, 1, 1, 2, 3, 4))))
    return Para(inlines, chance.choice(("", "", "Heading1")), chance.random() < 0.2)


def inline(chance: random.Random) -> Words | Link | Control | Field | Note | Mark:
    text = " ".join(chance.choices(WORDS, k=chance.randint(1, 6))) + chance.choice(("", " "))
    kinds = [Words(text, chance.choice(FORMATS))] * 6
    kinds += [Link(text, chance.choice("ab")), Control(text), Field(chance.choice(("PAGE", "REF x")), "1")]
    return chance.choice([*kinds, Note(text), Mark("tab"), Mark("br")])


def edited(chance: random.Random, blocks: tuple[Block, ...], depth: int = 1) -> tuple[Block, ...]:
    out: list[Block] = []
    for block in blocks:
        luck = chance.random()
        if luck < 0.1:
            continue
        if luck < 0.2:
            out += [block, *document(chance, depth, 1)]
        elif luck < 0.6:
            out.append(block)
        elif isinstance(block, Table):
            rows = [tuple(edited(chance, cell, 0) for cell in row) for row in block.rows if chance.random() < 0.85]
            out.append(Table(tuple(rows)) if rows else paragraph(chance))
        elif isinstance(block, Para):
            place = chance.randint(0, len(block.inlines))
            before, after = block.inlines[:place], block.inlines[place:]
            if chance.random() < 0.3:
                out += [Para(before, block.style, block.numbered), Para(after, block.style, block.numbered)]
            else:
                style = chance.choice((block.style, block.style, "Heading1"))
                out.append(Para((*before, inline(chance), *after[1:]), style, chance.random() < 0.2))
    return fit_for_word(chance, out)


def fit_for_word(chance: random.Random, blocks: list[Block]) -> tuple[Block, ...]:
    """With a paragraph between two tables and one at the end, as Word has it."""
    out: list[Block] = []
    for block in blocks:
        if out and isinstance(block, Table) and isinstance(out[-1], Table):
            out.append(paragraph(chance))
        out.append(block)
    return (*out, paragraph(chance))


def pair(seed: int) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    chance = random.Random(seed)
    old = document(chance)
    return old, edited(chance, old) if chance.random() < 0.8 else document(chance)


@settings(max_examples=150, deadline=None)
@given(st.integers(min_value=0, max_value=2**32))
def test_rejected_it_is_the_old_and_accepted_the_new(seed):
    agreed(*pair(seed))


@settings(max_examples=40, deadline=None)
@given(st.integers(min_value=0, max_value=2**32))
def test_a_document_is_equal_to_itself(seed):
    old, _ = pair(seed)
    assert not count(agreed(old, old))


@settings(max_examples=25, deadline=None)
@given(st.integers(min_value=0, max_value=2**32))
def test_another_program_reads_the_same(seed):
    old, new = pair(seed)
    out = agreed(old, new)
    assert read(oracles.resolved("accept", out)) == read(written(*new))
    assert read(oracles.resolved("reject", out)) == read(written(*old))


@settings(max_examples=25, deadline=None)
@given(st.integers(min_value=0, max_value=2**32))
def test_the_rules_that_no_schema_sees(seed):
    assert oracles.lint(agreed(*pair(seed))) == []


@pytest.mark.parametrize("seed", range(6))
def test_the_schema_has_nothing_against_it(seed, tmp_path):
    old, new = pair(seed)
    assert oracles.schema_errors(agree(written(*old), written(*new)), tmp_path) == []
