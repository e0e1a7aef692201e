"""Writing a paragraph with its mark: coming, going or staying, and its properties in the order of the schema."""

from copy import deepcopy

from lxml import etree

from app.word.compare.effects import Effects
from app.word.compare.line import KEPT, Line
from app.word.compare.marks import Marks
from app.word.compare.names import DEL, INS, MOVE_FROM, MOVE_TO, PPR, W
from app.word.compare.paragraphs import Paragraph

_MARKS = (INS, DEL, MOVE_FROM, MOVE_TO)
_MARK_CHANGE, _PARAGRAPH_CHANGE = W + "rPrChange", W + "pPrChange"
_POINTING = tuple(W + name for name in ("headerReference", "footerReference", "printerSettings"))


def close(marks: Marks, paragraph: Paragraph, status: str, element: etree._Element, line: Line) -> None:
    """Writes a paragraph whose mark comes or goes, or stays as it was (KEPT), into `element`."""
    section = paragraph.section if status != INS else _own_section(paragraph.section)
    _emptied(element)
    mark = paragraph.mark.copy()
    marks.keep(mark, paragraph.mark.change)
    if status != KEPT and all(pending.tag != status for pending in paragraph.pending):
        marks.mark(mark, status)
    _properties(element, paragraph.properties.copy(), _tracked(mark, paragraph), section)
    _keep(marks, element, paragraph)
    line.write(element)


def close_both(marks: Marks, effects: Effects, old: Paragraph, new: Paragraph, line: Line) -> None:
    """Writes a paragraph whose mark stays, with the new properties marked where they differ."""
    element = old.element
    _emptied(element)
    mark = old.mark.copy()
    if effects.characters(old.mark, new.mark, old, new):
        marks.keep(mark, old.mark.change)
    else:
        mark = new.mark.copy()
        marks.mark(mark, _MARK_CHANGE).append(old.mark.former())
    mark = _tracked(mark, old)
    if effects.paragraphs(old, new):
        _properties(element, old.properties.copy(), mark, old.section)
        _keep(marks, element, old)
    else:
        change = etree.Element(PPR)
        marks.mark(change, _PARAGRAPH_CHANGE).append(old.properties.former())
        _properties(element, new.properties.copy(), mark, old.section, change[0])
    line.write(element)


def _tracked(mark: etree._Element, paragraph: Paragraph) -> etree._Element:
    """`mark` with what others track of it beside what we do, first and in the order of the schema."""
    tracked = [*(child for child in mark if child.tag in _MARKS), *paragraph.pending]
    for element in sorted(tracked, key=lambda element: _MARKS.index(element.tag), reverse=True):
        mark.insert(0, element)
    return mark


def _emptied(paragraph: etree._Element) -> None:
    paragraph.text = None
    for child in list(paragraph):
        paragraph.remove(child)


def _properties(
    paragraph: etree._Element,
    properties: etree._Element,
    mark: etree._Element,
    section: etree._Element | None,
    change: etree._Element | None = None,
) -> None:
    """Gives `paragraph` its w:pPr, in the order of the schema; none when it would be empty."""
    if len(mark):
        properties.append(mark)
    properties.extend(element for element in (section, change) if element is not None)
    if len(properties):
        paragraph.insert(0, properties)


def _keep(marks: Marks, element: etree._Element, paragraph: Paragraph) -> None:
    """Keeps what somebody else changed of how `paragraph` looks."""
    change = paragraph.properties.change
    if change is not None:
        if not len(element):
            etree.SubElement(element, PPR)
        marks.keep(element[0], change)


def _own_section(section: etree._Element | None) -> etree._Element | None:
    """A section of the new document without what it points to there."""
    if section is None:
        return None
    own = deepcopy(section)
    for child in [child for child in own if child.tag in _POINTING]:
        own.remove(child)
    return own
