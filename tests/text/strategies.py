"""Realistic texts for Hypothesis: accented, bracketed, marked and footnoted, several paragraphs long."""

from collections.abc import Sequence

from hypothesis import settings
from hypothesis import strategies as st

from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.runs import NO_MARKS, NOTE_ANCHOR, Mark, Run, Runs, joined
from tests.support.laws import DEPTH

few = settings(max_examples=60 if DEPTH == 1 else 100 * DEPTH, deadline=None)
"""For laws over whole documents."""

some = settings(max_examples=100 * DEPTH, deadline=None)
"""For laws over one paragraph."""

WORDS = (
    "the of and to in migration migrants States human rights border management safe orderly regular victims crimes "
    "Recalling Recognizing Decides invites not shall should may including inter alia 4,000 10.7 2017 ad-hoc don't "
    "States' l’homme d'eau jusqu’à Estados migración niñez también según cooperação tráfico não où être naïve "
    "Reafirmando Décide права человека المهاجرين حقوق 移 民 人 कानून A/RES/71/1 U.N. 4\u00a0000"
)
SIGNS = "[ ] [[ , ; : . ? ¿ ¡ « » “ ” ( ) – / * _ ^ \\ { } …"

CLAUSES = (
    "Decides to protect persons in transit and their families",
    "Invites States, as appropriate, to report by April",
    "Reafirmando el compromiso de los Estados con la niñez migrante",
    "Promover el retorno digno, seguro y ordenado",
    "de conformidad con el derecho internacional",
    "en el marco de la cooperación, según corresponda",
    "Recalling resolution 71/1 of 19 September 2016",
    "the human rights of all migrants [and refugees]",
    "[in an irregular situation] [in vulnerable situations]",
    "border management [, including at sea,] and",
    "[[shall] [should] take measures to]",
    "l’homme et la femme, où qu’ils se trouvent",
    "lutter contre la traite des êtres humains",
    "право человека на жизнь, свободу и",
    "حقوق المهاجرين وأسرهم في بلدان",
)
"""What declarations say, in pieces."""

word_list = WORDS.split(" ")
words = st.sampled_from(word_list)
blanks = st.sampled_from((" ", " ", " ", " ", "\u00a0", "  "))


def strung(pieces: Sequence[str], between: str, min_size: int = 0, max_size: int = 8) -> st.SearchStrategy[str]:
    """Some of at most 256 `pieces` in any order: a byte each, since most of the time of a law goes into drawing."""
    assert len(pieces) <= 256
    drawn = st.binary(min_size=min_size, max_size=max_size)
    return drawn.map(lambda places: between.join(pieces[place % len(pieces)] for place in places))


phrases = strung((*word_list, *(" ", " ", " ", " ", "\u00a0", "  ") * 8, *SIGNS.split(" ")), "", max_size=16)
"""Words, signs and blanks in any order."""

sentences = strung((*word_list, *map("[{}]".format, word_list), *map("{},".format, word_list), *CLAUSES * 3), " ")
"""Words and clauses parted by single blanks, some bracketed, some followed by a comma."""

scraps = st.text(st.characters(exclude_characters=NOTE_ANCHOR, exclude_categories=("Cs", "Cc", "Cn", "Co")), max_size=12)
"""Anything that can be typed."""

texts = st.one_of(phrases, sentences, scraps)

marks = st.one_of(st.just(NO_MARKS), st.frozensets(st.sampled_from(Mark), max_size=3))

notes = st.builds(lambda marks, note: Run(NOTE_ANCHOR, marks, note), marks, texts)

pieces = st.one_of(st.builds(Run, texts), st.builds(Run, texts, marks), notes)

runs = st.one_of(sentences.map(lambda text: joined((Run(text),))), st.lists(pieces, max_size=5).map(tuple))
"""The words of one paragraph, not necessarily in the fewest runs."""

roles = st.sampled_from(Role)


@st.composite
def paragraphs(draw: st.DrawFn, key: str = "a") -> Paragraph:
    """A paragraph under `key`."""
    role = draw(roles)
    return Paragraph(key, role, joined(draw(runs)), draw(st.integers(1, 6)) if role is Role.HEADING else 0)


@st.composite
def documents(draw: st.DrawFn, prefix: str = "p", min_size: int = 0, max_size: int = 7) -> Document:
    """A document whose keys are `prefix` and a number."""
    size = draw(st.integers(min_size, max_size))
    return Document(draw(paragraphs(f"{prefix}{place}")) for place in range(size))


EDITS = (
    *(("replace", word) for word in word_list),
    *(("put in", word) for word in word_list),
    *(("take out", ""), ("bracket", "")) * (len(word_list) // 2),
)


@st.composite
def edited_runs(draw: st.DrawFn, old: Runs) -> Runs:
    """`old` after a person's edits: some words replaced, taken out, put in."""
    pieces: list[Run] = []
    for run in old:
        if run.note is not None:
            if draw(st.integers(0, 3)):
                pieces.append(run)
            continue
        kept = run.text.split(" ")
        drawn = draw(st.binary(max_size=2 + len(kept) // 2))
        for place, edit in zip(drawn[::2], drawn[1::2], strict=False):
            at = place % (len(kept) + 1)
            kind, word = EDITS[edit % len(EDITS)]
            there = kept[at : at + 1]
            kept[at : at + (kind != "put in")] = map("[{}]".format, there) if kind == "bracket" else [word] if word else []
        pieces.append(Run(" ".join(kept), run.marks if draw(st.integers(0, 9)) else draw(marks)))
    return joined(pieces)


@st.composite
def edits(draw: st.DrawFn) -> tuple[Runs, Runs]:
    """A paragraph's words before and after a person's edits."""
    old = joined(draw(runs))
    return old, draw(edited_runs(old))


@st.composite
def edited(draw: st.DrawFn, old: Document, prefix: str = "n") -> Document:
    """`old` as another revision: paragraphs changed, taken out, put in (keys `prefix` and a number), moved."""
    new: list[Paragraph] = []
    for place, paragraph in enumerate(old):
        match draw(st.integers(0, 9)):
            case 0:
                continue
            case 1:
                new.append(draw(paragraphs(f"{prefix}{place}")))
                new.append(paragraph)
            case 2:
                new.append(Paragraph(paragraph.key, draw(roles), paragraph.runs, paragraph.level))
            case 3 | 4:
                new.append(Paragraph(paragraph.key, paragraph.role, draw(edited_runs(paragraph.runs)), paragraph.level))
            case _:
                new.append(paragraph)
    if new and not draw(st.integers(0, 2)):
        new.insert(draw(st.integers(0, len(new) - 1)), new.pop(draw(st.integers(0, len(new) - 1))))
    return Document(new)


@st.composite
def revisions(draw: st.DrawFn) -> tuple[Document, Document]:
    """Two revisions of one text, which share keys."""
    old = draw(documents())
    return old, draw(edited(old))
