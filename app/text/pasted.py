"""A document of text that somebody pasted, or of a plain text file."""

import re
from collections.abc import Callable

from app.text.document import Document
from app.text.normalise import normalise
from app.text.paragraph import Paragraph
from app.text.roles import Sketch, propose, split_label
from app.text.runs import runs_of

_HEADING = re.compile(r"(#{1,6})\s+(?=\S)")


def paragraphs_of(text: str) -> list[str]:
    """Every line that is not blank, normalised, without the blanks at its ends."""
    return [line.strip() for line in normalise(text).split("\n") if line.strip()]


def document_of(text: str, new_key: Callable[[], str]) -> Document:
    """Every line that is not blank as a paragraph under a new key, with the role it seems to have.

    Printed labels ("1.", "(a)") are left out of the words: numbers are worked out, not kept. A line that begins with one
    to six "#" and a blank is a heading of that level.
    """
    sketches = [_sketch(line) for line in paragraphs_of(text)]
    return Document(
        Paragraph(new_key(), role, runs_of(sketch.text), level)
        for sketch, (role, level) in zip(sketches, propose(sketches), strict=True)
    )


def _sketch(line: str) -> Sketch:
    if heading := _HEADING.match(line):
        return Sketch(line[heading.end() :], style=f"Heading {len(heading[1])}")
    label, words = split_label(line)
    return Sketch(words, label=label)
