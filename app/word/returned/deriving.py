"""The acts between the base and a reading of the file, in which what the file moved is what moves."""

from collections.abc import Collection
from itertools import pairwise

from app.text.change import Act
from app.text.derive import acts_between
from app.text.document import Document


def acts_of(base: Document, new: Document, moved: Collection[str]) -> tuple[Act, ...]:
    """The acts that make `new` of `base`, in which the paragraphs `moved` are moved and the others stay.

    Two paragraphs that changed places can be told in two ways; a file tells it in one. Where the others stand in another
    order all the same, as few as possible are moved.
    """
    places = [base.place(paragraph.key) for paragraph in new if paragraph.key in base and paragraph.key not in moved]
    told = moved and all(one < other for one, other in pairwise(places))
    return acts_between(base, new, moved if told else None)
