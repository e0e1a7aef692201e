"""Whether sections, tables, rows and cells look the same: nothing is inherited there but from the style of a table."""

from lxml import etree

from app.word.compare.cascade import Key, Value, says, seen
from app.word.compare.names import W

_GRID, _WIDTH = W + "tblGrid", ("tcW",)
_NEAR = 5
"""By how many twentieths of a point widths differ that another program reckoned in its own measure."""


def are_alike(old: etree._Element, new: etree._Element) -> bool:
    """Whether two properties of the same kind look the same."""
    if old.tag == _GRID:
        columns, others = ([column.get(W + "w", "") for column in grid] for grid in (old, new))
        return len(columns) == len(others) and all(map(_are_near, columns, others))
    was, now = seen(says(old, str)), seen(says(new, str))
    return all(_are_one(key, was.get(key), now.get(key)) for key in {*was, *now})


def _are_one(key: Key, was: Value | None, now: Value | None) -> bool:
    if key != _WIDTH or not isinstance(was, tuple) or not isinstance(now, tuple):
        return was == now
    width, other = dict(was), dict(now)
    return width.get("type") == other.get("type") and _are_near(width.get("w", ""), other.get("w", ""))


def _are_near(width: str, other: str) -> bool:
    both = width.isdecimal() and other.isdecimal()
    return abs(int(width) - int(other)) <= _NEAR if both else width == other
