"""Sections, tables, rows, cells and styles that stay: their properties, marked where they differ in the new text."""

from lxml import etree

from app.word.compare.borders import Borders
from app.word.compare.effects import Effects
from app.word.compare.formats import Formats
from app.word.compare.grids import are_alike
from app.word.compare.marks import Marks
from app.word.compare.names import DEL, ID, INS, PPR, RPR, TBL, TC, TR, TRPR, W
from app.word.compare.styles import kind_and_name

_TABLE, _GRID, _EXCEPTIONS = W + "tblPr", W + "tblGrid", W + "tblPrEx"
_PROPERTIES = {TBL: (_TABLE, _GRID), TR: (_EXCEPTIONS, TRPR), TC: (W + "tcPr",)}
"""The properties of each, in the order in which they begin it."""
_OF_TABLES = frozenset(W + name for name in ("tblPr", "trPr", "tcPr", "tblStylePr"))
_BEHIND = {PPR: _OF_TABLES | {RPR}, RPR: _OF_TABLES}
"""What stands behind each in a style."""
_FIRST = frozenset((W + "headerReference", W + "footerReference"))
_LAST = frozenset((W + "printerSettings", INS, DEL, W + "cellIns"))
"""What beside the properties stays: whose headers they are, and that somebody put a row or a cell in."""


class Layouts:
    """Marks in the old document what a section, a table, a row, a cell looks like in the new one."""

    def __init__(self, marks: Marks, old: Formats, new: Formats, effects: Effects) -> None:
        self._marks = marks
        self._old, self._new = old, new
        self._effects = effects
        self._borders = Borders()

    def section(self, old: etree._Element, new: etree._Element) -> None:
        """Two w:sectPr; headers and footers are not looked at."""
        self._properties(old, new)

    def inside(self, old: etree._Element, new: etree._Element) -> None:
        """Two tables, rows or cells; what stands in them is not looked at."""
        if old.tag == TBL:
            self._borders.meet(old, new)
        before: list[etree._Element] = []
        for tag in _PROPERTIES[old.tag]:
            there, other = old.find(tag), new.find(tag)
            if there is None and other is None:
                continue
            if there is None and other is not None and len(other):
                there = etree.Element(tag)
                old.insert(len(before), there)
            if there is not None:
                before.append(there)
                # Most are the same to the letter, and tell no name that might mean another thing there.
                if tag == _TABLE or other is None or not _same(there, other):
                    self._properties(there, self._borders.kept(there, other))

    def style(self, old: etree._Element, new: etree._Element) -> bool:
        """Two styles of one name; whether the old one was marked. Only what they say of paragraphs and characters."""
        made = self._marks.made
        for tag in (PPR, RPR):
            if self._effects.styles(kind_and_name(old), tag):
                continue
            there, other = old.find(tag), new.find(tag)
            if there is None and other is not None:
                there = etree.Element(tag)
                following = next((child for child in old if child.tag in _BEHIND[tag]), None)
                old.append(there) if following is None else following.addprevious(there)
            if there is not None:
                self._properties(there, other)
                if not len(there):
                    old.remove(there)
        return self._marks.made > made

    def _properties(self, old: etree._Element, other: etree._Element | None) -> None:
        was, new = self._old.of_any(old), self._new.of_any(etree.Element(old.tag) if other is None else other)
        if was.look == new.look or are_alike(was.properties, new.properties):
            return
        pending = old.find(old.tag + "Change")
        former = was.copy() if pending is None or not len(pending) else pending[0]
        apart = [child for child in old if child.tag in _FIRST]
        behind = [child for child in old if child.tag in _LAST]
        for child in list(old):
            old.remove(child)
        old.extend((*apart, *new.copy(), *behind))
        change = self._marks.mark(old, old.tag + "Change")
        if old.tag == _GRID:
            for name in [name for name in change.attrib if name != ID]:
                del change.attrib[name]
        change.append(former)


def _same(old: etree._Element, new: etree._Element) -> bool:
    """Whether the two hold the same elements."""
    return len(old) == len(new) and all(
        one.tag == other.tag and one.items() == other.items() and _same(one, other)
        for one, other in zip(old, new, strict=True)
    )
