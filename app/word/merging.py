"""Tracked paragraph marks: where a mark goes, its paragraph runs on into the following one."""

from collections.abc import Callable, Mapping
from itertools import islice

from lxml import etree

from app.word.keys import key_in
from app.word.names import childless, drop, local, value, w
from app.word.ranges import MARKERS, ends_of, paragraphs_within, reaching_beyond

_MARKS = tuple(map(w, ("ins", "del", "moveFrom", "moveTo")))
_AROUND_BLOCKS = ("sdt", "sdtContent", "customXml", "smartTag")
_NO_CONTENT = frozenset({w("pPr"), w("proofErr"), *MARKERS})
_Ends = Mapping[str | None, etree._Element]
_HOLDERS = (w("rPr"), w("pPr"), w("p"))


def merge_marks(root: etree._Element, gone: tuple[str, ...], chosen: Callable[[str | None], bool]) -> bool:
    """Settles the tracked paragraph marks whose author is chosen; whether there was any.

    A paragraph whose mark goes gives its words to the following paragraph, whose properties survive. Nothing follows
    the last paragraph of a story or cell, and nothing can run into a table, nor into or out of a content control around
    whole paragraphs: there the mark stays, and a paragraph left without words goes only where something remains in its
    place.
    """
    found, leaving = False, []
    for paragraph, marks in _tracked(root).items():
        marks = [mark for mark in marks if chosen(value(mark, "author"))]
        if not marks:
            continue
        found = True
        holder = marks[0].getparent()
        for mark in marks:
            drop(mark)
        _drop_if_empty(holder)
        if any(mark.tag in gone for mark in marks):
            leaving.append(paragraph)
    leaving = _with_moved(root, leaving, gone, chosen)
    apart = _apart(leaving)
    # From the end, so that words are moved once; the last of a story or cell only when all others have run into it.
    ends = ends_of(root, "bookmarkStart") if leaving else {}
    last = [paragraph for paragraph in reversed(leaving) if not _run_on(paragraph, paragraph in apart, ends)]
    for paragraph in last:
        _drop_if_it_may_go(paragraph, ends)
    return found


def _tracked(root: etree._Element) -> dict[etree._Element, list[etree._Element]]:
    """The tracked marks of each paragraph that has one, in order."""
    tracked: dict[etree._Element, list[etree._Element]] = {}
    for mark in root.iter(*_MARKS):
        holders = tuple(islice(mark.iterancestors(), 3))
        if tuple(holder.tag for holder in holders) == _HOLDERS:
            tracked.setdefault(holders[-1], []).append(mark)
    return tracked


def _with_moved(
    root: etree._Element, leaving: list[etree._Element], gone: tuple[str, ...], chosen: Callable[[str | None], bool]
) -> list[etree._Element]:
    """With the paragraphs that a move took whole: Word goes by the range of the move, and may not mark each paragraph."""
    ranges = [tag.rpartition("}")[2] + "Range" for tag in gone if "move" in tag]
    moved = {
        paragraph
        for name in ranges
        for paragraph in paragraphs_within(root, name, lambda start: chosen(value(start, "author")))
        if is_empty(paragraph)
    }.difference(leaving)
    moved.update(leaving)
    return [each for each in root.iter(w("p")) if each in moved] if len(moved) > len(leaving) else leaving


def _drop_if_empty(holder: etree._Element) -> None:
    properties = holder.getparent()
    if childless(holder):
        drop(holder)
        if properties is not None and childless(properties):
            drop(properties)


def is_empty(paragraph: etree._Element) -> bool:
    """Whether there is nothing in `paragraph` but properties and markers."""
    return all(child.tag in _NO_CONTENT for child in paragraph if isinstance(child.tag, str))


