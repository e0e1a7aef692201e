"""Listing the tracked changes and comments of a Word file."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from lxml import etree

from app.word.controls import tracked_controls
from app.word.names import W16DU, local, value, w
from app.word.package import Package, Reason, Unreadable
from app.word.quoting import quotations
from app.word.remarks import Remark, remarks, threads
from app.word.stories import stories
from app.word.wording import walk, words


class Kind(StrEnum):
    """What a tracked change does.

    The kinds of a paragraph speak of its mark: of splitting, joining, adding, removing; those of a control, of the content
    control around words, which are not part of the change.
    """

    INSERTION = "insertion"
    DELETION = "deletion"
    MOVE_FROM = "move_from"
    MOVE_TO = "move_to"
    PARAGRAPH_INSERTION = "paragraph_insertion"
    PARAGRAPH_DELETION = "paragraph_deletion"
    PARAGRAPH_MOVE_FROM = "paragraph_move_from"
    PARAGRAPH_MOVE_TO = "paragraph_move_to"
    ROW_INSERTION = "row_insertion"
    ROW_DELETION = "row_deletion"
    CELL_INSERTION = "cell_insertion"
    CELL_DELETION = "cell_deletion"
    CELL_MERGE = "cell_merge"
    CONTROL_INSERTION = "control_insertion"
    CONTROL_DELETION = "control_deletion"
    CONTROL_MOVE_FROM = "control_move_from"
    CONTROL_MOVE_TO = "control_move_to"
    FORMATTING = "formatting"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Tracked:
    """One tracked change or comment.

    `author` and `date` are as the file has them, None where it was scrubbed; the date is in Word the wall clock of whoever
    wrote, in an unknown zone, whatever it says. `utc` is the instant, where Word kept it. `text` are the words added, taken
    away, moved or formatted, or what a comment says; empty where no words are concerned. `story` says where: body,
    footnotes, endnotes, header, footer, comments; `part` is the part of the file that holds it. `paragraph` counts the
    paragraphs of that part from 0; `before` and `after` are its words without and with all changes in it. `of` says, for
    formatting, of what: run, paragraph, section, table, row, cell, numbering. `quoted` are the words a comment is on;
    `replies` answer it in order.
    """

    kind: Kind
    author: str | None
    date: str | None
    text: str
    story: str
    part: str
    paragraph: int | None = None
    before: str = ""
    after: str = ""
    of: str | None = None
    quoted: str | None = None
    resolved: bool = False
    replies: tuple["Tracked", ...] = ()
    utc: str | None = None

    @property
    def when(self) -> str | None:
        """The instant where it is known, else the wall clock."""
        return self.utc or self.date


_WRAPPING = {"ins": "insertion", "del": "deletion", "moveFrom": "move_from", "moveTo": "move_to"}
_CELLS = {"cellIns": Kind.CELL_INSERTION, "cellDel": Kind.CELL_DELETION, "cellMerge": Kind.CELL_MERGE}
_FORMATTING = {
    "rPrChange": "run",
    "pPrChange": "paragraph",
    "sectPrChange": "section",
    "tblPrChange": "table",
    "tblPrExChange": "table",
    "tblGridChange": "table",
    "trPrChange": "row",
    "tcPrChange": "cell",
    "numberingChange": "numbering",
}
_ARRIVING, _LEAVING = ("ins", "moveTo"), ("del", "moveFrom")
_NAMES = {"footnotes": "footnotes", "endnotes": "endnotes", "hdr": "header", "ftr": "footer", "comments": "comments"}

MOST_SAID = 64_000_000
"""Characters all changes together may speak of: of nested ones each repeats what is in it."""


def changes(data: bytes) -> tuple[Tracked, ...]:
    """Every tracked change and comment of the Word file `data`, story by story, in the order of the text.

    One entry for each revision element Word wrote: what a reader sees as one insertion may be several entries where Word
    cut it at a change of font, and a wholly inserted paragraph is two, its words and its mark. Words that one author
    inserted and another deleted are both. Comments stand where they begin, those that nothing refers to at the end.
    Raises Unreadable.
    """
    package = Package.read(data)
    comments = _Comments(remarks(package))
    listed: list[Tracked] = []
    said = 0
    for name in stories(package):
        for entry in _Story(package.xml(name), name, comments).changes():
            said += len(entry.text)
            if said > MOST_SAID:
                raise Unreadable(Reason.BOMB)
            listed.append(entry)
    return (*listed, *comments.unplaced(package.main))


class _Comments:
    """The conversations of a file, each given out once."""

    def __init__(self, found: list[Remark]) -> None:
        self._found = found
        self._waiting = threads(found)
        self._places: dict[str | None, list[int]] = {}
        for place in self._waiting:
            self._places.setdefault(found[place].id, []).append(place)

    def placed(self, identifier: str | None, story: str, part: str) -> list[Tracked]:
        """The conversations that begin with a comment of this id, if they have not been placed before."""
        return [self._conversation(place, story, part) for place in self._places.pop(identifier, ())]

    def unplaced(self, part: str) -> list[Tracked]:
        """Those that nothing referred to."""
        return [self._conversation(place, "body", part) for place in sorted(self._waiting)]

    def _conversation(self, place: int, story: str, part: str) -> Tracked:
        replies = tuple(self._entry(answer, story, part) for answer in self._waiting.pop(place))
        return replace(self._entry(place, story, part), replies=replies)

    def _entry(self, place: int, story: str, part: str) -> Tracked:
        it = self._found[place]
        return Tracked(Kind.COMMENT, it.author, it.date, it.text, story, part, resolved=it.resolved, utc=it.utc)


class _Story:
    def __init__(self, root: etree._Element, part: str, comments: _Comments) -> None:
        self._root = root
        self._part = part
        self._name = _NAMES.get(local(root), "body")
        self._comments = comments
        self._places: dict[etree._Element, int] = {}
        self._controls: dict[etree._Element, list[tuple[etree._Element, Kind]]] = {}
        # Many changes may be of one row, run or paragraph, and each asks for its words.
        self._words = cache(words)
        self._first_paragraph = cache(_first_paragraph)

    def changes(self) -> Iterator[Tracked]:
        # Walked anew each time: to keep all elements of a large file at hand takes more memory than the file.
        paragraphs = (element for element in walk(self._root) if element.tag == w("p"))
        self._places = {paragraph: place for place, paragraph in enumerate(paragraphs)}
        quoted = quotations(walk(self._root))
        for control, start, done in tracked_controls(walk(self._root)):
            self._controls.setdefault(control, []).append((start, Kind("control_" + done)))
        for element in walk(self._root):
            yield from self._of(element, quoted)

    def _of(self, element: etree._Element, quoted: dict[str | None, str]) -> Iterator[Tracked]:
        name = local(element)
        if name in _WRAPPING:
            yield self._revision(element, _WRAPPING[name])
        elif name in _CELLS:
            yield self._about(element, _CELLS[name], next(element.iterancestors(w("tc")), None))
        elif name in _FORMATTING:
            concerned = element.getparent().getparent() if element.getparent() is not None else None
            has_words = concerned is not None and local(concerned) in ("r", "p", "tr", "tc")
            yield replace(self._about(element, Kind.FORMATTING, concerned, has_words), of=_FORMATTING[name])
        elif name in ("commentRangeStart", "commentReference"):
            yield from self._begun(element, quoted)
        elif element in self._controls:
            for start, kind in self._controls[element]:
                yield self._about(start, kind, element)

    def _revision(self, element: etree._Element, kind: str) -> Tracked:
        holder = element.getparent()
        if holder is not None and local(holder) == "trPr":
            return self._about(element, Kind("row_" + kind), next(element.iterancestors(w("tr")), None))
        if holder is not None and local(holder) == "rPr" and local(holder.getparent()) == "pPr":
            return self._entry(element, Kind("paragraph_" + kind), "", element)
        if holder is not None and local(holder) == "numPr":
            return replace(self._about(element, Kind.FORMATTING, _paragraph(element)), of="numbering")
        if holder is not None and local(holder) == "rPr":
            # So it is with runs of formulas; the tracked properties of a style or list are nobody's words.
            return self._about(element, Kind(kind), holder.getparent())
        return self._entry(element, Kind(kind), words(element), element)

    def _begun(self, element: etree._Element, quoted: dict[str | None, str]) -> Iterator[Tracked]:
        identifier = value(element, "id")
        for entry in self._comments.placed(identifier, self._name, self._part):
            place, before, after = self._place(element)
            yield replace(entry, paragraph=place, before=before, after=after, quoted=quoted.get(identifier))

    def _about(
        self, element: etree._Element, kind: Kind, concerned: etree._Element | None, has_words: bool = True
    ) -> Tracked:
        """A change of the whole of `concerned`; it stands where that begins."""
        if concerned is None:
            return self._entry(element, kind, "", None)
        return self._entry(element, kind, self._words(concerned) if has_words else "", self._first_paragraph(concerned))

    def _entry(self, element: etree._Element, kind: Kind, text: str, within: etree._Element | None) -> Tracked:
        author, date, utc = value(element, "author"), value(element, "date"), element.get(f"{{{W16DU}}}dateUtc")
        place, before, after = self._place(within)
        return Tracked(kind, author, date, text, self._name, self._part, place, before, after, utc=utc)

    def _place(self, element: etree._Element | None) -> tuple[int | None, str, str]:
        if element is None:
            return None, "", ""
        paragraph = _paragraph(element)
        place = None if paragraph is None else self._places.get(paragraph)
        if paragraph is None or place is None:
            return None, "", ""
        return place, self._words(paragraph, _ARRIVING), self._words(paragraph, _LEAVING)


def _paragraph(element: etree._Element) -> etree._Element | None:
    return element if element.tag == w("p") else next(element.iterancestors(w("p")), None)


def _first_paragraph(element: etree._Element) -> etree._Element | None:
    """The first paragraph in `element`; the one it is in, where none is in it or what is in it is a box beside it."""
    inside = None if local(element) == "r" else next(element.iter(w("p")), None)
    return _paragraph(element) if inside is None else inside
