"""Documents with all that Word puts into a text, and other versions of them, both by chance."""

import random

import pytest

from app.word.compare import Incomparable, compare
from app.word.resolve import accept, reject
from tests.support import oracles
from tests.support.laws import DEPTH
from tests.word.compare.chance.reading import Reading
from tests.word.compare.chance.resaves import resaved
from tests.word.compare.chance.wholes import document, pair
from tests.word.compare.documents import AT
from tests.word.compare.laws import W, count, xml

SEEDS = range(40 * DEPTH)


def comparisons(seeds):
    """The pairs that can be compared, with what comes of them."""
    for seed in seeds:
        old, new = pair(seed)
        try:
            yield seed, old, new, compare(old, new, "France", AT)
        except Incomparable:
            assert any(oracles.part(side).find(f".//{W}altChunk") is not None for side in (old, new)), seed


def ends_behind_a_control(data: bytes) -> bool:
    """Whether a content control stands before the last paragraph: emptied, that stays, as nothing can run into it."""
    body = oracles.part(data)[0]
    return len(body) > 2 and body[-3].tag not in (W + "p", W + "tbl")


def lines(data: bytes) -> list[str]:
    return Reading(data).lines()


def test_accepted_it_is_the_new_and_rejected_the_old_in_words_and_looks():
    for seed, old, new, out in comparisons(SEEDS):
        assert lines(reject(out)) == lines(old), seed
        assert lines(accept(out)) == lines(new) or ends_behind_a_control(old), seed
        assert compare(old, new, "France", AT) == out, seed


def test_another_program_reads_the_same():
    for seed, old, new, out in comparisons(SEEDS):
        for what, wanted in (("reject", old), ("accept", new)):
            found, expected = (lines(oracles.resolved(what, data)) for data in (out, wanted))
            assert found == expected or (what == "accept" and ends_behind_a_control(old)), (seed, what)


def test_a_document_is_equal_to_itself_as_another_program_saves_it():
    for seed in SEEDS[::2]:
        chance = random.Random(seed)
        draft = document(chance, 3)
        old, new = draft.written(), resaved(draft, chance).written()
        if "altChunk" not in xml(old):
            assert not count(compare(old, new, "France", AT)), seed


def test_the_rules_that_no_schema_sees():
    for seed, *sources, out in comparisons(SEEDS):
        known = {fault.partition(" ")[0] for data in sources for fault in oracles.lint(data)}
        assert [fault for fault in oracles.lint(out) if fault.partition(" ")[0] not in known] == [], seed


@pytest.mark.parametrize("start", range(0, 6 * DEPTH, 6))
def test_the_schema_has_nothing_against_it_that_it_had_not_before(start, tmp_path):
    for seed, *sources, out in comparisons(range(start, start + 6)):
        found = {fault.partition(": ")[2] for fault in oracles.schema_errors(out, tmp_path)}
        if found:
            found -= {fault.partition(": ")[2] for data in sources for fault in oracles.schema_errors(data, tmp_path)}
        assert not found, seed
