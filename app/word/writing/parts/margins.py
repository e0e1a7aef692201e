"""What stands at the head and at the foot of every page."""

from collections.abc import Sequence

from lxml import etree

from app.word.front import Front
from app.word.writing.language import spelled
from app.word.writing.markup import put, root
from app.word.writing.runs import text_into

HEADER_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
FOOTER_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"

_ROOM = "120"
"""Twentieths of a point between our lines and what stands beside them."""


def header_lines(
    front: Front, style: str, width: int, tabs: Sequence[str] = (), letterhead: str = ""
) -> list[etree._Element]:
    """Process and symbol, then stage and date, over a fine rule; none where nothing is known.

    `width` of the text in twentieths of a point; `tabs` are the stops of the style, which these lines do without. A process
    that the words of a `letterhead` name already is not named again.
    """
    day = "" if front.date is None else spelled(front.date, front.language)
    cells = [(front.process, front.symbol), (front.stage, day)]
    if front.process and front.process.casefold() in letterhead.casefold():
        cells = [(front.stage, front.symbol), ("", day)] if front.symbol else [(front.stage, day)]
    rows = [row for row in cells if any(row)]
    part = root("hdr")
    for place, (left, right) in enumerate(rows):
        paragraph = put(part, "p")
        look = put(paragraph, "pPr")
        put(look, "pStyle", val=style)
        last = place == len(rows) - 1
        if last:
            put(put(look, "pBdr"), "bottom", val="single", sz="4", space="4", color="808080")
        _right_tab(look, width, tabs)
        _plainly(look, "left", before=_ROOM if letterhead and place == 0 else "0", after=_ROOM if last else "0")
        run = put(paragraph, "r")
        if place == 0:
            put(put(run, "rPr"), "b")
        text_into(run, f"{left}\t{right}")
    return list(part)


def footer_lines(style: str, words: str = "", *, counted: bool = True) -> list[etree._Element]:
    """The page and how many there are, 1/12, when they are to be `counted`; above it `words`, where there are any."""
    part = root("ftr")
    if words:
        paragraph = _centred(part, style, before=_ROOM)
        run = put(paragraph, "r")
        put(put(run, "rPr"), "sz", val="15")
        text_into(run, words)
    if counted:
        paragraph = _centred(part, style, before="0" if words else _ROOM)
        _field(paragraph, "PAGE")
        text_into(put(paragraph, "r"), "/")
        _field(paragraph, "NUMPAGES")
    return list(part)


def alone(tag: str, lines: Sequence[etree._Element], style: str) -> etree._Element:
    """A header ("hdr") or footer ("ftr") of these lines; of an empty one where there is none, for Word wants one."""
    part = root(tag)
    part.extend(lines)
    if not lines:
        put(put(put(part, "p"), "pPr"), "pStyle", val=style)
    return part


def _centred(part: etree._Element, style: str, before: str) -> etree._Element:
    paragraph = put(part, "p")
    look = put(paragraph, "pPr")
    put(look, "pStyle", val=style)
    _plainly(look, "center", before)
    return paragraph


def _plainly(look: etree._Element, side: str, before: str = "0", after: str = "0") -> None:
    """Stands as these lines do, however the style of a letterhead has it."""
    put(look, "spacing", before=before, after=after, line="240", lineRule="auto")
    put(look, "ind", left="0", right="0", firstLine="0")
    put(look, "jc", val=side)


def _right_tab(look: etree._Element, width: int, tabs: Sequence[str]) -> None:
    stops = put(look, "tabs")
    for stop in tabs:
        if stop != str(width):
            put(stops, "tab", val="clear", pos=stop)
    put(stops, "tab", val="right", pos=str(width))


def _field(paragraph: etree._Element, instruction: str) -> None:
    field = put(paragraph, "fldSimple", instr=f" {instruction} ")
    text_into(put(field, "r"), "1")
