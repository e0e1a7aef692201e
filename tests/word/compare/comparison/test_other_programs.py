"""Documents that another program saved: nobody is told of a change who would see none."""

import random
from collections import Counter

from app.word.compare import compare
from app.word.resolve import accept, reject
from tests.support import oracles
from tests.support.laws import DEPTH
from tests.word.compare.chance.edits import Edits
from tests.word.compare.chance.rewrites import dressed, rewritten
from tests.word.compare.chance.wholes import document
from tests.word.compare.documents import AT
from tests.word.compare.laws import count, xml

SEEDS = range(40 * DEPTH)
_WORDS = ("do_words", "do_more_words", "do_cut_run")


def originals():
    """Documents with the chance that they were made by."""
    for seed in SEEDS:
        chance = random.Random(seed)
        draft = dressed(document(chance, 4), chance)
        if "altChunk" not in xml(draft.written()):
            yield seed, chance, draft


def test_nothing_is_marked_where_another_program_wrote_the_same_otherwise():
    for seed, chance, draft in originals():
        one, other = draft.written(), rewritten(draft, chance).written()
        for old, new in ((one, other), (other, one)):
            assert count(compare(old, new, "France", AT)) == Counter(), seed


def test_what_somebody_edited_is_marked_as_if_no_other_program_had_saved_it(tmp_path):
    for seed, chance, draft in originals():
        edited = draft.copy()
        Edits(edited, chance).some(3, _WORDS)
        old, new, other = draft.written(), edited.written(), rewritten(edited, chance).written()
        out = compare(old, other, "France", AT)
        assert count(out) == count(compare(old, new, "France", AT)), seed
        for what, own, wanted in (("reject", reject, old), ("accept", accept, new)):
            assert oracles.paragraphs(own(out)) == oracles.paragraphs(wanted), (seed, what)
            assert oracles.paragraphs(oracles.resolved(what, out)) == oracles.paragraphs(wanted), (seed, what)
        assert oracles.lint(out) == [], seed
