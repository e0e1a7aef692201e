"""Realistic texts for Hypothesis: accented, bracketed, marked and footnoted, several paragraphs long."""

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

words = st.sampled_from(WORDS.split(" "))
signs = st.sampled_from(SIGNS.split(" "))
blanks = st.sampled_from((" ", " ", " ", " ", "\u00a0", "  "))

phrases = st.lists(st.one_of(words, blanks, words, blanks, signs), max_size=16).map("".join)
"""Words, signs and blanks in any order."""

sentences = st.lists(st.one_of(words, words, words, words.map("[{}]".format), words.map("{},".format)), max_size=24).map(
    " ".join
)
"""Words parted by single blanks, some bracketed, some followed by a comma."""

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


@st.composite
def edited_runs(draw: st.DrawFn, old: Runs) -> Runs:
    """`old` after a person's edits: some words replaced, taken out, put in."""
    pieces: list[Run] = []
    for run in old:
        if run.note is not None:
            if draw(st.integers(0, 3)):
                pieces.append(run)
            continue
        kept: list[str] = []
        for word in run.text.split(" "):
            match draw(st.integers(0, 11)):
                case 0:
                    kept.append(draw(words))
                case 1:
                    kept += [word, draw(words)]
                case 2:
                    pass
                case 3:
                    kept.append(f"[{word}]")
                case _:
                    kept.append(word)
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
