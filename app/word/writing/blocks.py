"""Paragraphs and tables about a text, as Word has them."""

from collections.abc import Sequence

from lxml import etree

from app.word.layout import Block, Cell, Look, Table, Text, said
from app.word.writing.assembly import Desk
from app.word.writing.frame import GREY, framed
from app.word.writing.language import regional
from app.word.writing.markup import name, put
from app.word.writing.runs import run_into, text_into, tongue_into

_STYLES = {Look.TITLE: "Title", Look.HEADING: "heading 1", Look.SUBHEADING: "heading 2"}
_SIZE_IN_TABLES = "20"
_ROOM = (("top", "40"), ("left", "100"), ("bottom", "40"), ("right", "100"))


def blocks_into(body: etree._Element, blocks: Sequence[Block], desk: Desk) -> None:
    """Appends `blocks` to `body`."""
    weights = [len(block.rows) if isinstance(block, Table) else 1 for block in blocks]
    done, whole = 0, sum(weights)
    for block, weight in zip(blocks, weights, strict=True):
        if isinstance(block, Table):
            _table(body, block, desk)
            # A paragraph between tables keeps them two; after the last one Word needs one anyway.
            look = put(put(body, "p"), "pPr")
            put(look, "spacing", before="0", after="120", line="240", lineRule="auto")
        else:
            _paragraph(body, block, desk, language=block.language)
        done += weight
        desk.counting(done, whole)


def _paragraph(
    parent: etree._Element,
    text: Text,
    desk: Desk,
    *,
    in_table: bool = False,
    head: bool = False,
    leads: bool = False,
    language: str = "",
) -> None:
    paragraph = put(parent, "p")
    look = put(paragraph, "pPr")
    put(look, "pStyle", val=desk.styles.id(_STYLES.get(text.look, "Normal")))
    head = head or text.look is Look.LABEL
    if head or leads or text.leads or text.look is Look.SUBTITLE:
        put(look, "keepNext")
    if text.new_page:
        put(look, "pageBreakBefore")
    if in_table:
        put(look, "spacing", before="40", after="40", line="240", lineRule="auto")
        put(look, "jc", val="left")
    elif text.look is Look.SUBTITLE:
        put(look, "jc", val="center")
    size = _SIZE_IN_TABLES if in_table or text.look is Look.NOTE else None
    for span in text.spans:
        if span.run.note is not None:
            element = run_into(paragraph, span.run, style=desk.lines.footnotes.reference_style)
            put(element, "footnoteReference", id=desk.lines.footnotes.add(span.run.note, None, None))
            continue
        element = run_into(paragraph, span.run)
        properties = element.find(name("rPr"))
        if properties is None and (size or head or span.struck):
            properties = put(element, "rPr")
        if properties is not None:
            _look_of_run(properties, bold=head, struck=span.struck, size=size)
        if language:
            tongue_into(element, regional(language))
        text_into(element, span.run.text)


def _look_of_run(properties: etree._Element, *, bold: bool, struck: bool, size: str | None) -> None:
    """Adds to the properties of a run, whose children have an order: marks, strike, size, underline, place."""
    wanted = {child.tag.rpartition("}")[2]: dict(child.attrib) for child in properties}
    if bold:
        wanted |= {"b": {}, "bCs": {}}
    if struck:
        wanted["strike"] = {}
    for child in list(properties):
        properties.remove(child)
    for tag in ("rStyle", "b", "bCs", "i", "iCs", "strike", "sz", "szCs", "u", "vertAlign"):
        if tag in wanted:
            element = put(properties, tag)
            element.attrib.update(wanted[tag])
        elif size and tag in ("sz", "szCs"):
            put(properties, tag, val=size)


def _table(body: etree._Element, table: Table, desk: Desk) -> None:
    whole = sum(table.widths)
    widths = [desk.width * part // whole for part in table.widths]
    across = (str(sum(widths)), "dxa")
    heads = bool(table.header or table.heads)
    element = framed(body, table.name, widths, across=across, room=_ROOM, heads=heads, ruled=table.ruled, fixed=True)
    languages = table.languages or ("",) * len(widths)
    if table.header:
        row = _head(element)
        for place, words in zip(range(0, len(widths), table.across), table.header, strict=True):
            width = sum(widths[place : place + table.across])
            said_once = (Text(said(words)),)
            _cell(row, said_once, width, desk, head=True, across=table.across, language=languages[place])
    for place, cells in enumerate(table.rows):
        head = place < table.heads
        row = _head(element) if head else put(element, "tr")
        if table.kept and not head:
            put(put(row, "trPr"), "cantSplit")
        behind = len(table.rows) - 1 - place
        # The last row is never alone on a page.
        leads = (table.whole and behind > 0) or (table.kept and behind == 1)
        _row(row, cells, widths, languages, desk, head=head, leads=leads)


def _head(table: etree._Element) -> etree._Element:
    """A row that is repeated on every page."""
    row = put(table, "tr")
    look = put(row, "trPr")
    put(look, "cantSplit")
    put(look, "tblHeader")
    return row


def _row(
    row: etree._Element,
    cells: Sequence[Cell],
    widths: Sequence[int],
    languages: Sequence[str],
    desk: Desk,
    *,
    head: bool,
    leads: bool,
) -> None:
    if len(cells) == 1 and len(widths) > 1:
        _cell(row, cells[0], sum(widths), desk, across=len(widths), leads=leads)
        return
    for each, width, language in zip(cells, widths, languages, strict=True):
        _cell(row, each, width, desk, head=head, leads=leads, language=language)


def _cell(
    row: etree._Element,
    content: Cell,
    width: int,
    desk: Desk,
    *,
    head: bool = False,
    leads: bool = False,
    across: int = 1,
    language: str = "",
) -> None:
    element = put(row, "tc")
    properties = put(element, "tcPr")
    put(properties, "tcW", w=str(width), type="dxa")
    if across > 1:
        put(properties, "gridSpan", val=str(across))
    if head or across > 1:
        put(properties, "shd", val="clear", color="auto", fill=GREY)
    for text in content or (Text(()),):
        _paragraph(element, text, desk, in_table=True, head=head, leads=leads, language=language)
