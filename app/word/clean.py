"""A text as a Word document without a mark on it."""

from collections.abc import Mapping
from types import MappingProxyType

from app.text.document import Document
from app.text.redline import unchanged
from app.word.counting import Counting, to_nobody
from app.word.front import Front
from app.word.writing.assembly import assemble

NO_LABELS: Mapping[str, str] = MappingProxyType({})


def clean(
    document: Document,
    front: Front,
    labels: Mapping[str, str] = NO_LABELS,
    reference: bytes | None = None,
    *,
    counting: Counting = to_nobody,
) -> bytes:
    """The Word file of `document`. `labels` are the numbers of paragraphs by key ("OP7 bis"); without one, none.

    `reference` is a Word file whose styles, paper and headers are used. `counting` is told how many of the
    paragraphs are written. Raises Unreadable when `reference` is none.
    """
    return assemble(unchanged(document), {}, front, labels, reference, tracked=False, counting=counting)
