"""How much can be taken, and the check of typed lines at the door."""

from app.errors import Malformed, TooLarge
from app.text.document import Document
from app.text.normalise import normalise
from app.text.runs import Runs

LINE = 500
"""Characters in a title, a symbol, a name, a term."""

PROSE = 10_000
"""Characters in a reason, a note, a comment."""

PARAGRAPH = 30_000
"""Characters in a paragraph, its footnotes included."""

PARAGRAPHS = 2_000
"""Paragraphs in a text."""

TEXT = 1_000_000
"""Characters in a text."""

ACTS = 500
"""Acts in an amendment."""


def line(text: str, field: str) -> str:
    """A typed line: normalised, blanks at its ends gone. Raises TooLarge."""
    return _within(normalise(text).replace("\n", " ").strip(), LINE, field)


def required_line(text: str, field: str) -> str:
    """As `line`. Raises Malformed when there is nothing in it."""
    typed = line(text, field)
    if not typed:
        raise Malformed("Please fill this in.", field=field)
    return typed


def prose(text: str, field: str) -> str:
    """Typed text of several lines: normalised, blanks at its ends gone. Raises TooLarge."""
    return _within(normalise(text).strip(), PROSE, field)


def required_prose(text: str, field: str) -> str:
    """As `prose`. Raises Malformed when there is nothing in it."""
    typed = prose(text, field)
    if not typed:
        raise Malformed("Please fill this in.", field=field)
    return typed


def require_pasteable(text: str, field: str) -> None:
    """Raises TooLarge before anything is done with a pasted text that cannot be taken anyway."""
    _within(text, TEXT, field)


def require_paragraph_fits(runs: Runs) -> None:
    """Raises TooLarge when a paragraph is longer than can be taken."""
    length = sum(len(run.text) + len(run.note or "") for run in runs)
    if length > PARAGRAPH:
        raise TooLarge(
            "This paragraph has {length} characters; at most {most} can be taken.",
            field="text",
            length=length,
            most=PARAGRAPH,
        )


def require_document_fits(document: Document) -> None:
    """Raises TooLarge when a text is longer than can be taken."""
    if len(document) > PARAGRAPHS:
        raise TooLarge(
            "This text has {count} paragraphs; at most {most} can be taken.",
            field="text",
            count=len(document),
            most=PARAGRAPHS,
        )
    for paragraph in document:
        require_paragraph_fits(paragraph.runs)
    length = sum(len(paragraph.text) for paragraph in document)
    if length > TEXT:
        raise TooLarge(
            "This text has {length} characters; at most {most} can be taken.", field="text", length=length, most=TEXT
        )


def _within(text: str, most: int, field: str) -> str:
    if len(text) > most:
        raise TooLarge(
            "This has {length} characters; at most {most} can be taken.", field=field, length=len(text), most=most
        )
    return text
