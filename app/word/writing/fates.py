"""Which paragraph marks are inserted or deleted, so that accepting or rejecting leaves no empty paragraph behind.

A paragraph mark ends a paragraph; without it the paragraph runs on into the next. The last mark of a body has nothing to
run on into: it can neither come nor go. So up to the last paragraph that stays, a paragraph that comes or goes takes its
own mark with it, and after that the mark before it.
"""

from collections.abc import Hashable, Sequence

from app.text.redline import Line

Fate = tuple[Hashable | None, Hashable | None]
"""The change that inserts and the change that deletes, each or both None."""

STAYS: Fate = (None, None)


def mark_fates(lines: Sequence[Line]) -> list[Fate]:
    """The fate of the mark that ends each line."""
    fates: list[Fate] = [(line.inserted_by, line.deleted_by) for line in lines]
    staying = [place for place, fate in enumerate(fates) if fate == STAYS]
    if staying:
        last = staying[-1]
        return [*fates[:last], *fates[last + 1 :], STAYS]
    if not fates:
        return []
    marks = [*fates[1:], STAYS]
    # Nothing stays, so the first paragraph of either text has no mark before it there.
    accepted = next((place for place, (_, deleted) in enumerate(fates) if deleted is None), 0)
    rejected = next((place for place, (inserted, _) in enumerate(fates) if inserted is None), 0)
    if accepted:
        marks[accepted - 1] = (marks[accepted - 1][0], fates[accepted - 1][1])
    if rejected:
        marks[rejected - 1] = (fates[rejected - 1][0], marks[rejected - 1][1])
    return marks
