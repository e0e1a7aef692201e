"""Files by chance in every shape programs write: we settle and list them as readers that are not ours do."""

from collections import Counter, defaultdict

import docx_scalpel
import pytest

from app.word.changes import Kind, Tracked, changes
from app.word.resolve import accept, reject
from tests.support import oracles, pandoc
from tests.support.laws import DEPTH
from tests.support.oracles import tight
from tests.word.shapes import Shapes

SEEDS = range(60 * DEPTH)
# docx-scalpel counts both versions of a text box, and leaves marks in it where the paragraph around it merges.
SETTLED = ("plain", "ins", "del", "ins_del", "moves", "formatted", "signs", "link", "emptied_link", "simple_field", "field",
           "control", "controlled", "wrapped", "ruby", "note", "comment", "formula")  # fmt: skip
# What pandoc reads whole: it leaves out wrappers it does not know with all that is in them, and writes formulas as TeX.
READ_BY_PANDOC = ("plain", "ins", "del", "ins_del", "moves", "formatted", "signs", "link", "field", "control", "note",
                  "comment")  # fmt: skip
BLOCKS_OF_PANDOC = ("control", "moved", "controlled", "nested_control")
DOING = {"insertion": "insert", "deletion": "delete"}
KINDS = {"kind=Content": "", "kind=ParaMark": "paragraph_", "kind=RowMark": "row_", "kind=CellMark": "cell_"}
WORDS = {"kind=Content", "kind=ParaMark"}
SIGNATURE = tuple[str, str | None, str | None]


@pytest.mark.parametrize(("what", "ours"), [("accept", accept), ("reject", reject)])
def test_settled_texts_agree_with_docx_scalpel(what, ours):
    for seed in SEEDS:
        data = Shapes(seed, (*SETTLED, "fraction")).file()
        theirs = getattr(docx_scalpel, f"docx_diff_{what}_revisions")(data)
        # Where nothing is left of a last paragraph, some readers keep an empty one.
        assert tight(oracles.paragraphs(ours(data))) == tight(oracles.paragraphs(theirs)), seed


def test_the_list_of_changes_agrees_with_docx_scalpel():
    for seed in SEEDS:
        data = Shapes(seed, SETTLED).file()
        found = changes(data)
        with docx_scalpel.open_session(data) as session:
            entries = [entry for entry in session.list_revisions() if entry.type in ("insert", "delete")]
        words: defaultdict[SIGNATURE, str] = defaultdict(str)
        elements: Counter[tuple[str, SIGNATURE]] = Counter()
        together = False  # Of words that go with a row, cell or control under one signature it gives all that is in that.
        for entry in entries:
            by = entry.type, entry.author, entry.date
            kinds = [key.partition(":")[0] for key in entry.constituent_keys if key.startswith("kind=")]
            elements.update((KINDS[kind], by) for kind in kinds if kind in KINDS)
            if "kind=Content" in kinds:
                words[by] += entry.text.replace("¶", "")
                together = together or not WORDS.issuperset(kinds)
        names = {Kind(what + one): other for what in KINDS.values() for one, other in DOING.items()}
        listed = Counter(
            (str(change.kind).removesuffix(change.kind.rpartition("_")[2]), signed(change, names))
            for change in found
            if change.kind in names
        )
        assert listed == elements, seed
        if not together:
            doing = {Kind(one): other for one, other in DOING.items()}
            assert letters(found, doing, without="‑\u00ad") == as_letters(words), seed


def test_the_list_of_changes_agrees_with_pandoc(tmp_path):
    doing = {
        Kind.INSERTION: "insertion",
        Kind.MOVE_TO: "insertion",
        Kind.DELETION: "deletion",
        Kind.MOVE_FROM: "deletion",
    }
    files = [Shapes(seed, READ_BY_PANDOC, BLOCKS_OF_PANDOC).file() for seed in SEEDS]
    for seed, (data, told) in enumerate(zip(files, pandoc.told(files, tmp_path), strict=True)):
        words: defaultdict[SIGNATURE, str] = defaultdict(str)
        for kind, author, date, text in told.marked:
            if kind in doing.values():
                words[kind, author, date or None] += text
        found = [change for change in changes(data) if change.story != "header"]
        assert letters(found, doing) == as_letters(words), seed
        comments = Counter((each.author, "".join(each.text.split())) for each in found if each.kind is Kind.COMMENT)
        theirs = (each for each in told.marked if each.kind == "comment-start")
        assert comments == Counter((each.author, "".join(each.text.split())) for each in theirs), seed


def signed(change: Tracked, names: dict[Kind, str]) -> SIGNATURE:
    return names[change.kind], change.author, change.date


def letters(found: list[Tracked], names: dict[Kind, str], without: str = "") -> dict[SIGNATURE, Counter[str]]:
    words: defaultdict[SIGNATURE, str] = defaultdict(str)
    for change in found:
        if change.kind in names:
            words[signed(change, names)] += change.text.translate(dict.fromkeys(map(ord, without)))
    return as_letters(words)


def as_letters(words: dict[SIGNATURE, str]) -> dict[SIGNATURE, Counter[str]]:
    counted = {by: Counter("".join(text.split())) for by, text in words.items()}
    return {by: count for by, count in counted.items() if count}
