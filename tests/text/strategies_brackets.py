"""Texts under negotiation for Hypothesis: nested brackets, rivals, slashes, options with sub-options, notes, tangles."""

from hypothesis import strategies as st

from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.runs import NOTE_ANCHOR, Run, joined
from tests.text.strategies import marks, strung, texts, word_list

plain = strung(word_list, " ", min_size=1, max_size=5)

SIGNS = ("[", "]", "[]", "][", " / ", "{", "}", "{note}", "\n", "\nOption 1: ", "Option 2\n", "\nOption A ", "\nAlt 1: ")

tangles = strung((*word_list, *SIGNS * 10, *(" ", "\n") * 6), "", min_size=2, max_size=24)
"""Signs in any order: half are not balanced."""


def _deeper(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(inner, min_size=2, max_size=3)
    return st.one_of(
        inner.map("[{}]".format),
        several.map("] [".join).map("[{}]".format),
        several.map("][".join).map("[{}]".format),
        several.map(" / ".join).map("[{}]".format),
        st.tuples(plain, inner, plain).map(" ".join),
        plain.map("{{{}}}".format),
    )


passages = st.recursive(plain, _deeper, max_leaves=6)
"""One line of balanced text."""

numbers = st.integers(1, 12).map("{}. ".format)

lines = st.one_of(passages, st.tuples(numbers, passages).map("".join), plain.map("[(a) {}];".format))


@st.composite
def blocks(draw: st.DrawFn, label: str = "Option {}", depth: int = 1) -> str:
    """Labelled options, some with sub-options, some with no text."""
    names = draw(st.sampled_from(["123", "AB", "12"] if depth else ["AB", "ABC"]))
    out = []
    for name in names:
        head = label.format(name) + draw(st.sampled_from(["", ":", ": {of the first kind}", " {No text required}"]))
        body = [] if "No text" in head else draw(st.lists(lines, max_size=2))
        if depth and names[0] == "1" and body and not draw(st.integers(0, 3)):
            body.append(draw(blocks(label, 0)))
        out += [head, *body]
    return "\n".join(out)


@st.composite
def negotiated(draw: st.DrawFn) -> str:
    """A text of several paragraphs in which every bracket has its partner."""
    out: list[str] = []
    for _ in range(draw(st.integers(0, 4))):
        match draw(st.integers(0, 5)):
            case 0:
                # Said twice: once for the sub-options with which the last option may end, once for all.
                out += [draw(blocks()), *draw(st.sampled_from([["III. Scope"], ["{End of options}"] * 2]))]
            case 1:
                out.append("[" + "\n".join(draw(st.lists(lines, min_size=2, max_size=3))) + "]")
            case 2:
                out.append("[" + draw(blocks(depth=0)) + "]")
            case _:
                out.append(draw(lines))
    return "\n".join(out)


anything = st.one_of(tangles, negotiated(), negotiated(), tangles, texts)


@st.composite
def drafts(draw: st.DrawFn) -> Document:
    """Documents whose brackets open in one paragraph and close in another, with marks and footnotes."""
    paragraphs = []
    for place, line in enumerate(draw(anything).split("\n")):
        cut = draw(st.integers(0, len(line)))
        note = [Run(NOTE_ANCHOR, draw(marks), draw(plain))] if not draw(st.integers(0, 3)) else []
        line = line.replace(NOTE_ANCHOR, "")
        runs = joined([Run(line[:cut], draw(marks)), *note, Run(line[cut:])])
        role = draw(st.sampled_from([Role.ITEM, Role.OPERATIVE, Role.CHAPEAU]))
        paragraphs.append(Paragraph(f"p{place}", role, runs))
    return Document(paragraphs)
