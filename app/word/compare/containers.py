"""Weaving what holds blocks: bodies, cells, notes, headers; and tables, row by row."""

from collections.abc import Iterable

from lxml import etree

from app.text.matching import matches
from app.word.compare.align import Tables, aligned
from app.word.compare.blocks import Block, Row, blocks
from app.word.compare.canon import outside_boxes
from app.word.compare.carry import bare
from app.word.compare.cursor import Cursor
from app.word.compare.layouts import Layouts
from app.word.compare.likeness import alike
from app.word.compare.names import BOX, DEL, INS, TR, TRPR, P, W
from app.word.compare.paragraphs import Paragraph, Reader
from app.word.compare.styles import Names
from app.word.compare.weave import Weaver

_BEFORE_ROW_PROPERTIES = (W + "tblPrEx",)
_TABLE_STYLE = W + "tblStyle"
_ROW_CHANGE = W + "trPrChange"


class Containers:
    """Weaves one story of the new document into the same story of the old one."""

    def __init__(self, weaver: Weaver, names: Names, layouts: Layouts, old: Reader, new: Reader) -> None:
        self._weaver = weaver
        self._layouts = layouts
        self._names = names
        self._old, self._new = old, new

    def weave(self, old: etree._Element, new: etree._Element) -> None:
        """Marks in the container `old` what `new` says differently."""
        self._blocks(old, blocks(old, self._old), blocks(new, self._new))

    def goes(self, container: etree._Element) -> None:
        """Marks all text in `container`, of the old document, as gone."""
        self._weaver.all(self._paragraphs(container, self._old), DEL)

    def comes(self, container: etree._Element) -> None:
        """Makes `container`, of the new document, fit for the old one, with all its text marked as come."""
        bare(container)
        for style in container.iter(_TABLE_STYLE):
            self._names.rename(style)
        self._weaver.all(self._paragraphs(container, self._new), INS)

    def _blocks(self, container: etree._Element, old: list[Block], new: list[Block]) -> None:
        cursor = Cursor(container, old[0].element if old else None)
        units = aligned(old, new)
        for place, unit in enumerate(units):
            if isinstance(unit, Tables):
                self._table(unit, cursor)
            else:
                self._weaver.stretch(unit, cursor, last=place + 1 == len(units))

    def _table(self, tables: Tables, cursor: Cursor) -> None:
        if tables.old is not None and tables.new is not None:
            self._layouts.inside(tables.old.element, tables.new.element)
            self._rows(tables.old.element, tables.old.rows, tables.new.rows)
            cursor.pass_by(tables.old.element)
        elif tables.old is not None:
            self._rows_go(tables.old.element)
            cursor.pass_by(tables.old.element)
        elif tables.new is not None:
            cursor.place(tables.new.element)
            self._rows_come(tables.new.element)

    def _rows_go(self, element: etree._Element) -> None:
        """Marks a row or a table of the old document, with every row in it, as gone."""
        self.goes(element)
        for row in element.iter(TR):
            self._mark_row(row, DEL)

    def _rows_come(self, element: etree._Element) -> None:
        self.comes(element)
        for row in element.iter(TR):
            self._mark_row(row, INS)

    def _rows(self, table: etree._Element, old: list[Row], new: list[Row]) -> None:
        numbers: dict[str, int] = {}
        pairs = matches(
            [numbers.setdefault(row.signature, len(numbers)) for row in old],
            [numbers.setdefault(row.signature, len(numbers)) for row in new],
        )
        cursor = Cursor(table, old[0].element if old else None)
        place = new_place = 0
        for stop, new_stop in [*pairs, (len(old), len(new))]:
            self._row_gap(old[place:stop], new[new_place:new_stop], cursor)
            if stop < len(old):
                self._row(old[stop], new[new_stop], cursor)
            place, new_place = stop + 1, new_stop + 1

    def _row_gap(self, old: list[Row], new: list[Row], cursor: Cursor) -> None:
        pairs = alike(old, new, lambda row: row.words, lambda row, other: len(row.cells) == len(other.cells))
        place = new_place = 0
        for stop, new_stop in [*pairs, (len(old), len(new))]:
            for row in old[place:stop]:
                self._rows_go(row.element)
                cursor.pass_by(row.element)
            for row in new[new_place:new_stop]:
                cursor.place(row.element)
                self._rows_come(row.element)
            if stop < len(old):
                self._row(old[stop], new[new_stop], cursor)
            place, new_place = stop + 1, new_stop + 1

    def _row(self, old: Row, new: Row, cursor: Cursor) -> None:
        self._layouts.inside(old.element, new.element)
        for cell, new_cell, blocks_, new_blocks in zip(old.cells, new.cells, old.blocks, new.blocks, strict=True):
            self._layouts.inside(cell, new_cell)
            self._blocks(cell, blocks_, new_blocks)
        cursor.pass_by(old.element)

    def _mark_row(self, row: etree._Element, status: str) -> None:
        properties = row.find(TRPR)
        if properties is None:
            properties = etree.Element(TRPR)
            row.insert(sum(child.tag in _BEFORE_ROW_PROPERTIES for child in row), properties)
        mark = self._weaver.marks.mark(properties, status)
        change = properties.find(_ROW_CHANGE)
        if change is not None:
            change.addprevious(mark)

    def _paragraphs(self, container: etree._Element, reader: Reader) -> Iterable[Paragraph]:
        """Every paragraph in `container`, but none that stands in a drawing there."""
        for holder in list(container) if container.tag == BOX else (container,):
            for element in outside_boxes(holder):
                if element.tag == P:
                    yield Paragraph(element, reader)
