"""A paragraph read as pieces: text and things in order, each with its format and the shells it stands in.

Nothing of the content is lost. Runs are not pieces: however Word cut them, the same words in the same format are one
piece. Anchors (bookmarks, comments) are kept beside the pieces, by position, and take no part in the comparison.
"""

from lxml import etree

from app.word.compare.canon import Target, boxes_of, form, join_runs
from app.word.compare.fields import FLD_CHAR, INSTR, field, gather_fields
from app.word.compare.formats import Format, Formats
from app.word.compare.names import (
    ARRIVING,
    CUSTOM_XML,
    HELD,
    ID,
    LEAVING,
    MC,
    NOISE,
    PPR,
    RPR,
    RUBY,
    RUN,
    SDT,
    SDT_CONTENT,
    SECT,
    SMART_TAG,
    T,
    W,
)
from app.word.compare.pictures import picture_key
from app.word.compare.pieces import NOTE_REFERENCES, Path, Piece, Rider, Shell, Thing
from app.word.ranges import MARKERS

HYPERLINK, FIELD = W + "hyperlink", W + "fldSimple"
_COMMENT = W + "commentReference"
_DRAWN = frozenset({MC + "AlternateContent", W + "drawing", W + "pict", W + "object"})
_DIRECTIONS = frozenset({W + "dir", W + "bdo"})
_LINK_SAYS = frozenset({W + "anchor", W + "docLocation", W + "tgtFrame"})


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
        if element.tag == RUBY:
            element = self.formats.in_old_names(element)
            join_runs(element)
        if not len(element) and not element.text:
            return repr((element.tag, *form(element, self.target)[1]))
        return repr(form(element, self.target))


class Paragraph:
    """One w:p: its pieces, its riders, its properties, and a signature that says its content without its looks.

    `pending` is what somebody else tracks of its mark.
    """

    __slots__ = ("boxed", "element", "layout", "mark", "pending", "pieces", "properties", "riders", "section", "signature")

    def __init__(self, element: etree._Element, reader: Reader) -> None:
        self.element = element
        self.boxed = False
        self.pieces: list[Piece] = []
        self.riders: list[Rider] = []
        properties = _properties(element)
        self.properties = reader.formats.of_paragraph(properties)
        mark = None if properties is None else properties.find(RPR)
        self.mark = reader.formats.of(mark)
        self.pending = [] if mark is None else [child for child in mark if child.tag in ARRIVING or child.tag in LEAVING]
        self.section = None if properties is None else properties.find(SECT)
        self.layout = 0 if self.section is None else reader.formats.of_layout(self.section).look
        _Reading(self, reader).all()
        said = [piece.content if isinstance(piece.content, str) else f"\0{piece.content.said}\0" for piece in self.pieces]
        links = [f"\0{n}{shell.link}" for n, piece in enumerate(self.pieces) for shell in piece.path if shell.link]
        section = ["\0section"] if self.section is not None else []
        self.signature = "".join(said + links + section)

    def looks_like(self, other: "Paragraph") -> bool:
        """Whether two paragraphs of the same signature look the same, all of it; not known of drawings with text."""
        return (
            self.mark.look == other.mark.look
            and self.properties.look == other.properties.look
            and self.layout == other.layout
            and not self.boxed
            and _looks(self.pieces) == _looks(other.pieces)
        )


def _properties(element: etree._Element) -> etree._Element | None:
    """The w:pPr, which comes first: every paragraph is asked for it, and to search would take longer than to look."""
    for child in element:
        if isinstance(child.tag, str):
            return child if child.tag == PPR else None
    return None


def _looks(pieces: list[Piece]) -> list[tuple[object, int]]:
    looks: list[tuple[object, int]] = []
    for content, format, _ in pieces:
        look: object = format.look
        length = len(content) if isinstance(content, str) else 1
        if isinstance(content, Thing):
            look = (format.look, *(item.look for _, item in content.items))
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
        gather_fields(self._pieces, [rider.position for rider in self._paragraph.riders if rider.is_held])

    def _children(self, element: etree._Element, path: Path) -> None:
        for child in element:
            tag = child.tag
            if tag == RUN:
                self._run(child, path)
            elif tag == PPR or tag in NOISE or not isinstance(tag, str):
                continue
            elif tag in MARKERS or tag in HELD:
                self._ride(child, path)
            elif tag in ARRIVING:
                self._shell(child, child, (*path, Shell(child, None)))
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
        if (self._position, len(self._paragraph.riders)) == before and (shell.tag == SDT or shell.tag in ARRIVING):
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
                self._thing(self._drawn(child) if tag in _DRAWN else Thing(self._reader.key(child), child), format, path)

    def _drawn(self, element: etree._Element) -> Thing:
        """What may hold text boxes."""
        key = picture_key(element, self._reader.target) or self._reader.key(element)
        boxes = boxes_of(element)
        if not boxes:
            return Thing(key, element)
        self._paragraph.boxed = True
        said = "".join(text.text or "" for box in boxes for text in box.iter(T))
        return Thing(key, element, boxes=boxes, said=f"{key} {said}")

    def _simple_field(self, element: etree._Element, path: Path) -> None:
        inner: list[Piece] = []
        outer, self._pieces = self._pieces, inner
        self._close(outer)
        place = self._position
        self._children(element, path)
        self._close()
        self._pieces, self._position = outer, place
        items = []
        for kind in ("begin", "separate", "end"):
            character = etree.Element(FLD_CHAR)
            character.set(W + "fldCharType", kind)
            items.append((Thing(self._reader.key(character), character), self._reader.formats.none))
        instruction = etree.Element(INSTR)
        instruction.text = element.get(W + "instr", "")
        said = (Thing(self._reader.key(instruction), instruction), self._reader.formats.none)
        whole = (items[0], said, items[1], *((piece.content, piece.format) for piece in inner), items[2])
        self._thing(field(whole, path, 1, element), self._reader.formats.none, path)

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
        rider = Rider(self._position, element, path)
        if rider.is_held:
            self._close()
        self._paragraph.riders.append(rider)

    def _close(self, pieces: list[Piece] | None = None) -> None:
        if self._last is not None:
            format, path = self._last
            (self._pieces if pieces is None else pieces).append(Piece("".join(self._texts), format, path))
            self._texts.clear()
        self._last = None
