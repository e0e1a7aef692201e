"""A text in another language, some of it still in its own: every word is tagged with the language it is in."""

from collections.abc import Mapping

from lxml import etree

from app.text.document import Document
from app.text.redline import Line, Piece
from app.word.front import Front
from app.word.names import w
from app.word.writing.assembly import Desk, bound
from app.word.writing.language import regional
from app.word.writing.runs import tongue_into


def translated(
    document: Document,
    front: Front,
    labels: Mapping[str, str],
    foreign: Mapping[str, str],
    reference: bytes | None = None,
) -> bytes:
    """The Word file of `document` without a mark on it, as `app.word.clean` writes it.

    `foreign` says which paragraphs, by key, are in another language than that of `front`; their first run is not.
    """
    lines = [Line(paragraph, tuple(Piece(run) for run in paragraph.runs)) for paragraph in document]

    def content(body: etree._Element, desk: Desk) -> None:
        desk.lines.write(body, lines, {})
        for element, line in zip(body.iterfind(w("p")), lines, strict=False):
            language = foreign.get(line.paragraph.key)
            for run in element.findall(w("r"))[1:] if language else ():
                tongue_into(run, regional(language or ""))

    return bound(content, {}, front, labels, reference)
