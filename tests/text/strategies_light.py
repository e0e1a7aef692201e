"""Full sentences and light changes of them for Hypothesis, so that changes meet on one paragraph and do not clash."""

from dataclasses import replace

from hypothesis import strategies as st

from app.text.change import Act, Delete, Insert, Move, Replace
from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.runs import Runs, joined, plain, runs_of
from tests.text.strategies import CLAUSES, strung, word_list, words

full_sentences = strung((*word_list, *CLAUSES * 4), " ", min_size=4).map("{}.".format)
"""From four to some forty words."""


@st.composite
def full_texts(draw: st.DrawFn, min_size: int = 3, max_size: int = 6) -> Document:
    """Paragraphs of one full sentence each, under `p` and a number."""
    size = draw(st.integers(min_size, max_size))
    return Document(Paragraph(f"p{place}", Role.OPERATIVE, runs_of(draw(full_sentences))) for place in range(size))


@st.composite
def one_word_changed(draw: st.DrawFn, old: Runs) -> Runs:
    """`old` with one word replaced, put in or taken out."""
    parts = plain(old).split(" ")
    place = draw(st.integers(0, len(parts) - 1))
    parts[place : place + draw(st.integers(0, 1))] = draw(st.lists(words, min_size=1, max_size=2))
    return joined(runs_of(" ".join(parts)))


@st.composite
def light_acts(draw: st.DrawFn, base: Document, prefix: str) -> tuple[Act, ...]:
    """One or two paragraphs of `base` treated; most often a word is changed."""
    out: list[Act] = []
    for number, key in enumerate(draw(st.lists(st.sampled_from(base.keys), min_size=1, max_size=2, unique=True))):
        match draw(st.integers(0, 9)):
            case 0:
                out.append(Delete(key))
            case 1 | 2:
                text = draw(full_sentences)
                out.append(Insert(Paragraph(f"{prefix}{number}", Role.OPERATIVE, runs_of(text)), key))
            case 3:
                others = [None, *(each for each in base.keys if each != key)]
                if not any(isinstance(act, Move) for act in out):
                    out.append(Move(key, draw(st.sampled_from(others))))
            case _:
                out.append(Replace(key, draw(one_word_changed(base[key].runs))))
    return tuple(out)


@st.composite
def lightly_revised(draw: st.DrawFn, old: Document, prefix: str) -> Document:
    """The next revision: a word changed in every second paragraph, sometimes one taken out, put in or moved."""
    new: list[Paragraph] = []
    for place, paragraph in enumerate(old):
        match draw(st.integers(0, 11)):
            case 0:
                continue
            case 1:
                text = draw(full_sentences)
                new += [paragraph, Paragraph(f"{prefix}{place}", Role.OPERATIVE, runs_of(text))]
            case 2 if new:
                new.insert(draw(st.integers(0, len(new) - 1)), paragraph)
            case 3 | 4 | 5 | 6:
                new.append(replace(paragraph, runs=draw(one_word_changed(paragraph.runs))))
            case _:
                new.append(paragraph)
    return Document(new)
