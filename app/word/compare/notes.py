"""Footnotes and endnotes: compared where their call stays, gone or come with it where it does not."""

from itertools import count

from lxml import etree

from app.word.compare.blocks import blocks
from app.word.compare.names import ID, W
from app.word.compare.paragraphs import Reader
from app.word.compare.parts import part_of, put
from app.word.package import Package

KINDS = ("footnote", "endnote")
_NOTE_TYPE = W + "type"


class Notes:
    """The notes of one document."""

    def __init__(self, package: Package, kind: str) -> None:
        self.kind = kind
        self.part = part_of(package, kind + "s")
        self.root = None if self.part is None else package.xml(self.part)

    def by_id(self) -> dict[str, etree._Element]:
        """Notes with text; the separators are none."""
        return {} if self.root is None else notes_in(self.root, self.kind)


def notes_in(root: etree._Element, kind: str) -> dict[str, etree._Element]:
    """The notes with text under `root`, by their ids."""
    notes = root.findall(W + kind)
    return {note.get(ID, ""): note for note in notes if note.get(_NOTE_TYPE, "normal") == "normal"}


def said(notes: dict[str, etree._Element], reader: Reader) -> dict[str, str]:
    """What each note says, by its id."""
    return {identifier: "\0".join(block.signature for block in blocks(note, reader)) for identifier, note in notes.items()}


class Calls:
    """What becomes of the notes that the text calls, gathered while the text is woven."""

    def __init__(self, old: dict[str, etree._Element], new: dict[str, etree._Element]) -> None:
        self._old, self._new = old, new
        self.kept: dict[str, str] = {}
        self.gone: dict[str, None] = {}
        self.come: dict[str, str] = {}
        numbers = [int(key) for key in (*old, *new) if key.lstrip("-").isdigit()]
        self._free = count(max(numbers, default=0) + 1)

    def stays(self, identifier: str, new_identifier: str) -> None:
        if identifier in self._old and new_identifier in self._new:
            self.kept.setdefault(identifier, new_identifier)

    def goes(self, identifier: str) -> None:
        if identifier in self._old:
            self.gone[identifier] = None

    def comes(self, call: etree._Element) -> None:
        """Gives the call of a note a new id in the old document."""
        identifier = call.get(ID, "")
        if identifier in self._new:
            self.come.setdefault(identifier, str(next(self._free)))
            call.set(ID, self.come[identifier])


def added(package: Package, kind: str, new_root: etree._Element) -> str:
    """A part for notes in a package that has none, with the separators under `new_root`; its name."""
    root = etree.Element(new_root.tag, dict(new_root.attrib), nsmap=new_root.nsmap)
    root.extend([note for note in new_root if note.get(_NOTE_TYPE, "normal") != "normal"])
    return put(package, kind + "s", root)
