"""Footnotes numbered as they come."""

from app.text.document import Document


def notes_of(document: Document) -> list[str]:
    """The texts of the footnotes, in order; the first is number 1."""
    return [run.note for paragraph in document for run in paragraph.runs if run.note is not None]
