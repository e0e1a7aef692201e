"""A paragraph read as pieces: text and things in order, each with its format and the shells it stands in.

Nothing of the content is lost. Runs are not pieces: however Word cut them, the same words in the same format are one
piece. Anchors (bookmarks, comments) are kept beside the pieces, by position, and take no part in the comparison.
"""

from typing import NamedTuple

from lxml import etree

from app.word.compare.canon import Target, form
from app.word.compare.formats import Format, Formats
from app.word.compare.names import (
    CUSTOM_XML,
    ID,
    NOISE,
    PPR,
    RPR,
    RUN,
    SDT,
    SDT_CONTENT,
    SECT,
    SMART_TAG,
    T,
    W,
)
from app.word.ranges import MARKERS

HYPERLINK, FIELD, FLD_CHAR, INSTR = W + "hyperlink", W + "fldSimple", W + "fldChar", W + "instrText"
NOTE_REFERENCES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}
_COMMENT = W + "commentReference"
_DIRECTIONS = frozenset({W + "dir", W + "bdo"})
_LINK_SAYS = frozenset({W + "anchor", W + "docLocation", W + "tgtFrame"})


class Shell(NamedTuple):
    """What stands around runs: a hyperlink, which is content, or a box (content control, direction), which is not."""

    element: etree._Element
    link: str | None


Path = tuple[Shell, ...]


class Thing:
    """What is not text: a tab, a break, a drawing, a note's call, a field, a formula.

    `items` are the contents of a field, with their formats; `element` is the thing itself (for a simple field the
    element it came as, else None for a field); `beside_runs` when it does not stand in a run; `width` in positions.
    """

    __slots__ = ("beside_runs", "element", "items", "key", "width")

    def __init__(
        self,
        key: str,
        element: etree._Element | None,
        items: "tuple[tuple[str | Thing, Format], ...]" = (),
        beside_runs: bool = False,
        width: int = 1,
    ) -> None:
        self.key = key
        self.element = element
        self.items = items
        self.beside_runs = beside_runs
        self.width = width

    @property
    def note(self) -> tuple[str, str] | None:
        """Kind and id of the note it calls."""
        kind = None if self.element is None else NOTE_REFERENCES.get(self.element.tag)
        return (kind, self.element.get(ID, "")) if kind else None


class Piece(NamedTuple):
    content: str | Thing
    format: Format
    path: Path


class Rider(NamedTuple):
    """An anchor and where it stands: after so many characters and things."""

    position: int
    element: etree._Element
    path: Path


class Reader:
    """Reads the paragraphs of one story."""

    def __init__(self, formats: Formats, target: Target, notes: dict[tuple[str, str], str]) -> None:
        """`notes`: what a note says, by kind and id, for those that both documents have."""
        self.formats = formats
        self.target = target
        self.notes = notes

    def key(self, element: etree._Element) -> str:
        """What a thing is: equal for equal things."""
        if element.tag in NOTE_REFERENCES:
            kind = NOTE_REFERENCES[element.tag]
            return f"{kind} {self.notes.get((kind, element.get(ID, '')), '')}"
        if not len(element) and not element.text:
            return repr((element.tag, *form(element, self.target)[1]))
        return repr(form(element, self.target))


class Paragraph:
    """One w:p: its pieces, its riders, its properties, and a signature that says its content without its looks."""

    __slots__ = ("element", "mark", "pieces", "properties", "riders", "section", "signature")

    def __init__(self, element: etree._Element, reader: Reader) -> None:
        self.element = element
        self.pieces: list[Piece] = []
        self.riders: list[Rider] = []
        properties = element.find(PPR)
        self.properties = reader.formats.of_paragraph(properties)
        self.mark = reader.formats.of(None if properties is None else properties.find(RPR))
        self.section = None if properties is None else properties.find(SECT)
        _Reading(self, reader).all()
        said = [piece.content if isinstance(piece.content, str) else f"\0{piece.content.key}\0" for piece in self.pieces]
        links = [f"\0{n}{shell.link}" for n, piece in enumerate(self.pieces) for shell in piece.path if shell.link]
        section = ["\0section"] if self.section is not None else []
        self.signature = "".join(said + links + section)

    def looks_like(self, other: "Paragraph") -> bool:
        """Whether two paragraphs of the same signature look the same."""
        return (
            self.mark.look == other.mark.look
            and self.properties.look == other.properties.look
            and _looks(self.pieces) == _looks(other.pieces)
        )


def _looks(pieces: list[Piece]) -> list[tuple[object, int]]:
    looks: list[tuple[object, int]] = []
    for content, format, _ in pieces:
        text = isinstance(content, str)
        look: object = format.look if text else (format.look, *(item.look for _, item in content.items))
        length = len(content) if text else 1
        if looks and looks[-1][0] == look:
            looks[-1] = (look, looks[-1][1] + length)
        else:
            looks.append((look, length))
    return looks


