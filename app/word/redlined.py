"""A text with its changes as a Word document in which each delegation is the author of its own tracked changes."""

from collections.abc import Hashable, Mapping

from app.text.redline import Redline
from app.word.clean import NO_LABELS
from app.word.counting import Counting, to_nobody
from app.word.front import Front
from app.word.writing.assembly import assemble
from app.word.writing.revisions import Reply, Signature

__all__ = ["Reply", "Signature", "redlined"]


def redlined(
    redline: Redline,
    signatures: Mapping[Hashable, Signature],
    front: Front,
    labels: Mapping[str, str] = NO_LABELS,
    reference: bytes | None = None,
    *,
    counting: Counting = to_nobody,
) -> bytes:
    """The Word file of `redline`: accepting all changes gives the result, rejecting all the base, paragraph for
    paragraph. A change's comment stands once, where it first shows, the answers to it behind it. Further edits are tracked.

    `labels`, `reference` and `counting` as for `clean`. Raises KeyError when a change that shows has no signature,
    Unreadable when `reference` is no Word file.
    """
    return assemble(redline.lines, signatures, front, labels, reference, tracked=True, counting=counting)
