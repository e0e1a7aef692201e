"""Revisions in which paragraphs are split and joined, and reworded besides."""

from hypothesis import strategies as st

from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.runs import runs_of
from app.text.splitting import join, split
from app.text.tokens import tokenise
from tests.text.strategies import edited_runs, words

_ROLES = (Role.PREAMBULAR, Role.OPERATIVE, Role.CHAPEAU, Role.ITEM)

_FATES = ("joined", "stays", "split", "joined", "split", "replaced")

_long = st.lists(words, min_size=16, max_size=30).map(" ".join)


@st.composite
def regrouped(draw: st.DrawFn) -> tuple[Document, Document]:
    """A text of long paragraphs and another revision of it, which shares its keys: some split, some joined, some reworded,
    some taken out, new ones put in."""
    role = draw(st.sampled_from(_ROLES))
    old = Document(Paragraph(f"p{place}", role, runs_of(draw(_long))) for place in range(draw(st.integers(2, 5))))
    new: list[Paragraph] = []
    for paragraph in old:
        match draw(st.sampled_from(_FATES)):
            case "split":
                tokens = tokenise(paragraph.runs)
                first, second = split(paragraph, draw(st.integers(9, len(tokens) - 9)), f"n{paragraph.key}")
                new += [Paragraph(paragraph.key, role, first.runs), second.paragraph]
            case "joined" if new:
                before = new.pop()
                # Which of the two keeps its key is the choice of whoever joins them.
                key = draw(st.sampled_from([before.key, paragraph.key]))
                new.append(Paragraph(key, before.role, join(before, paragraph)[0].runs))
            case "replaced":
                new.append(Paragraph(f"n{paragraph.key}", role, runs_of(draw(_long))))
            case _:
                new.append(paragraph)
        if new and not draw(st.integers(0, 2)):
            last = new.pop()
            new.append(Paragraph(last.key, last.role, draw(edited_runs(last.runs))))
    return old, Document(new)
