"""Runs: words with their marks as w:r."""

import re

from lxml import etree

from app.text.runs import Mark, Run
from app.word.names import SPACE
from app.word.writing.markup import W, legal, name, put

_BREAKS = re.compile("(\t|\r\n|\n|\r)")
_BETWEEN_NOTES = "60"
"""Three points, in twentieths."""
_AFTER_SPACING = (name("u"), name("vertAlign"))
_MARKS: tuple[tuple[Mark, tuple[tuple[str, str | None], ...]], ...] = (
    (Mark.BOLD, (("b", None), ("bCs", None))),
    (Mark.ITALIC, (("i", None), ("iCs", None))),
    (Mark.UNDERLINE, (("u", "single"),)),
    (Mark.SUPERSCRIPT, (("vertAlign", "superscript"),)),
)


def run_into(parent: etree._Element, run: Run, *, style: str | None = None) -> etree._Element:
    """A new last child w:r of `parent` that looks as `run` does, without its words."""
    element = put(parent, "r")
    if run.marks or style:
        look = put(element, "rPr")
        if style:
            put(look, "rStyle", val=style)
        for mark, tags in _MARKS:
            if mark in run.marks:
                for tag, value in tags:
                    put(look, tag, **({} if value is None else {"val": value}))
    return element


def part_notes(parent: etree._Element) -> None:
    """Keeps the next footnote of `parent` off one that stands right before it: notes 1 and 2 would read as 12."""
    last = parent[-1] if len(parent) else None
    if last is None or last.find(name("footnoteReference")) is None:
        return
    look = last.find(name("rPr"))
    if look is not None:
        spacing = etree.Element(name("spacing"), {name("val"): _BETWEEN_NOTES})
        behind = next((place for place, each in enumerate(look) if each.tag in _AFTER_SPACING), len(look))
        look.insert(behind, spacing)


def tongue_into(element: etree._Element, language: str) -> None:
    """Says that the words of the w:r `element` are in `language`, a tag with its region."""
    look = element.find(name("rPr"))
    if look is None:
        look = etree.Element(name("rPr"))
        element.insert(0, look)
    put(look, "lang", val=language)


def text_into(element: etree._Element, text: str, *, deleted: bool = False) -> None:
    """The words `text` as the content of the w:r `element`; tabs and line ends as Word has them."""
    for piece in _BREAKS.split(legal(text)):
        if piece == "\t":
            put(element, "tab")
        elif piece in ("\n", "\r", "\r\n"):
            put(element, "br")
        elif piece:
            words = etree.SubElement(element, f"{{{W}}}delText" if deleted else f"{{{W}}}t")
            words.text = piece
            if piece != piece.strip():
                words.set(SPACE, "preserve")
