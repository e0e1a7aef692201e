"""The borders of a table: said of the table by some programs, of each of its cells by others.

Where they look the same in both documents, the old one's stay where they are said there, and what the new one says of the
table is added: rows that come from the new one may rely on it.
"""

from copy import deepcopy

from lxml import etree

from app.word.compare.blocks import children
from app.word.compare.cascade import Value, sides
from app.word.compare.names import TBL, TC, TR, W

_OF_TABLE, _OF_CELL = W + "tblPr", W + "tcPr"
_TABLE_BORDERS, _CELL_BORDERS = W + "tblBorders", W + "tcBorders"
_BEFORE = {
    _OF_TABLE: ("tblStyle", "tblpPr", "tblOverlap", "bidiVisual", "tblStyleRowBandSize", "tblStyleColBandSize", "tblW",
                "jc", "tblCellSpacing", "tblInd"),
    _OF_CELL: ("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge"),
}  # fmt: skip
"""What stands before the borders, in the order of the schema."""
_SIDES = {"top": "insideH", "bottom": "insideH", "left": "insideV", "right": "insideV"}
_NONE = frozenset([("val", "none"), ("val", "nil")])


class Borders:
    """Knows the tables whose borders look the same in both documents."""

    def __init__(self) -> None:
        self._same: set[etree._Element] = set()

    def meet(self, table: etree._Element, new: etree._Element) -> None:
        """Is told of a table that stays, before what it says is compared."""
        own, other = _said(table, _OF_TABLE, _TABLE_BORDERS), _said(new, _OF_TABLE, _TABLE_BORDERS)
        if own is None and other is None:
            return
        shown = _shown(table)
        if shown is not None and shown == _shown(new):
            self._same.add(table)

    def kept(self, properties: etree._Element, new: etree._Element | None) -> etree._Element | None:
        """The new properties of a table or a cell in the place of `properties`, with the borders that are to be there."""
        if not self._same or properties.tag not in _BEFORE:
            return new
        table = next(properties.iterancestors(TBL), None)
        if table not in self._same:
            return new
        is_table = properties.tag == _OF_TABLE
        tag = _TABLE_BORDERS if is_table else _CELL_BORDERS
        kept = etree.Element(properties.tag) if new is None else deepcopy(new)
        own, theirs = properties.find(tag), kept.find(tag)
        if is_table and theirs is not None:
            return kept
        if theirs is not None:
            kept.remove(theirs)
        if own is not None:
            before = {W + name for name in _BEFORE[properties.tag]}
            kept.insert(sum(child.tag in before for child in kept), deepcopy(own))
        return kept


def _said(holder: etree._Element, properties: str, tag: str) -> etree._Element | None:
    return holder.find(f"{properties}/{tag}")


def _shown(table: etree._Element) -> dict[str, Value | None] | None:
    """The borders around the table and within it, when they are the same in all its cells and rows."""
    if any(_said(row, W + "tblPrEx", _TABLE_BORDERS) is not None for row in children(table, TR)):
        return None
    of_table = _lines(table, _OF_TABLE)
    shown: dict[str, Value | None] = {}
    rows = [[_lines(cell, _OF_CELL) for cell in children(row, TC)] for row in children(table, TR)]
    for number, row in enumerate(rows):
        for place, cell in enumerate(row):
            outer = {
                "top": number == 0,
                "bottom": number == len(rows) - 1,
                "left": place == 0,
                "right": place == len(row) - 1,
            }
            for side, inner in _SIDES.items():
                where = side if outer[side] else inner
                border = cell.get(side, of_table.get(where))
                if border is None and where == inner and side in ("right", "bottom"):
                    # It is enough when the cell beside it or below says it.
                    continue
                if shown.setdefault(where, border) != border:
                    return None
    return shown


def _lines(holder: etree._Element, tag: str) -> dict[str, Value | None]:
    """The borders that properties say, by side; None where they say that there is none."""
    borders = holder.find(f"{tag}/{_TABLE_BORDERS if tag == _OF_TABLE else _CELL_BORDERS}")
    said = {} if borders is None else sides(borders)
    return {side: None if _NONE & set(line) else line for side, line in said.items()}
