"""What stands at the head and at the foot of every page."""

from lxml import etree

from app.word.front import Front
from app.word.writing.language import spelled
from app.word.writing.markup import put, root, written
from app.word.writing.runs import text_into

HEADER_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
FOOTER_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"


def header(front: Front, style: str, width: int) -> bytes:
    """Process and symbol, then stage and date, over a fine rule; `width` of the text in twentieths of a point."""
    part = root("hdr")
    day = "" if front.date is None else spelled(front.date, front.language)
    rows = [row for row in ((front.process, front.symbol), (front.stage, day)) if any(row)]
    for place, (left, right) in enumerate(rows or [("", "")]):
        paragraph = put(part, "p")
        look = put(paragraph, "pPr")
        put(look, "pStyle", val=style)
        if rows and place == len(rows) - 1:
            put(put(look, "pBdr"), "bottom", val="single", sz="4", space="4", color="808080")
        _right_tab(look, width)
        run = put(paragraph, "r")
        if place == 0:
            put(put(run, "rPr"), "b")
        text_into(run, f"{left}\t{right}")
    return written(part)


def footer(style: str, words: str = "") -> bytes:
    """The page and how many there are: 1/12; above them `words`, where there are any."""
    part = root("ftr")
    if words:
        paragraph = put(part, "p")
        look = put(paragraph, "pPr")
        put(look, "pStyle", val=style)
        put(look, "jc", val="center")
        run = put(paragraph, "r")
        put(put(run, "rPr"), "sz", val="15")
        text_into(run, words)
    paragraph = put(part, "p")
    look = put(paragraph, "pPr")
    put(look, "pStyle", val=style)
    put(look, "jc", val="center")
    _field(paragraph, "PAGE")
    text_into(put(paragraph, "r"), "/")
    _field(paragraph, "NUMPAGES")
    return written(part)


def _right_tab(look: etree._Element, width: int) -> None:
    tabs = put(look, "tabs")
    put(tabs, "tab", val="clear", pos="4536")
    put(tabs, "tab", val="clear", pos="9072")
    put(tabs, "tab", val="right", pos=str(width))


def _field(paragraph: etree._Element, instruction: str) -> None:
    field = put(paragraph, "fldSimple", instr=f" {instruction} ")
    text_into(put(field, "r"), "1")
