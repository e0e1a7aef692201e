"""The words of one paragraph of an OpenDocument text, with their marks and footnotes."""

import re
from collections.abc import Iterator
from copy import copy

from lxml import etree

from app.text.normalise import normalise
from app.text.runs import NO_MARKS, NOTE_ANCHOR, Run, plain
from app.word.odt.names import given, named, odf
from app.word.odt.styles import Chain, Styles
from app.word.omissions import Kind, Tally
from app.word.opening import parsed
from app.word.unreadable import Unreadable

_BLANKS = re.compile(r"[ \t\r\n]+")
_MOST_BLANKS = 1_000
_MOST_STYLES = 100
"""Styles asked for what words are like, nearest first: each span in a span brings its own."""
_SILENT = frozenset(
    ("text:tracked-changes", "text:ruby-text", "text:script", "text:alphabetical-index-mark", "text:toc-mark",
     "text:note-citation", "office:annotation", "office:annotation-end", "text:hidden-paragraph", "text:soft-page-break",
     "loext:content-control-properties")
)  # fmt: skip
"""What stands in a paragraph and is not of its words."""


class Inline:
    """Reads paragraphs. `parts` are those of the file: a formula stands in one of its own."""

    def __init__(self, styles: Styles, parts: dict[str, bytes], tally: Tally) -> None:
        self._styles = styles
        self._parts = parts
        self._tally = tally
        self._formulas: dict[str, str | None] = {}
        self._in_note = False

    def runs(self, paragraph: etree._Element, *, styled: bool) -> list[Run]:
        """The words of `paragraph`; `styled` says whether the marks of its own style count as the author's."""
        style = given(paragraph, "text:style-name")
        chain = self._styles.chain("paragraph", style)
        if self._styles.hidden(chain) and "".join(paragraph.itertext()).strip():
            self._tally.add(Kind.HIDDEN)
            return []
        return list(_folded(self._within(paragraph, chain if styled else ())))

    def _within(self, element: etree._Element, chain: Chain) -> Iterator[Run | str]:
        """Blanks that are meant come as plain strings; other words as runs, whose blanks are still to be folded."""
        marks = self._styles.marks(chain)
        yield _loose(element.text, marks)
        for child in element:
            yield from self._child(child, chain)
            yield _loose(child.tail, marks)

    def _child(self, child: etree._Element, chain: Chain) -> Iterator[Run | str]:
        name = named(child)
        if not name or name in _SILENT:
            return
        if name == "text:s":
            count = given(child, "text:c") or "1"
            yield " " * (min(int(count), _MOST_BLANKS) if count.isdecimal() and len(count) < 6 else 1)
        elif name in ("text:tab", "text:line-break"):
            yield "\t" if name == "text:tab" else "\n"
        elif name == "text:note":
            yield from self._note(child)
        elif name in ("text:span", "text:a", "text:meta", "text:meta-field", "text:ruby"):
            inner = (self._styles.chain("text", given(child, "text:style-name")) + chain)[:_MOST_STYLES]
            if self._styles.hidden(inner):
                self._tally.add(Kind.HIDDEN)
            else:
                yield from self._within(child, inner)
        elif name == "text:hidden-text":
            self._tally.add(Kind.HIDDEN)
        elif name.startswith(("draw:", "dr3d:")):
            yield from self._drawn(child, chain)
        else:
            yield from self._within(child, chain)

    def _note(self, note: etree._Element) -> Iterator[Run]:
        # The lines of a note within a note are among those of the outer one.
        if self._in_note:
            return
        body = note.find(odf("text:note-body"))
        lines: list[str] = []
        # What a note leaves out is not counted twice: it stands below the page, not in the text.
        quiet = copy(self)
        quiet._tally, quiet._in_note = Tally(), True
        for line in body.iter(odf("text:p"), odf("text:h")) if body is not None else ():
            lines.append(normalise(plain(quiet.runs(line, styled=False))).strip())
        if text := "\n".join(filter(None, lines)):
            yield Run(NOTE_ANCHOR, NO_MARKS, text)

    def _drawn(self, drawing: etree._Element, chain: Chain) -> Iterator[Run | str]:
        formula = self._formula(drawing)
        if formula is not None:
            self._tally.add(Kind.FORMULA)
            yield _loose(formula, NO_MARKS)
        elif named(drawing) == "draw:a":
            for child in drawing:
                yield from self._child(child, chain)
        else:
            boxes = sum(1 for _ in drawing.iter(odf("draw:text-box")))
            inside = any(True for _ in drawing.iter(odf("draw:object"), odf("draw:object-ole"), odf("draw:plugin")))
            self._tally.add(Kind.TEXT_BOX if boxes else Kind.EMBEDDED if inside else Kind.PICTURE, boxes or 1)

    def _formula(self, drawing: etree._Element) -> str | None:
        for item in drawing.iter(odf("draw:object")):
            math = next(item.iter(odf("math:math")), None)
            formula = self._stored(given(item, "xlink:href") or "") if math is None else _signs(math)
            if formula is not None:
                return formula
        return None

    def _stored(self, reference: str) -> str | None:
        """The formula in the object that stands in a part of its own, read once however often it is shown."""
        part = f"{reference.removeprefix('./').rstrip('/')}/content.xml"
        if part in self._parts and part not in self._formulas:
            try:
                self._formulas[part] = _signs(parsed(self._parts[part]))
            except Unreadable:
                self._formulas[part] = None
        return self._formulas.get(part)


def _signs(math: etree._Element) -> str | None:
    if named(math) != "math:math":
        return None
    signs = math.iter(odf("math:mi"), odf("math:mn"), odf("math:mo"), odf("math:mtext"))
    return "".join("".join(sign.itertext()).strip() for sign in signs)


def _loose(text: str | None, marks: frozenset) -> Run:
    return Run(_BLANKS.sub(" ", text or "").replace(NOTE_ANCHOR, ""), marks)


def _folded(pieces: Iterator[Run | str]) -> Iterator[Run]:
    """The runs with blanks folded as the format says: several in a row are one, and none is first in the paragraph."""
    blank = True
    for piece in pieces:
        if isinstance(piece, str):
            yield Run(piece)
            blank = False
        elif piece.note is not None:
            yield piece
            blank = False
        elif text := piece.text[1:] if blank and piece.text.startswith(" ") else piece.text:
            yield Run(text, piece.marks)
            blank = text.endswith(" ")
