"""Documents about a text as Word files: sheets, tables, reports, and a text with what is put after it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from lxml import etree

from app.text.document import Document
from app.text.redline import unchanged
from app.word.clean import NO_LABELS
from app.word.counting import Counting, to_nobody
from app.word.front import Front
from app.word.layout import Block
from app.word.writing.assembly import Desk, bound
from app.word.writing.blocks import blocks_into
from app.word.writing.language import regional


class Paper(NamedTuple):
    """A document about a text: what stands in it, and what stands around that."""

    blocks: Sequence[Block]
    front: Front


def paper_of(paper: Paper, *, counting: Counting = to_nobody) -> bytes:
    """The Word file of `paper`, on the reference document of its front. `counting` is told how many of its paragraphs and
    rows are written. Raises Unreadable."""

    def content(body: etree._Element, desk: Desk) -> None:
        blocks_into(body, paper.blocks, desk)

    return bound(content, {}, paper.front, NO_LABELS, None, counting=counting)


class Tongue(NamedTuple):
    """From character `start` on, the footnotes that read `note` are in `language`."""

    note: str
    start: int
    language: str


def text_and_more(
    document: Document,
    blocks: Sequence[Block],
    front: Front,
    labels: Mapping[str, str],
    reference: bytes | None = None,
    tongues: Iterable[Tongue] = (),
    counting: Counting = to_nobody,
) -> bytes:
    """The Word file of `document` without a mark on it, and of `blocks` after it. `tongues` are the footnotes in another
    language than that of `front`; `counting` is told how many paragraphs of `document` are written."""

    def content(body: etree._Element, desk: Desk) -> None:
        desk.lines.write(body, unchanged(document), {})
        for note, start, language in tongues:
            desk.lines.footnotes.speak(note, start, regional(language))
        blocks_into(body, blocks, replace(desk, counting=to_nobody))

    return bound(content, {}, front, labels, reference, counting=counting)
