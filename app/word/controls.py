"""Content controls and custom XML that were put around words, taken away from around them, or moved, as tracked changes."""

from collections import OrderedDict
from collections.abc import Iterable, Iterator

from lxml import etree

from app.word.names import local, value

TRACKED = {
    "customXmlIns": "insertion",
    "customXmlDel": "deletion",
    "customXmlMoveFrom": "move_from",
    "customXmlMoveTo": "move_to",
}
"""What each kind of range that tracks a control says was done."""
_STARTS = {kind + "RangeStart": kind for kind in TRACKED}
_ENDS = {kind + "RangeEnd": kind for kind in TRACKED}
_CONTROLS = ("sdt", "customXml")


def tracked_controls(elements: Iterable[etree._Element]) -> Iterator[tuple[etree._Element, etree._Element, str]]:
    """Each control that begins within a range that tracks it, the start of the innermost such range, and what was done.

    `elements` are those of a story, in order. Word puts one range about the beginning of a control and another about its
    end; the second tells nothing new.
    """
    is_open: dict[str, OrderedDict[str | None, etree._Element]] = {kind: OrderedDict() for kind in TRACKED}
    for element in elements:
        name = local(element)
        if name in _STARTS:
            is_open[_STARTS[name]][value(element, "id")] = element
        elif name in _ENDS:
            is_open[_ENDS[name]].pop(value(element, "id"), None)
        elif name in _CONTROLS:
            for kind, starts in is_open.items():
                if starts:
                    yield element, next(reversed(starts.values())), TRACKED[kind]
