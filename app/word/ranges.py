"""Ranges: pairs of empty elements that may begin in one place and end in another."""

from collections import OrderedDict
from collections.abc import Callable

from lxml import etree

from app.word.names import local, value, w

PAIRS = {
    "bookmarkStart": "bookmarkEnd",
    "commentRangeStart": "commentRangeEnd",
    "permStart": "permEnd",
    "moveFromRangeStart": "moveFromRangeEnd",
    "moveToRangeStart": "moveToRangeEnd",
    "customXmlInsRangeStart": "customXmlInsRangeEnd",
    "customXmlDelRangeStart": "customXmlDelRangeEnd",
    "customXmlMoveFromRangeStart": "customXmlMoveFromRangeEnd",
    "customXmlMoveToRangeStart": "customXmlMoveToRangeEnd",
}
_STARTS = {end: start for start, end in PAIRS.items()}
MARKERS = frozenset(map(w, (*PAIRS, *_STARTS)))


def reaching_beyond(element: etree._Element) -> list[etree._Element]:
    """The markers in `element` whose other end is not in it, in order."""
    groups: dict[tuple[str, str | None], list[etree._Element]] = {}
    for marker in element.iter(*MARKERS):
        name = local(marker)
        groups.setdefault((_STARTS.get(name, name), value(marker, "id")), []).append(marker)
    alone = {marker for group in groups.values() if len({found.tag for found in group}) == 1 for marker in group}
    return [marker for marker in element.iter(*MARKERS) if marker in alone] if alone else []


def ends_of(root: etree._Element, name: str) -> dict[str | None, etree._Element]:
    """The ends of the ranges that elements called `name` open, by id: of several, the first."""
    ends: dict[str | None, etree._Element] = {}
    for end in root.iter(w(PAIRS[name])):
        ends.setdefault(value(end, "id"), end)
    return ends


def _closed(root: etree._Element, name: str) -> set[etree._Element]:
    """The starts of ranges called `name` behind which an end stands."""
    closed: set[etree._Element] = set()
    is_open: dict[str | None, etree._Element] = {}
    for marker in root.iter(w(name + "Start"), w(name + "End")):
        if marker.tag.endswith("Start"):
            is_open[value(marker, "id")] = marker
        elif (start := is_open.pop(value(marker, "id"), None)) is not None:
            closed.add(start)
    return closed


def paragraphs_within(root: etree._Element, name: str, starts: Callable[[etree._Element], bool]) -> list[etree._Element]:
    """The paragraphs that begin and end inside a range called `name`, of those whose start is one that `starts` takes.

    A range that is never closed is none: it would take all that follows.
    """
    closed = _closed(root, name)
    if not closed:
        return []
    names = {w(name + "Start"), w(name + "End")}
    is_open: OrderedDict[str | None, int] = OrderedDict()
    begun: list[int] = []
    within: list[etree._Element] = []
    for number, (event, element) in enumerate(etree.iterwalk(root, events=("start", "end"), tag=(*names, w("p")))):
        if element.tag == w("p"):
            if event == "start":
                begun.append(number)
            elif begun.pop() > next(iter(is_open.values()), number):
                within.append(element)
        elif event == "start":
            is_open.pop(value(element, "id"), None)
            if element in closed and starts(element):
                is_open[value(element, "id")] = number
    return within
