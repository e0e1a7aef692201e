"""A text in another language, some of it still in its own: every word is tagged with the language it is in."""

from collections.abc import Mapping

from lxml import etree

from app.text.document import Document
from app.text.redline import unchanged
from app.word.counting import Counting, to_nobody
from app.word.front import Front
from app.word.keys import key_in
from app.word.names import value, w
from app.word.writing.assembly import Desk, bound
from app.word.writing.language import regional
from app.word.writing.runs import tongue_into


def translated(
    document: Document,
    front: Front,
    labels: Mapping[str, str],
    foreign: Mapping[str, str],
    reference: bytes | None = None,
    *,
    counting: Counting = to_nobody,
) -> bytes:
    """The Word file of `document` without a mark on it, as `app.word.clean` writes it.

    `foreign` says which paragraphs, by key, are in another language than that of `front`; their first run is not.
    """
    lines = unchanged(document)

    def content(body: etree._Element, desk: Desk) -> None:
        desk.lines.write(body, lines, {})
        for start, line in zip(_beginnings(body), lines, strict=True):
            if line.paragraph.key in foreign:
                for run in _runs_with(start)[1:]:
                    tongue_into(run, regional(foreign[line.paragraph.key]))

    return bound(content, {}, front, labels, reference, counting=counting)


def _beginnings(body: etree._Element) -> list[etree._Element]:
    """The bookmarks that name the paragraphs by their keys, one a paragraph."""
    return [start for start in body.iter(w("bookmarkStart")) if key_in(value(start, "name")) is not None]


def _runs_with(start: etree._Element) -> list[etree._Element]:
    """The runs of the paragraph that begins there; of all its cells, when it is a row of a table."""
    holder = next(start.iterancestors(w("tr"), w("body")))
    return list((holder if holder.tag == w("tr") else start.getparent()).iter(w("r")))
