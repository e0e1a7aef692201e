"""Writing paragraphs and their words."""

from collections.abc import Iterable, Mapping

from lxml import etree

from app.exports.forms.akoma_ntoso.markup import put, say
from app.exports.forms.akoma_ntoso.outline import Part, free, table_in, tag_of
from app.text.paragraph import Paragraph
from app.text.redline import Piece
from app.text.rows import cells
from app.text.runs import Mark, Run
from app.word.writing.markup import legal

_MARKS = ((Mark.BOLD, "b"), (Mark.ITALIC, "i"), (Mark.UNDERLINE, "u"), (Mark.SUPERSCRIPT, "sup"))


class Hand:
    """Writes into one document. `prefix` stands before every id, so that documents in one file do not share any."""

    def __init__(self, labels: Mapping[str, str], prefix: str = "") -> None:
        self.labels = labels
        self.prefix = prefix
        self._notes = 0

    def part(self, parent: etree._Element, part: Part, ids: Mapping[str, str]) -> None:
        """A paragraph of the body and those under it."""
        element = self._numbered(parent, part.tag, part.paragraph, self.prefix + ids[part.paragraph.key])
        holder = "intro" if part.parts else "content"
        if part.tag == "section":
            self.words(put(element, "heading"), part.paragraph.runs)
            content = put(element, holder) if part.rows else None
        else:
            content = put(element, holder)
            self.words(put(content, "p"), part.paragraph.runs)
        if content is not None and part.rows:
            self.table(content, part.rows, ids, f"{self.prefix}{ids[part.paragraph.key]}__")
        for each in part.parts:
            self.part(element, each, ids)

    def table(self, parent: etree._Element, rows: Iterable[Paragraph], ids: Mapping[str, str], above: str) -> None:
        """Rows, whose words stand in their cells. `above` begins the id of the table."""
        table = put(parent, "table", eId=table_in(above))
        for row in rows:
            self._row(table, row, self.prefix + ids[row.key])

    def recital(self, parent: etree._Element, paragraph: Paragraph, identifier: str) -> None:
        self.words(put(self._numbered(parent, "recital", paragraph, identifier), "p"), paragraph.runs)

    def line(self, parent: etree._Element, paragraph: Paragraph, identifier: str, tag: str = "") -> None:
        """A paragraph that is no part of the hierarchy; its words in the element `tag`, where there is one."""
        line = put(parent, "p", eId=identifier, wId=_key(paragraph))
        self.words(put(line, tag) if tag else line, paragraph.runs)

    def alone(self, parent: etree._Element, paragraph: Paragraph, above: str) -> str:
        """A paragraph out of its text, with an id under `above`; the id."""
        tag = tag_of(paragraph)
        identifier = free(tag, self.labels.get(paragraph.key, ""), above, {})
        if tag == "p":
            self.line(parent, paragraph, identifier)
        elif tag == "recital":
            self.recital(parent, paragraph, identifier)
        elif tag == "tr":
            identifier = f"{table_in(above)}__{identifier.removeprefix(above)}"
            self._row(put(parent, "table", eId=table_in(above)), paragraph, identifier)
        else:
            element = self._numbered(parent, tag, paragraph, identifier)
            inside = put(element, "heading") if tag == "section" else put(put(element, "content"), "p")
            self.words(inside, paragraph.runs)
        return identifier

    def words(self, element: etree._Element, runs: Iterable[Run]) -> None:
        for run in runs:
            self._run(element, run)

    def marked(self, element: etree._Element, pieces: Iterable[Piece], change: str) -> None:
        """The words of a redline's line; those that go are in `del` (`change` "del") or those that come in `ins`."""
        for piece in pieces:
            touched = (piece.inserted_by if change == "ins" else piece.deleted_by) is not None
            self._run(put(element, change) if touched else element, piece.run)

    def _row(self, table: etree._Element, row: Paragraph, identifier: str) -> None:
        element = put(table, "tr", eId=identifier, wId=_key(row))
        for cell in cells(row.runs):
            self.words(put(put(element, "th" if row.level else "td"), "p"), cell)

    def _numbered(self, parent: etree._Element, tag: str, paragraph: Paragraph, identifier: str) -> etree._Element:
        element = put(parent, tag, eId=identifier, wId=_key(paragraph))
        if label := self.labels.get(paragraph.key, ""):
            put(element, "num", label)
        return element

    def _run(self, element: etree._Element, run: Run) -> None:
        if run.note is not None:
            self._notes += 1
            marker = str(self._notes)
            identifier = f"{self.prefix}fn_{marker}"
            note = put(element, "authorialNote", eId=identifier, marker=marker, placement="bottom")
            put(note, "p", run.note)
            return
        for mark, tag in _MARKS:
            if mark in run.marks:
                element = put(element, tag)
        first, *lines = legal(run.text).split("\n")
        say(element, first)
        for line in lines:
            put(element, "br")
            say(element, line)


def _key(paragraph: Paragraph) -> str:
    return "_".join(paragraph.key.split()) or "_"
