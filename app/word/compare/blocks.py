"""What stands in a body, a cell, a note or a header: paragraphs and tables in order, through content controls."""

from collections.abc import Iterable
from functools import cached_property

from lxml import etree

from app.text.runs import runs_of
from app.text.tokens import tokenise
from app.word.compare.canon import joined
from app.word.compare.names import CUSTOM_XML, SDT, SDT_CONTENT, TBL, TC, TR, VAL, P, W
from app.word.compare.paragraphs import Paragraph, Reader

_CELL = W + "tcPr"
_SPANS = frozenset(W + name for name in ("gridSpan", "vMerge", "hMerge"))


class Row:
    """One w:tr: its cells as containers of blocks."""

    def __init__(self, element: etree._Element, reader: Reader) -> None:
        self.element = element
        self.reader = reader
        self.cells = list(children(element, TC))
        self.shape = tuple(map(_merged, self.cells))

    @cached_property
    def blocks(self) -> list[list["Block"]]:
        """The blocks of each cell."""
        return [blocks(cell, self.reader) for cell in self.cells]

    @cached_property
    def signature(self) -> str:
        return joined([repr(self.shape), *(joined(block.signature for block in cell) for cell in self.blocks)])

    @cached_property
    def words(self) -> list[str]:
        return [word for cell in self.blocks for block in cell for word in block_words(block)]


class Table:
    """One w:tbl."""

    def __init__(self, element: etree._Element, reader: Reader) -> None:
        self.element = element
        self.rows = [Row(row, reader) for row in children(element, TR)]

    @cached_property
    def signature(self) -> str:
        return "\0table" + joined(row.signature for row in self.rows)

    @cached_property
    def words(self) -> list[str]:
        return [word for row in self.rows for word in row.words]

    @property
    def width(self) -> int:
        """Cells in the widest row."""
        return max((len(row.cells) for row in self.rows), default=0)


Block = Paragraph | Table


def blocks(container: etree._Element, reader: Reader) -> list[Block]:
    """The paragraphs and tables of `container`, in order."""
    return [
        Paragraph(element, reader) if element.tag == P else Table(element, reader)
        for element in children(container, P, TBL)
    ]


def block_words(block: Block) -> list[str]:
    """The words of the block, in order."""
    if isinstance(block, Table):
        return block.words
    return [
        token.text
        for piece in block.pieces
        if isinstance(piece.content, str)
        for token in tokenise(runs_of(piece.content))
        if token.is_word
    ]


def _merged(cell: etree._Element) -> tuple[str, ...]:
    """With what other cells it is merged."""
    properties = cell.find(_CELL)
    if properties is None:
        return ()
    return tuple(f"{child.tag} {child.get(VAL, 'continue')}" for child in properties if child.tag in _SPANS)


def children(container: etree._Element, *tags: str) -> Iterable[etree._Element]:
    """What of these tags `container` holds, in order, through content controls and custom XML."""
    for child in container:
        if child.tag in tags:
            yield child
        elif child.tag == SDT:
            content = child.find(SDT_CONTENT)
            if content is not None:
                yield from children(content, *tags)
        elif child.tag == CUSTOM_XML:
            yield from children(child, *tags)