class _Reading:
    """One pass over the children of a paragraph."""

    def __init__(self, paragraph: Paragraph, reader: Reader) -> None:
        self._paragraph = paragraph
        self._reader = reader
        self._pieces = paragraph.pieces
        self._position = 0
        self._texts: list[str] = []
        self._last: tuple[Format, Path] | None = None

    def all(self) -> None:
        self._children(self._paragraph.element, ())
        self._close()
        _gather_fields(self._pieces)

    def _children(self, element: etree._Element, path: Path) -> None:
        for child in element:
            tag = child.tag
            if tag == RUN:
                self._run(child, path)
            elif tag == PPR or tag in NOISE or not isinstance(tag, str):
                continue
            elif tag in MARKERS:
                self._ride(child, path)
            elif tag == HYPERLINK:
                self._shell(child, child, (*path, Shell(child, self._link(child))))
            elif tag == SDT:
                self._shell(child, child.find(SDT_CONTENT), (*path, Shell(child, None)))
            elif tag in _DIRECTIONS:
                self._shell(child, child, (*path, Shell(child, None)))
            elif tag in (SMART_TAG, CUSTOM_XML):
                self._children(child, path)
            elif tag == FIELD:
                self._simple_field(child, path)
            else:
                self._thing(Thing(self._reader.key(child), child, beside_runs=True), self._reader.formats.none, path)

    def _shell(self, shell: etree._Element, content: etree._Element | None, path: Path) -> None:
        before = self._position, len(self._paragraph.riders)
        if content is not None:
            self._children(content, path)
        if (self._position, len(self._paragraph.riders)) == before and shell.tag == SDT:
            self._ride(shell, path[:-1])

    def _link(self, element: etree._Element) -> str:
        said = sorted((name, value) for name, value in element.items() if name in _LINK_SAYS)
        identifiers = [value for name, value in element.items() if name.startswith("{") and name not in _LINK_SAYS]
        return repr((said, [target for value in identifiers if (target := self._reader.target(value))]))

    def _run(self, run: etree._Element, path: Path) -> None:
        format = self._reader.formats.none
        for child in run:
            tag = child.tag
            if tag == T:
                if child.text:
                    self._text(child.text, format, path)
            elif tag == RPR:
                format = self._reader.formats.of(child)
            elif tag == _COMMENT:
                self._ride(run, path)
            elif tag not in NOISE and isinstance(tag, str):
                self._thing(Thing(self._reader.key(child), child), format, path)

    def _simple_field(self, field: etree._Element, path: Path) -> None:
        inner: list[Piece] = []
        outer, self._pieces = self._pieces, inner
        self._close(outer)
        place = self._position
        self._children(field, path)
        self._close()
        self._pieces, self._position = outer, place
        items = []
        for kind in ("begin", "separate", "end"):
            character = etree.Element(FLD_CHAR)
            character.set(W + "fldCharType", kind)
            items.append((Thing(self._reader.key(character), character), self._reader.formats.none))
        instruction = etree.Element(INSTR)
        instruction.text = field.get(W + "instr", "")
        said = (Thing(self._reader.key(instruction), instruction), self._reader.formats.none)
        whole = (items[0], said, items[1], *((piece.content, piece.format) for piece in inner), items[2])
        self._thing(Thing(_field_key(whole), field, whole, True), self._reader.formats.none, path)

    def _text(self, text: str, format: Format, path: Path) -> None:
        if self._last != (format, path):
            self._close()
            self._last = (format, path)
        self._texts.append(text)
        self._position += len(text)

    def _thing(self, thing: Thing, format: Format, path: Path) -> None:
        self._close()
        self._pieces.append(Piece(thing, format, path))
        self._position += 1

    def _ride(self, element: etree._Element, path: Path) -> None:
        self._paragraph.riders.append(Rider(self._position, element, path))

    def _close(self, pieces: list[Piece] | None = None) -> None:
        if self._texts:
            format, path = self._last
            (self._pieces if pieces is None else pieces).append(Piece("".join(self._texts), format, path))
            self._texts.clear()
        self._last = None


def _field_key(items: tuple[tuple[str | Thing, Format], ...]) -> str:
    return "field " + repr([content if isinstance(content, str) else content.key for content, _ in items])


def _field_character(piece: Piece) -> str | None:
    content = piece.content
    if isinstance(content, str) or content.element is None or content.element.tag != FLD_CHAR:
        return None
    return content.element.get(W + "fldCharType")


def _gather_fields(pieces: list[Piece]) -> None:
    """Makes every field that begins and ends here one thing, in place; one that goes on beyond is left in pieces."""
    if not any(_field_character(piece) == "begin" for piece in pieces):
        return
    place = 0
    while place < len(pieces):
        end = _end_of_field(pieces, place)
        if end is not None:
            inside = pieces[place : end + 1]
            items: list[tuple[str | Thing, Format]] = []
            for content, format, _ in inside:
                nested = content.items if isinstance(content, Thing) and content.items else ((content, format),)
                items.extend(nested)
            width = sum(len(piece.content) if isinstance(piece.content, str) else piece.content.width for piece in inside)
            whole = Thing(_field_key(tuple(items)), None, tuple(items), width=width)
            pieces[place : end + 1] = [Piece(whole, inside[0].format, inside[0].path)]
        place += 1


def _end_of_field(pieces: list[Piece], start: int) -> int | None:
    if _field_character(pieces[start]) != "begin":
        return None
    depth = 0
    for place in range(start, len(pieces)):
        if pieces[place].path != pieces[start].path:
            return None
        kind = _field_character(pieces[place])
        depth += {"begin": 1, "end": -1}.get(kind, 0)
        if depth == 0:
            return place
    return None
