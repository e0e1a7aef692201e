"""Reading an OpenDocument text into paragraphs of a negotiated text, as `app.word.read` reads a Word file."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from app.text.normalise import normalise, normalise_runs, trimmed
from app.word.found import Cell, Found, Imported
from app.word.keys import key_in
from app.word.looks import is_head, whole
from app.word.odt.inline import Inline
from app.word.odt.lists import Lists, Sequence
from app.word.odt.names import given, named, odf
from app.word.odt.styles import Styles, depth_of
from app.word.omissions import Kind, Omission, Tally
from app.word.opening import parsed, unpacked
from app.word.unreadable import Reason, Unreadable

_TEXTS = (b"application/vnd.oasis.opendocument.text", b"application/vnd.oasis.opendocument.text-template")
_PARAGRAPHS = ("text:p", "text:h")
_CONTENTS = ("text:table-of-content", "text:alphabetical-index", "text:table-index", "text:illustration-index",
             "text:object-index", "text:user-index", "text:bibliography")  # fmt: skip
_HEAD = "table:table-header-rows"
_ROWS = ("table:table-rows", "table:table-row-group")
_MOST_COLUMNS = 1_000
_CELLS = ("table:table-cell", "table:covered-table-cell")


@dataclass(frozen=True, slots=True)
class _Item:
    """The list item a paragraph is the first of: how the list is counted, its style there, its depth, its own number."""

    sequence: Sequence
    style: str | None
    depth: int
    start: int | None


def read(data: bytes) -> Imported:
    """The text of the OpenDocument file `data` with every tracked change in it accepted.

    Raises Unreadable, and nothing else, when there is no text to be had.
    """
    parts = _text_parts(data)
    content, styles = parsed(parts["content.xml"]), parsed(parts["styles.xml"]) if "styles.xml" in parts else None
    body = content.find(f"{odf('office:body')}/{odf('office:text')}")
    if body is None:
        raise Unreadable(Reason.NOT_AN_ODT)
    reader = _Reader(Styles(styles, content), Lists(styles, content), parts)
    for block in body:
        reader.block(block)
    if not reader.paragraphs:
        raise Unreadable(Reason.NO_TEXT)
    around = (
        (Kind.TRACKED, sum(1 for _ in body.iter(odf("text:changed-region")))),
        (Kind.COMMENT, sum(1 for _ in body.iter(odf("office:annotation")))),
        (Kind.HEADER, sum(1 for _ in _margins(styles))),
    )
    return Imported(
        tuple(reader.paragraphs), reader.tally.omissions + tuple(Omission(kind, count) for kind, count in around if count)
    )


class _Reader:
    """Collects the paragraphs of a text, in order."""

    def __init__(self, styles: Styles, lists: Lists, parts: dict[str, bytes]) -> None:
        self.paragraphs: list[Found] = []
        self.tally = Tally()
        self._styles = styles
        self._lists = lists
        self._inline = Inline(styles, parts, self.tally)
        self._cell: Cell | None = None
        self._count = 0

    def block(self, element: etree._Element) -> None:
        """Takes one block, and all in it."""
        name = named(element)
        if name in _PARAGRAPHS:
            self._paragraph(element, None)
        elif name == "text:list":
            first = next(element.iter(*map(odf, _PARAGRAPHS)), None)
            asked = self._styles.list_style(given(first, "text:style-name"))
            self._list(element, self._lists.opened(element, asked), asked, 1)
        elif name == "text:section":
            if given(element, "text:display") == "none":
                self.tally.add(Kind.HIDDEN)
            else:
                self._blocks(element)
        elif name == "text:numbered-paragraph":
            self._numbered(element)
        elif name in _CONTENTS:
            lines = (plain for plain in element.iter(*map(odf, _PARAGRAPHS)) if "".join(plain.itertext()).strip())
            self.tally.add(Kind.CONTENTS, sum(1 for _ in lines))
        elif name == "table:table":
            self._table(element)
        elif name.startswith(("draw:", "dr3d:")):
            # Anchored to the page, it stands beside the paragraphs.
            holder = etree.Element(odf("text:p"))
            holder.append(element)
            self._paragraph(holder, None)

    def _blocks(self, holder: etree._Element) -> None:
        for block in list(holder):
            self.block(block)

    def _list(self, element: etree._Element, sequence: Sequence, style: str | None, depth: int) -> None:
        style = given(element, "text:style-name") or style
        for entry in element:
            if named(entry) not in ("text:list-item", "text:list-header"):
                continue
            first: _Item | None = None
            if named(entry) == "text:list-item":
                first = _Item(sequence, style, depth, whole(given(entry, "text:start-value")))
            for block in list(entry):
                if named(block) in _PARAGRAPHS:
                    self._paragraph(block, first)
                    first = None
                elif named(block) == "text:list":
                    self._list(block, sequence, style, depth + 1)
                else:
                    self.block(block)

    def _numbered(self, element: etree._Element) -> None:
        style, depth = given(element, "text:style-name"), whole(given(element, "text:level")) or 1
        item = _Item(self._lists.opened(element, style), style, depth, whole(given(element, "text:start-value")))
        for block in element:
            if named(block) in _PARAGRAPHS:
                self._paragraph(block, item)

    def _table(self, table: etree._Element) -> None:
        self.tally.add(Kind.TABLE if self._cell is None else Kind.NESTED)
        for row, heads in _rows(table, heads=False):
            cells = [cell for cell in row if named(cell) in _CELLS]
            if self._cell is not None:
                for cell in cells:
                    self._blocks(cell)
                continue
            self.tally.add(Kind.MERGED, sum(_is_merged(cell) for cell in cells))
            number, self._count = self._count, self._count + 1
            repeats = [min(whole(given(cell, "table:number-columns-repeated")) or 1, _MOST_COLUMNS) for cell in cells]
            columns, column = min(sum(repeats), _MOST_COLUMNS), 0
            for cell, times in zip(cells, repeats, strict=True):
                self._cell = Cell(number, min(column, columns - 1), columns, heads)
                self._blocks(cell)
                column += times
            self._cell = None

    def _paragraph(self, element: etree._Element, item: _Item | None) -> None:
        style = given(element, "text:style-name")
        name = self._styles.shown(style)
        level = (
            depth_of(given(element, "text:outline-level")) if named(element) == "text:h" else self._styles.outline(style)
        )
        label = self._label(element, item, level)
        runs = trimmed(normalise_runs(tuple(self._inline.runs(element, styled=not is_head(level, name)))))
        if runs:
            shown = normalise(label) if label else None
            self.paragraphs.append(Found(runs, name, shown, level, _key(element), self._cell))
            self.tally.place = len(self.paragraphs)

    def _label(self, element: etree._Element, item: _Item | None, level: int | None) -> str | None:
        if item is not None:
            return self._lists.label(item.sequence, item.style, item.depth, item.start)
        if named(element) == "text:h" and level is not None and given(element, "text:is-list-header") != "true":
            return self._lists.heading(level, whole(given(element, "text:start-value")))
        return None


def _text_parts(data: bytes) -> dict[str, bytes]:
    """The parts of an OpenDocument text. Raises Unreadable."""
    try:
        parts = unpacked(data)
    except Unreadable as unreadable:
        raise Unreadable(Reason.NOT_AN_ODT) if unreadable.reason is Reason.NOT_A_DOCX else unreadable from None
    kind = parts.get("mimetype", b"").strip()
    if "content.xml" not in parts or (kind and kind not in _TEXTS):
        raise Unreadable(Reason.NOT_AN_ODT)
    manifest = parts.get("META-INF/manifest.xml")
    if manifest is not None and any(True for _ in parsed(manifest).iter(odf("manifest:encryption-data"))):
        raise Unreadable(Reason.ENCRYPTED)
    return parts


def _key(element: etree._Element) -> str | None:
    marks = element.iter(odf("text:bookmark-start"), odf("text:bookmark"))
    return next(filter(None, (key_in(given(mark, "text:name")) for mark in marks)), None)


def _rows(holder: etree._Element, *, heads: bool) -> Iterator[tuple[etree._Element, bool]]:
    """The rows of a table, and whether each heads it."""
    for child in holder:
        if named(child) == "table:table-row":
            yield child, heads
        elif named(child) == _HEAD or named(child) in _ROWS:
            yield from _rows(child, heads=heads or named(child) == _HEAD)


def _is_merged(cell: etree._Element) -> bool:
    spans = (given(cell, f"table:number-{what}-spanned") for what in ("columns", "rows"))
    return any((whole(span) or 1) > 1 for span in spans)


def _margins(styles: etree._Element | None) -> Iterator[etree._Element]:
    """Headers and footers that say something."""
    kinds = ("header", "footer", "header-left", "footer-left", "header-first", "footer-first")
    for margin in styles.iter(*(odf(f"style:{kind}") for kind in kinds)) if styles is not None else ():
        if any("".join(line.itertext()).strip() for line in margin.iter(odf("text:p"), odf("text:h"))):
            yield margin