def _apart(leaving: list[etree._Element]) -> set[etree._Element]:
    """Those between which and what follows the edge of a control stands.

    A control that is left empty goes, and so do empty paragraphs on the way to it, but it did stand between.
    """
    apart: set[etree._Element] = set()
    for paragraph in reversed(leaving):
        following = _following(paragraph)[0]
        if not _beside(paragraph, following) or (following in apart and following is not None and is_empty(following)):
            apart.add(paragraph)
    return apart


def _beside(paragraph: etree._Element, following: etree._Element | None) -> bool:
    return following is not None and following.getparent() is paragraph.getparent()


def _run_on(paragraph: etree._Element, apart: bool, ends: _Ends) -> bool:
    """Lets `paragraph` run on into the following one; False when there is none, or words would enter or leave a control."""
    following, passed = _following(paragraph)
    if following is None or local(following) != "p":
        return False
    emptied = is_empty(paragraph)
    if not emptied and (apart or not _beside(paragraph, following)):
        return False
    content = _reaching(paragraph, ends) if emptied else [child for child in paragraph if local(child) != "pPr"]
    content += [step for step in passed if step.tag in MARKERS]
    for step in passed:
        if step.tag not in MARKERS:
            drop(step)
    # Looking for them through all that has run on into it already would take longer with each paragraph.
    first = next(following.iterchildren(etree.Element), None)
    before = first if first is not None and first.tag == w("pPr") else None
    for child in content:
        child.tail = None
        if before is None:
            following.insert(0, child)
        else:
            before.addnext(child)
        before = child
    _drop_with_control(paragraph)
    return True


def _drop_if_it_may_go(paragraph: etree._Element, ends: _Ends) -> None:
    if is_empty(paragraph) and may_go(paragraph, _following(paragraph)[0]):
        for marker in _reaching(paragraph, ends):
            marker.tail = None
            paragraph.addprevious(marker)
        _drop_with_control(paragraph)


def _following(paragraph: etree._Element) -> tuple[etree._Element | None, list[etree._Element]]:
    """The block after `paragraph`, through content controls, and what without words stands between the two."""
    passed = []
    element, step = paragraph, paragraph.getnext()
    while True:
        while step is not None and (step.tag in MARKERS or local(step) in ("", "proofErr")):
            passed.append(step)
            element, step = step, step.getnext()
        if step is None:
            parent = element.getparent()
            if parent is None or local(parent) not in _AROUND_BLOCKS:
                return None, passed
            element, step = parent, parent.getnext()
        elif local(step) in _AROUND_BLOCKS and not childless(step):
            element, step = step, step[0]
        elif local(step) in ("sdtPr", "sdtEndPr", "customXmlPr", *_AROUND_BLOCKS):
            element, step = step, step.getnext()
        else:
            return step, passed


def may_go(paragraph: etree._Element, following: etree._Element | None) -> bool:
    """Whether something remains in place of an empty `paragraph` that runs into nothing; `following`: the next block."""
    before = paragraph.getprevious()
    while before is not None and (before.tag in MARKERS or local(before) == ""):
        before = before.getprevious()
    if following is not None and local(following) == "tbl":
        return before is None or local(before) != "tbl"
    # Every cell ends with a paragraph; elsewhere a control around paragraphs may be the last.
    last = ("p",) if local(paragraph.getparent()) == "tc" else ("p", *_AROUND_BLOCKS)
    return before is not None and local(before) in last


def _reaching(paragraph: etree._Element, ends: _Ends) -> list[etree._Element]:
    """Markers that must outlive an emptied paragraph. Its key does not: it would pass to the next paragraph."""
    kept = []
    for marker in reaching_beyond(paragraph):
        if local(marker) == "bookmarkStart" and key_in(value(marker, "name")) is not None:
            end = ends.get(value(marker, "id"))
            if end is not None:
                drop(end)
        else:
            kept.append(marker)
    return kept


def _drop_with_control(paragraph: etree._Element) -> None:
    content = paragraph.getparent()
    drop(paragraph)
    if content is not None and local(content) == "sdtContent" and childless(content):
        control = content.getparent()
        if control is not None:
            _drop_with_control(control)
