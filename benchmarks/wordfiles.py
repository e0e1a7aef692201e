"""What a Word file says and looks like, paragraph by paragraph, and what of it is marked. Knows nothing of ours."""

import zipfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from lxml import etree
from rapidfuzz.distance import Indel

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COME, _GONE = ("ins", "moveTo"), ("del", "moveFrom")
_SIGNS = {_W + "tab": "\t", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "\u2011", _W + "softHyphen": "\u00ad"}
_NOTE = "\x02"

Look = tuple[str, bool, tuple[tuple[tuple[bool, bool], str], ...]]
"""A paragraph: its style, whether it is numbered, and its words by whether they are bold and italic."""


def text(look: Look) -> str:
    return "".join(words for _, words in look[2])


def looks(file: Path) -> list[Look]:
    """The paragraphs of the body, and those of the footnotes in the order in which it calls them."""
    return [_look(paragraph) for paragraph in _paragraphs(file)]


def marked(file: Path) -> int:
    """How many words stand in insertions and deletions, those of tracked rows of tables included."""
    count = 0
    for paragraph in _paragraphs(file):
        row = _row(paragraph)
        pieces = ((words, row or _status(run)) for words, run in _words(paragraph))
        for status, group in groupby(pieces, key=lambda piece: piece[1]):
            if status in ("+", "-"):
                count += len("".join(words for words, _ in group).replace(_NOTE, "").split())
    return count


def authors(file: Path) -> set[str]:
    """Who made the tracked changes in the text."""
    tags = [_W + name for name in (*_COME, *_GONE)]
    return {mark.get(_W + "author", "") for paragraph in _paragraphs(file) for mark in paragraph.iter(*tags)}


def least(old: Path, new: Path) -> int:
    """The fewest words that any redline between the two could mark."""
    numbers: dict[str, int] = {}
    sides = []
    for file in (old, new):
        words = (word for look in looks(file) for word in text(look).replace(_NOTE, "").split())
        sides.append([numbers.setdefault(word, len(numbers)) for word in words])
    return Indel.distance(*sides)


def _paragraphs(file: Path) -> Iterator[etree._Element]:
    parser = etree.XMLParser(huge_tree=True)
    with zipfile.ZipFile(file) as archive:
        body = etree.fromstring(archive.read("word/document.xml"), parser)
        there = "word/footnotes.xml" in archive.namelist()
        notes = etree.fromstring(archive.read("word/footnotes.xml"), parser) if there else None
    yield from body.iter(_W + "p")
    if notes is None:
        return
    by_id = {note.get(_W + "id"): note for note in notes.iter(_W + "footnote")}
    for call in body.iter(_W + "footnoteReference"):
        note = by_id.get(call.get(_W + "id"))
        if note is not None:
            yield from note.iter(_W + "p")


def _words(paragraph: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Each piece of text with its run."""
    for run in paragraph.iter(_W + "r"):
        for piece in run:
            if piece.tag in (_W + "t", _W + "delText"):
                yield piece.text or "", run
            elif piece.tag == _W + "footnoteReference":
                yield _NOTE, run
            elif piece.tag in _SIGNS:
                yield _SIGNS[piece.tag], run


def _look(paragraph: etree._Element) -> Look:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    number = paragraph.find(f"{_W}pPr/{_W}numPr")
    chosen = None if number is None else number.find(_W + "numId")
    numbered = number is not None and (chosen is None or chosen.get(_W + "val") != "0")
    pieces = ((words, (_on(run, "b"), _on(run, "i"))) for words, run in _words(paragraph) if words)
    groups = groupby(pieces, key=lambda piece: piece[1])
    runs = tuple((shape, "".join(words for words, _ in group)) for shape, group in groups)
    return "Normal" if style is None else style.get(_W + "val", "Normal"), numbered, runs


def _on(run: etree._Element, name: str) -> bool:
    found = run.find(f"{_W}rPr/{_W}{name}")
    return found is not None and found.get(_W + "val", "1") not in ("0", "false", "none")


def _status(run: etree._Element) -> str:
    """ "+" of what comes, "-" of what goes, "" of what stays; both of what comes and goes again."""
    tags = {above.tag for above in run.iterancestors() if above.tag != _W + "p"}
    come, gone = (any(_W + name in tags for name in names) for names in (_COME, _GONE))
    return "+" * come + "-" * gone


def _row(paragraph: etree._Element) -> str:
    row = next(paragraph.iterancestors(_W + "tr"), None)
    properties = None if row is None else row.find(_W + "trPr")
    if properties is None:
        return ""
    return "+" if properties.find(_W + "ins") is not None else "-" if properties.find(_W + "del") is not None else ""
