"""The acts that lie between two texts: what somebody who handed back a whole text has changed."""

from collections.abc import Collection

from app.text.change import Act, Delete, Insert, Move, Replace
from app.text.document import Document
from app.text.matching import rising
from app.text.runs import joined


def acts_between(base: Document, new: Document, moved: Collection[str] | None = None) -> tuple[Act, ...]:
    """The acts that make `new` of `base`: `apply(base, acts_between(base, new)) == new`, words in the fewest runs.

    Paragraphs are the same when their keys are. Those in `moved` are moved, where it is given: all that do not stand in one
    order in both texts must be among them; else as few as possible are. No act changes the role or level of a paragraph
    that both texts have; where those differ, the base's stay.
    """
    acts: list[Act] = [Delete(key) for key in base.keys if key not in new]
    moved = _fewest_moved(base, new) if moved is None else moved
    after: str | None = None
    for paragraph in new:
        old = base.get(paragraph.key)
        if old is None:
            acts.append(Insert(paragraph, after))
        else:
            if paragraph.key in moved:
                acts.append(Move(paragraph.key, after))
            if joined(old.runs) != joined(paragraph.runs):
                acts.append(Replace(paragraph.key, paragraph.runs))
        after = paragraph.key
    return tuple(acts)


def _fewest_moved(base: Document, new: Document) -> frozenset[str]:
    keys = [key for key in new.keys if key in base]
    return frozenset(keys).difference(keys[place] for place in rising([base.place(key) for key in keys]))
