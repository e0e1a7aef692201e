"""Ranges: pairs of empty elements that may begin in one place and end in another."""

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
    alone = [marker for group in groups.values() if len({found.tag for found in group}) == 1 for marker in group]
    return [marker for marker in element.iter(*MARKERS) if marker in alone] if alone else []


def other_end(start: etree._Element) -> etree._Element | None:
    """The end of the range that `start` opens."""
    end = w(PAIRS[local(start)])
    root = start.getroottree().getroot()
    return next((found for found in root.iter(end) if value(found, "id") == value(start, "id")), None)


def paragraphs_within(root: etree._Element, name: str, starts: Callable[[etree._Element], bool]) -> list[etree._Element]:
    """The paragraphs that begin and end inside a range called `name`, of those whose start is one that `starts` takes."""
    names = {w(name + "Start"), w(name + "End")}
    is_open: dict[str | None, int] = {}
    begun: list[tuple[etree._Element, set[tuple[str | None, int]]]] = []
    within: list[etree._Element] = []
    for number, (event, element) in enumerate(etree.iterwalk(root, events=("start", "end"), tag=(*names, w("p")))):
        identifier = value(element, "id")
        if element.tag == w("p"):
            if event == "start":
                begun.append((element, set(is_open.items())))
            elif begun.pop()[1] & set(is_open.items()):
                within.append(element)
        elif event == "start" and element.tag.endswith("Start") and starts(element):
            is_open[identifier] = number
        elif event == "start" and element.tag.endswith("End"):
            is_open.pop(identifier, None)
    return within
