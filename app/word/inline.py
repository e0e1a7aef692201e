"""The words of one paragraph of Word, with their marks and footnotes. Its tracked changes must be settled before."""

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from app.text.runs import NO_MARKS, NOTE_ANCHOR, Mark, Run
from app.word.fields import Fields
from app.word.looks import Styles, descend
from app.word.names import MC, SPACE, M, local, on, value, w
from app.word.omissions import Kind, Tally
from app.word.symbols import symbol
from app.word.unreadable import Reason, Unreadable

_FOLDED = re.compile(r"[ \t]*[\r\n]+[ \t]*")
_PASSED = frozenset(
    ("hyperlink", "smartTag", "customXml", "sdtContent", "fldSimple", "ins", "del", "moveTo", "moveFrom", "bdo", "dir",
     "rubyBase", "subDoc", f"{{{MC}}}Choice", f"{{{MC}}}Fallback")
)  # fmt: skip
_ALTERNATIVES = f"{{{MC}}}AlternateContent"
_BREAKS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_SHOWN_BREAKS = (None, "textWrapping")
_TEXT_BOX = w("txbxContent")

MOST_NOTED = 48_000_000
"""Characters of all notes of a text together: nothing keeps a file from referring to one note without end."""

Notes = Mapping[tuple[str, str | None], str]
"""The text of each note by the kind of reference and its number."""


class Inline:
    """Reads paragraphs of one story, in order."""

    def __init__(self, root: etree._Element, styles: Styles, notes: Notes, tally: Tally) -> None:
        self._fields = Fields(root)
        self._styles = styles
        self._notes = notes
        self._tally = tally
        self._noted = 0

    def runs(self, paragraph: etree._Element, style: str | None) -> list[Run]:
        """The words of `paragraph`; `style` is the paragraph style whose marks count as the author's, if any."""
        return list(self._children(paragraph, style))

    def _children(self, element: etree._Element, style: str | None) -> Iterator[Run]:
        for child in element:
            name = local(child)
            if name == "r":
                yield from self._run(child, style)
            elif name == "sdt":
                if not on(descend(child, "sdtPr", "showingPlcHdr")):
                    yield from self._children(child, style)
            elif name == _ALTERNATIVES:
                yield from self._children(chosen(child), style)
            elif name in _PASSED:
                yield from self._children(child, style)
            elif name in (f"{{{M}}}oMath", f"{{{M}}}oMathPara"):
                self._tally.add(Kind.FORMULA)
                yield Run("".join(text.text or "" for text in child.iter(f"{{{M}}}t")))

    def _run(self, run: etree._Element, style: str | None) -> Iterator[Run]:
        properties = descend(run, "rPr")
        marks = self._styles.marks(properties, style)
        hidden = self._styles.hidden(properties)
        if hidden and any(local(child) == "t" for child in run):
            self._tally.add(Kind.HIDDEN)
        for child in run:
            if local(child) == "fldChar":
                self._fields.pass_by(child)
            elif not hidden and self._fields.shown:
                yield from self._piece(child, marks, style)

    def _piece(self, piece: etree._Element, marks: frozenset[Mark], style: str | None) -> Iterator[Run]:
        name = local(piece)
        if name == "t":
            yield Run(text_of(piece), marks)
        elif name in _BREAKS:
            yield Run(_BREAKS[name], marks)
        elif name == "br":
            # A page or column break is layout, but it still parts the words on its two sides.
            yield Run("\n" if value(piece, "type") in _SHOWN_BREAKS else " ", marks)
        elif name == "sym":
            character = symbol(value(piece, "font"), value(piece, "char"))
            if character is None:
                self._tally.add(Kind.SYMBOL)
            else:
                yield Run(character, marks)
        elif name in ("footnoteReference", "endnoteReference"):
            note = self._notes.get((name, value(piece, "id")))
            if note is not None:
                self._noted += len(note)
                if self._noted > MOST_NOTED:
                    raise Unreadable(Reason.BOMB)
                yield Run(NOTE_ANCHOR, NO_MARKS, note)
        elif name == "ruby":
            yield from self._children(piece, style)
        elif name == _ALTERNATIVES:
            for child in chosen(piece):
                yield from self._piece(child, marks, style)
        elif name in ("drawing", "pict"):
            boxes = sum(1 for _ in piece.iter(_TEXT_BOX))
            self._tally.add(Kind.TEXT_BOX if boxes else Kind.PICTURE, boxes or 1)
        elif name == "object":
            self._tally.add(Kind.EMBEDDED)


def chosen(alternatives: etree._Element) -> etree._Element | list[etree._Element]:
    """The one branch of mc:AlternateContent that counts: the first that is there."""
    branches = [child for child in alternatives if local(child) in (f"{{{MC}}}Choice", f"{{{MC}}}Fallback")]
    return branches[0] if branches else []


def text_of(element: etree._Element) -> str:
    """The text of a w:t. Line ends in it come from pretty printing; other blanks are kept even where Word may drop them."""
    text = "".join(element.itertext())
    if "\n" not in text and "\r" not in text:
        return text
    return _FOLDED.sub(" ", text if element.get(SPACE) == "preserve" else text.strip())
