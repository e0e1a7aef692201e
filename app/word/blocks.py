"""The paragraphs of a story of a Word file, in order, and where in a table they stand."""

from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree

from app.word.found import Cell
from app.word.inline import chosen
from app.word.looks import descend, whole
from app.word.names import MC, local, on, value
from app.word.omissions import Kind, Tally

_WITHIN = ("sdtContent", "customXml", "smartTag", "ins", "del", "moveTo", "moveFrom")
_MOST_COLUMNS = 63
"""Columns Word allows in a table."""

Holder: TypeAlias = "etree._Element | list[etree._Element] | None"
Placed: TypeAlias = "tuple[etree._Element, Cell | None]"


class Blocks:
    """Finds paragraphs, and counts tables and what of them is not kept."""

    def __init__(self, tally: Tally) -> None:
        self._tally = tally
        self._rows = 0

    def paragraphs(self, holder: Holder, cell: Cell | None = None) -> Iterator[Placed]:
        """Every w:p in `holder` with its place in a table; those of a table within a cell have the place of that cell."""
        for block in holder if holder is not None else ():
            name = local(block)
            if name == "p":
                yield block, cell
            elif name == "tbl":
                self._tally.add(Kind.TABLE if cell is None else Kind.NESTED)
                for row in _inside(block, "tr"):
                    yield from self._row(row, cell)
            elif name == "sdt":
                yield from self.paragraphs(descend(block, "sdtContent"), cell)
            elif name in _WITHIN:
                yield from self.paragraphs(block, cell)
            elif name == f"{{{MC}}}AlternateContent":
                yield from self.paragraphs(chosen(block), cell)
            elif name == "altChunk":
                self._tally.add(Kind.EMBEDDED)

    def _row(self, row: etree._Element, around: Cell | None) -> Iterator[Placed]:
        cells = list(_inside(row, "tc"))
        if around is not None:
            for each in cells:
                yield from self.paragraphs(each, around)
            return
        spans = [_span(each) for each in cells]
        self._tally.add(Kind.MERGED, sum(span > 1 or _is_merged(each) for each, span in zip(cells, spans, strict=True)))
        skipped = _span(row, "trPr", "gridBefore", least=0)
        columns = min(skipped + sum(spans), _MOST_COLUMNS) or 1
        heads = bool(on(descend(row, "trPr", "tblHeader")))
        number, self._rows = self._rows, self._rows + 1
        column = skipped
        for each, span in zip(cells, spans, strict=True):
            yield from self.paragraphs(each, Cell(number, min(column, columns - 1), columns, heads))
            column += span


def _span(element: etree._Element, properties: str = "tcPr", name: str = "gridSpan", least: int = 1) -> int:
    """Columns a cell covers, or a row leaves free before its first cell."""
    return min(max(whole(value(descend(element, properties, name))) or 0, least), _MOST_COLUMNS)


def _is_merged(cell: etree._Element) -> bool:
    """Whether it goes on with the cell above it."""
    merged = descend(cell, "tcPr", "vMerge")
    return merged is not None and value(merged) != "restart"


def _inside(holder: etree._Element, name: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, also those in content controls."""
    for child in holder:
        if local(child) == name:
            yield child
        elif local(child) in ("sdt", *_WITHIN):
            yield from _inside(child, name)
