"""Files by chance in shapes no rule foresees: settled and listed as readers that are not ours do, or by the law alone."""

import contextlib

import docx_scalpel
import pytest

from app.word.changes import Kind, changes
from app.word.read import read
from app.word.resolve import accept, reject
from app.word.unreadable import Unreadable
from tests.support import oracles
from tests.support.laws import DEPTH
from tests.support.oracles import tight
from tests.word.oddities import BLOCKS, SETTLED, Oddities
from tests.word.settling.lists import listed_as_by_docx_scalpel

SEEDS = range(40 * DEPTH)


@pytest.mark.parametrize(("what", "ours"), [("accept", accept), ("reject", reject)])
def test_settled_texts_agree_with_docx_scalpel(what, ours):
    for seed in SEEDS:
        data = Oddities(seed, SETTLED, BLOCKS).file()
        theirs = getattr(docx_scalpel, f"docx_diff_{what}_revisions")(data)
        assert tight(oracles.paragraphs(ours(data))) == tight(oracles.paragraphs(theirs)), seed


def test_the_list_of_changes_agrees_with_docx_scalpel():
    for seed in SEEDS:
        listed_as_by_docx_scalpel(Oddities(seed, SETTLED, BLOCKS).file(), seed)


def test_nothing_is_left_tracked_whatever_it_was():
    for seed in SEEDS:
        data = Oddities(seed, blocks=tuple(kind[6:] for kind in dir(Oddities) if kind.startswith("block_"))).file()
        for settle in (accept, reject):
            settled = settle(data)
            assert {change.kind for change in changes(settled)} <= {Kind.COMMENT}, seed
            assert settle(settled) == settled, seed
        with contextlib.suppress(Unreadable):
            read(data)
