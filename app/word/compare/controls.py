"""Content controls and custom XML around blocks: marked as going where everything in them goes."""

from lxml import etree

from app.word.compare.canon import outside_boxes
from app.word.compare.marks import Marks
from app.word.compare.names import CUSTOM_XML, DEL, ID, PPR, RPR, SDT, SDT_CONTENT, TBL, TC, TR, P, W

_START, _END = W + "customXmlDelRangeStart", W + "customXmlDelRangeEnd"
_PROPERTIES = frozenset(W + name for name in ("sdtPr", "sdtEndPr", "customXmlPr"))
_BLOCKS = frozenset({P, TBL, TR, TC, SDT, CUSTOM_XML})


def mark_gone(root: etree._Element, marks: Marks) -> None:
    """Marks each control around blocks under `root` in which no paragraph stays, with the two ranges Word writes for it."""
    for control in list(root.iter(SDT, CUSTOM_XML)):
        content = control.find(SDT_CONTENT) if control.tag == SDT else control
        before = control.getprevious()
        is_marked = before is not None and before.tag == _START
        if content is not None and not is_marked and _goes(content):
            number = _before(control, marks)
            inside = next((n for n, child in enumerate(content) if child.tag not in _PROPERTIES), len(content))
            content.insert(inside, _end(number))
            number = marks.mark(content, _START).get(ID)
            control.addnext(_end(number))


def _goes(content: etree._Element) -> bool:
    if not any(child.tag in _BLOCKS for child in content):
        return False
    paragraphs = [element for element in outside_boxes(content) if element.tag == P]
    return bool(paragraphs) and all(each.find(f"{PPR}/{RPR}/{DEL}") is not None for each in paragraphs)


def _before(control: etree._Element, marks: Marks) -> str:
    start = marks.mark(control, _START)
    control.addprevious(start)
    return start.get(ID, "")


def _end(number: str | None) -> etree._Element:
    element = etree.Element(_END)
    element.set(ID, number or "")
    return element
