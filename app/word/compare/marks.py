"""The marks of one comparison: whose they are, from when, and their numbers."""

from copy import deepcopy
from datetime import UTC, datetime
from itertools import count

from lxml import etree

from app.word.compare.names import DU, ID, W

_AUTHOR, _DATE, _UTC = W + "author", W + "date", DU + "dateUtc"
_LAST = 2**31 - 1
_LONGEST_AUTHOR = 255


class Marks:
    """Makes revision elements; `made` says how many."""

    def __init__(self, author: str, at: datetime, used: set[int]) -> None:
        """`used`: every w:id of the package. A time without a zone is taken as UTC."""
        at = at.replace(tzinfo=UTC) if at.tzinfo is None else at
        self.made = 0
        highest = max(used, default=0)
        free = count(highest + 1) if highest < _LAST // 2 else (number for number in count(1) if number not in used)
        self._ids = map(str, free)
        self._kept: set[str | None] = set()
        self._author = "".join(c for c in author if c >= " " and c not in "\ufffe\uffff")[:_LONGEST_AUTHOR]
        self._date = at.strftime("%Y-%m-%dT%H:%M:%SZ")
        self._utc = at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def number(self) -> str:
        """A w:id that is used nowhere else."""
        return next(self._ids)

    def keep(self, parent: etree._Element, change: etree._Element | None) -> None:
        """Appends a copy of somebody else's pending change of a format to `parent`, if there is one: it stands last.

        Words of one format that are cut in two have one each.
        """
        if change is None:
            return
        parent.append(deepcopy(change))
        if change.get(ID) in self._kept:
            parent[-1].set(ID, self.number())
        self._kept.add(change.get(ID))

    def mark(self, parent: etree._Element, tag: str) -> etree._Element:
        """A revision element `tag` as the last child of `parent`."""
        element = etree.SubElement(parent, tag)
        self.made += 1
        element.set(ID, next(self._ids))
        element.set(_AUTHOR, self._author)
        element.set(_DATE, self._date)
        element.set(_UTC, self._utc)
        return element
