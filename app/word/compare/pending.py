"""The tracked changes that others made in the old document and nobody has accepted or rejected yet.

They stay as they are while ours are put beside them. The comparison reads the old document as if they were accepted:
words that came stand in a shell, words that went ride along. What went with the end of its paragraph, its row or its
table is put aside while a story is woven, and put back after that.
"""

from copy import deepcopy
from itertools import islice

from lxml import etree

from app.word import names
from app.word.compare.names import (
    ARRIVING,
    FOLD,
    LEAVING,
    PPR,
    RPR,
    SECT,
    TBL,
    TR,
    TRPR,
    P,
    W,
)
from app.word.merging import is_empty, may_go
from app.word.ranges import MARKERS
from app.word.settling import by_authors, settle

_CELLS = frozenset(W + name for name in ("cellDel", "cellMerge"))
_NUMBERING, _NUM_PR = W + "numberingChange", W + "numPr"
_CLOSED = frozenset({f"{{{names.M}}}oMath", W + "fldSimple", W + "ruby"})
_BLOCKS = frozenset({P, TBL, TR})


class _Away:
    """A row, a table or a paragraph that is put away when it is made."""

    def __init__(self, element: etree._Element) -> None:
        self._element = element
        self._before = element.getprevious()
        self.holder = element.getparent()
        self.holder.remove(element)

    def restore(self) -> None:
        """Puts it behind what it stood behind: what came in after that can so run on into what follows."""
        if self._before is None:
            self.holder.insert(0, self._element)
        else:
            self._before.addnext(self._element)


class Pending:
    """What was put aside of one story."""

    def __init__(self, root: etree._Element) -> None:
        """Puts aside what went from the story `root`, and lets paragraphs run on where their mark went."""
        self._tables: list[_Away] = []
        self._paragraphs: list[_Away] = []
        self._folded: dict[etree._Element, tuple[etree._Element, list[etree._Element]]] = {}
        for row in _gone(root, TRPR, TR):
            self._tables.append(_Away(row))
        for table in dict.fromkeys(row.holder for row in self._tables):
            if table.tag == TBL and table.find(f".//{TR}") is None:
                self._tables.append(_Away(table))
        for paragraph in _gone(root, RPR, PPR, P):
            self._run_on(paragraph)

    def restore(self) -> None:
        """Puts everything back among what was woven, the last first."""
        for away in reversed(self._paragraphs):
            away.restore()
        for fold, (paragraph, between) in self._folded.items():
            following = fold.getparent()
            paragraph.extend([child for child in following[: following.index(fold)] if child.tag != PPR])
            following.remove(fold)
            following.addprevious(paragraph)
            for marker in between:
                following.addprevious(marker)
        for away in reversed(self._tables):
            away.restore()

    def _run_on(self, paragraph: etree._Element) -> None:
        """Lets `paragraph` run on into the following one. Where none follows it stays, unless nothing is left in it."""
        between = []
        following = paragraph.getnext()
        while following is not None and following.tag in MARKERS:
            between.append(following)
            following = following.getnext()
        if following is None or following.tag != P:
            if _is_empty(paragraph) and may_go(paragraph, following):
                self._paragraphs.append(_Away(paragraph))
            return
        place = 0 if following.find(PPR) is None else 1
        fold = etree.Element(FOLD)
        self._folded[fold] = paragraph, between
        following.insert(place, fold)
        for child in list(paragraph):
            if child.tag != PPR:
                fold.addprevious(child)
        for element in (paragraph, *between):
            element.getparent().remove(element)


def unkept(root: etree._Element) -> bool:
    """Whether there is a pending change under `root` that cannot be kept beside others.

    Such are cells, numbers, the end of a section, and whatever is tracked in a formula or a field.
    """
    if next(root.iter(*_CELLS, _NUMBERING), None) is not None:
        return True
    for element in root.iter(*ARRIVING, *LEAVING):
        around = [holder.tag for holder in element.iterancestors()]
        of_mark = around[:2] == [RPR, PPR]
        if around[0] == _NUM_PR or (around[0] == RPR and not of_mark) or not _CLOSED.isdisjoint(around):
            return True
        ends_section = of_mark and element.tag in LEAVING and element.getparent().getparent().find(SECT) is not None
        if ends_section or any(child.tag in _BLOCKS for child in element):
            return True
    return False


def _gone(root: etree._Element, *holders: str) -> list[etree._Element]:
    """The outermost of the `holders` in which a mark stands that says that it goes, in order."""
    gone: dict[etree._Element, None] = {}
    for mark in root.iter(*LEAVING):
        around = list(islice(mark.iterancestors(), len(holders)))
        if tuple(holder.tag for holder in around) == holders:
            gone[around[-1]] = None
    return list(gone)


def _is_empty(paragraph: etree._Element) -> bool:
    """Whether nothing is left in `paragraph` once what went is gone."""
    left = deepcopy(paragraph)
    for unsaid in left.findall(PPR) + left.findall(FOLD):
        left.remove(unsaid)
    settle(left, True, by_authors(None))
    return is_empty(left)
