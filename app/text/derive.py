"""The acts that lie between two texts: what somebody who handed back a whole text has changed."""

from bisect import bisect_left

from app.text.change import Act, Delete, Insert, Move, Replace
from app.text.document import Document
from app.text.runs import joined


def acts_between(base: Document, new: Document) -> tuple[Act, ...]:
    """The acts that make `new` of `base`: `apply(base, acts_between(base, new)) == new`, words in the fewest runs.

    Paragraphs are the same when their keys are, and as few as possible are moved. No act changes the role or level of a
    paragraph that both texts have; where those differ, the base's stay.
    """
    acts: list[Act] = [Delete(key) for key in base.keys if key not in new]
    staying = _staying(base, new)
    after: str | None = None
    for paragraph in new:
        old = base.get(paragraph.key)
        if old is None:
            acts.append(Insert(paragraph, after))
        else:
            if paragraph.key not in staying:
                acts.append(Move(paragraph.key, after))
            if joined(old.runs) != joined(paragraph.runs):
                acts.append(Replace(paragraph.key, paragraph.runs))
        after = paragraph.key
    return tuple(acts)


def _staying(base: Document, new: Document) -> frozenset[str]:
    """The most paragraphs of both texts that stand in the same order in both (a longest increasing subsequence)."""
    keys = [key for key in new.keys if key in base]
    ends: list[int] = []
    last: list[int] = []
    before: list[int | None] = []
    for index, key in enumerate(keys):
        place = base.place(key)
        length = bisect_left(ends, place)
        before.append(last[length - 1] if length else None)
        ends[length : length + 1] = [place]
        last[length : length + 1] = [index]
    staying = set()
    step = last[-1] if last else None
    while step is not None:
        staying.add(keys[step])
        step = before[step]
    return frozenset(staying)
