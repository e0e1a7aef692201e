"""Footnotes: the texts, and the two rules Word draws above them."""

from collections.abc import Hashable

from lxml import etree

from app.word.names import SPACE
from app.word.writing.markup import put, root, written
from app.word.writing.revisions import Revisions
from app.word.writing.runs import text_into, tongue_into

TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
SEPARATORS = ("-1", "0")
"""The ids of the two rules, which the settings name too."""


class Footnotes:
    """The notes of one document, numbered from 1 as they come."""

    def __init__(self, revisions: Revisions, text_style: str, reference_style: str) -> None:
        self.reference_style = reference_style
        self._text_style = text_style
        self._revisions = revisions
        self._root = root("footnotes", "w", "w16du")
        self._last = 0
        self._written: list[tuple[str, etree._Element]] = []
        for identifier, rule in zip(SEPARATORS, ("separator", "continuationSeparator"), strict=True):
            note = put(self._root, "footnote", type=rule, id=identifier)
            put(put(put(note, "p"), "r"), rule)

    def __bool__(self) -> bool:
        return self._last > 0

    def add(self, text: str, inserted_by: Hashable | None, deleted_by: Hashable | None) -> str:
        """The id of a new note; its text comes and goes with the changes that bring or take its number."""
        self._last += 1
        paragraph = put(put(self._root, "footnote", id=str(self._last)), "p")
        put(put(paragraph, "pPr"), "pStyle", val=self._text_style)
        parent: etree._Element = paragraph
        if inserted_by is not None:
            parent = self._revisions.signed(parent, "ins", inserted_by)
        if deleted_by is not None:
            parent = self._revisions.signed(parent, "del", deleted_by)
        number = put(parent, "r")
        put(put(number, "rPr"), "rStyle", val=self.reference_style)
        put(number, "footnoteRef")
        blank = put(put(parent, "r"), "delText" if deleted_by is not None else "t")
        blank.set(SPACE, "preserve")
        blank.text = " "
        words = put(parent, "r")
        text_into(words, text, deleted=deleted_by is not None)
        self._written.append((text, words))
        return str(self._last)

    def speak(self, text: str, start: int, language: str) -> None:
        """The words of each note that reads `text` are in `language`, a tag with its region, from character `start` on."""
        for _, words in [each for each in self._written if each[0] == text]:
            rest = etree.Element(words.tag)
            words.addnext(rest)
            for child in list(words):
                words.remove(child)
            text_into(words, text[:start])
            text_into(rest, text[start:])
            tongue_into(rest, language)

    def part(self) -> bytes:
        return written(self._root)
