"""Files as texts with keys p1, p2, … in order."""

from dataclasses import dataclass, replace
from pathlib import Path

import click

from app.cli.files import about, given
from app.text.align import align
from app.text.document import Document
from app.text.normalise import normalise_runs, trimmed
from app.text.paragraph import Paragraph, Role
from app.text.roles import Sketch, propose
from app.text.runs import runs_of
from app.word.files import read_any
from app.word.found import Found
from app.word.plain import decoded, is_plain_text


@dataclass(frozen=True, slots=True)
class Base:
    """A text and the numbers that stand before its paragraphs, by key."""

    document: Document
    labels: dict[str, str]


def base_of(path: Path, prefix: str = "p") -> Base:
    """The text in `path`: of plain text every line that is not blank, of a Word file or OpenDocument text every paragraph
    with words. Which it is, its content says, and only for plain text its name.

    Tracked changes in it count as accepted. The words are taken as they stand: a number typed in front of a paragraph
    is of its words, one that Word computes is its label.
    """
    data = given(path)
    with about(path):
        if is_plain_text(path.name, data):
            runs = (trimmed(normalise_runs(runs_of(line))) for line in decoded(data).splitlines())
            found = tuple(Found(words) for words in runs if words)
        else:
            found = read_any(data).paragraphs
    if not found:
        raise click.ClickException(f"{path}: there is no text in it.")
    roles = propose([Sketch(line.text, line.style, line.label, line.level) for line in found])
    placed = [(f"{prefix}{place}", line) for place, line in enumerate(found, 1)]
    paragraphs = (Paragraph(key, role, line.runs, level) for (key, line), (role, level) in zip(placed, roles, strict=True))
    return Base(Document(paragraphs), {key: line.label for key, line in placed if line.label})


def playing_the_same(old: Document, new: Document) -> Document:
    """`new`, its paragraphs in the roles they have in `old`: a role that was only guessed is no change to show."""
    before = {pair.new.key: pair.old for pair in align(old, new) if pair.new is not None and pair.old is not None}
    return Document(
        replace(paragraph, role=before[paragraph.key].role, level=before[paragraph.key].level)
        if paragraph.key in before
        else paragraph
        for paragraph in new
    )


def title_of(document: Document, otherwise: str) -> str:
    """The words of the first title in the text; `otherwise` when it has none."""
    return next((paragraph.text for paragraph in document if paragraph.role is Role.TITLE and paragraph.text), otherwise)
