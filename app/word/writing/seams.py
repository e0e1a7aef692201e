"""What a paragraph that is split, or joined with others, looks like when the changes are accepted and when rejected.

Where a mark is taken away the words run on into the next paragraph and take its look. So the last of the lines that seams
hold together is the one that keeps the look of the whole.
"""

from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple

from app.text.paragraph import Paragraph
from app.text.redline import Line


class Standing(NamedTuple):
    """The paragraphs whose look a line has when the changes are `accepted` and when they are `rejected`, and who makes the
    two differ; None where nobody does."""

    accepted: Paragraph
    rejected: Paragraph
    by: Hashable | None


def standings(lines: Sequence[Line]) -> Iterator[Standing]:
    """How each line stands."""
    whole: Paragraph | None = None
    before: Line | None = None
    for line in lines:
        own, seam = line.paragraph, before.seam if before is not None else None
        if line.seam is not None:
            whole = own if own.key == line.seam.key else whole
            yield Standing(own, own, None)
        elif seam is None:
            yield Standing(own, own, None)
        elif seam.inserted_by is not None:
            yield Standing(own, whole or own, seam.inserted_by)
        else:
            yield Standing(whole or own, own, seam.deleted_by)
        if line.seam is None:
            whole = None
        before = line
