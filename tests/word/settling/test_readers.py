"""Files by chance in every shape programs write: we settle and list them as readers that are not ours do."""

import docx_scalpel
import pytest

from app.word.changes import changes
from app.word.resolve import accept, reject
from tests.support import oracles, pandoc
from tests.support.laws import DEPTH
from tests.support.oracles import tight
from tests.word.settling.lists import listed_as_by_docx_scalpel, listed_as_by_pandoc
from tests.word.shapes import Shapes

SEEDS = range(60 * DEPTH)
# docx-scalpel counts both versions of a text box, and leaves marks in it where the paragraph around it merges.
SETTLED = ("plain", "ins", "del", "ins_del", "moves", "formatted", "signs", "link", "emptied_link", "simple_field", "field",
           "control", "controlled", "wrapped", "ruby", "note", "comment", "formula")  # fmt: skip
# What pandoc reads whole: it leaves out wrappers it does not know with all that is in them, and writes formulas as TeX.
READ_BY_PANDOC = ("plain", "ins", "del", "ins_del", "moves", "formatted", "signs", "link", "field", "control", "note",
                  "comment")  # fmt: skip
BLOCKS_OF_PANDOC = ("control", "moved", "controlled", "nested_control")


@pytest.mark.parametrize(("what", "ours"), [("accept", accept), ("reject", reject)])
def test_settled_texts_agree_with_docx_scalpel(what, ours):
    for seed in SEEDS:
        data = Shapes(seed, (*SETTLED, "fraction")).file()
        theirs = getattr(docx_scalpel, f"docx_diff_{what}_revisions")(data)
        # Where nothing is left of a last paragraph, some readers keep an empty one.
        assert tight(oracles.paragraphs(ours(data))) == tight(oracles.paragraphs(theirs)), seed


def test_the_list_of_changes_agrees_with_docx_scalpel():
    for seed in SEEDS:
        listed_as_by_docx_scalpel(Shapes(seed, SETTLED).file(), seed)


def test_the_list_of_changes_agrees_with_pandoc(tmp_path):
    files = [Shapes(seed, READ_BY_PANDOC, BLOCKS_OF_PANDOC).file() for seed in SEEDS]
    for seed, (data, told) in enumerate(zip(files, pandoc.told(files, tmp_path), strict=True)):
        listed_as_by_pandoc(changes(data), told, seed)
