"""Footnotes numbered as they come."""

from collections.abc import Iterable

from app.text.document import Document
from app.word.layout import Block, Table


def notes_of(document: Document) -> list[str]:
    """The texts of the footnotes, in order; the first is number 1."""
    return [run.note for paragraph in document for run in paragraph.runs if run.note is not None]


def notes_in_papers(blocks: Iterable[Block]) -> list[str]:
    """The texts of the footnotes of a document about a text, in order; the first is number 1."""
    texts = (
        text
        for block in blocks
        for text in ([text for row in block.rows for cell in row for text in cell] if isinstance(block, Table) else [block])
    )
    return [span.run.note for text in texts for span in text.spans if span.run.note is not None]
