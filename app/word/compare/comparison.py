"""One comparison of two packages: which stories are woven, in which order, and what they share."""

from collections import Counter
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from app.word.compare.canon import targets
from app.word.compare.carry import Carrier, Drawings
from app.word.compare.containers import Containers
from app.word.compare.controls import mark_gone
from app.word.compare.definitions import define
from app.word.compare.effects import Effects
from app.word.compare.formats import Formats, Looks
from app.word.compare.headers import Headers
from app.word.compare.layouts import Layouts
from app.word.compare.marks import Marks
from app.word.compare.names import ID, SECT, W
from app.word.compare.notes import KINDS, Calls, Notes, added, notes_in, said
from app.word.compare.paragraphs import Reader
from app.word.compare.pending import Pending
from app.word.compare.settings import name_separators
from app.word.compare.stories import opened
from app.word.compare.styles import Names
from app.word.compare.told import Told
from app.word.compare.weave import Weaver
from app.word.opening import serialised
from app.word.package import Package

_BODY = W + "body"


@dataclass
class _Story:
    part: str
    root: etree._Element
    """Takes the place of the part's root when anything was marked."""
    told: Told
    pending: Pending
    marks_before: int

    @property
    def containers(self) -> Containers:
        return self.told.containers


class Comparison:
    """Weaves the new package into the old one, which is changed in place."""

    def __init__(self, old: Package, new: Package, marks: Marks) -> None:
        self._old, self._new = old, new
        self._marks = marks
        self._drawings = Drawings(old)
        self._names = Names(old, new)
        looks = Looks()
        self._formats = Formats(looks, lambda properties: None, self._names.is_default)
        self._new_formats = Formats(looks, self._names.rename, self._names.is_default)
        self._effects = Effects(old, new, self._names, self._formats, self._new_formats)
        self._layouts = Layouts(marks, self._formats, self._new_formats, self._effects)
        self._notes = {kind: (Notes(old, kind), Notes(new, kind)) for kind in KINDS}
        self._calls = {kind: Calls(mine.by_id(), theirs.by_id()) for kind, (mine, theirs) in self._notes.items()}
        self._said = self._shared_notes()

    def run(self) -> None:
        """Marks every story: the body, then headers and footers, then the notes that those call."""
        old_main, new_main = self._old.main, self._new.main
        body = self._open(old_main, new_main)
        headers = body.told.headers = Headers(self._old, body.root, self._new, self._new.xml(new_main))
        there, new_there = body.root.find(_BODY), self._new.xml(new_main).find(_BODY)
        if there is not None and new_there is not None:
            body.containers.weave(there, new_there)
            section, new_section = there.find(SECT), new_there.find(SECT)
            if section is not None and new_section is not None:
                body.told.sections_meet(section, new_section)
        self._close(body, headers.settle())
        for part, new_part in headers.pairs.items():
            story = self._open(part, new_part)
            # What comes is taken out of the new header, and that may be the new one of several.
            new = etree.Element(story.root.tag) if new_part is None else deepcopy(self._new.xml(new_part))
            story.containers.weave(story.root, new)
            self._close(story)
        for kind in KINDS:
            self._weave_notes(kind)
        define(self._old, self._new, self._layouts)

    def _weave_notes(self, kind: str) -> None:
        calls, (mine, theirs) = self._calls[kind], self._notes[kind]
        if not (calls.kept or calls.gone or calls.come):
            return
        if mine.part is None and theirs.part is not None:
            mine.part = added(self._old, kind, self._new.xml(theirs.part))
            name_separators(self._old, self._new, kind)
        if mine.part is None:
            return
        story = self._open(mine.part, theirs.part)
        notes, new_notes = notes_in(story.root, kind), theirs.by_id()
        for identifier, new_identifier in calls.kept.items():
            story.containers.weave(notes[identifier], new_notes[new_identifier])
        for identifier in calls.gone:
            if identifier not in calls.kept:
                story.containers.goes(notes[identifier])
        for new_identifier, identifier in calls.come.items():
            note = new_notes[new_identifier]
            note.set(ID, identifier)
            story.root.append(note)
            story.containers.comes(note)
        self._close(story)

    def _open(self, part: str, new_part: str | None) -> _Story:
        new_root = None if new_part is None else self._new.xml(new_part)
        carrier = Carrier(self._old, part, self._new, new_part or "", self._drawings)
        told = Told(self._calls, self._names, self._layouts, self._effects, carrier)
        weaver = Weaver(self._marks, told)
        mine, theirs = self._said
        reader = Reader(self._formats, targets(self._old, part), mine)
        new_reader = Reader(self._new_formats, targets(self._new, new_part or ""), theirs)
        told.containers = Containers(weaver, self._names, self._layouts, reader, new_reader)
        root = opened(self._old, part, new_root)
        return _Story(part, root, told, Pending(root), self._marks.made)

    def _close(self, story: _Story, changed: bool = False) -> None:
        """Puts the marked story in place of the old one, or leaves the old one as it was unless it was `changed`."""
        if changed or self._marks.made > story.marks_before:
            mark_gone(story.root, self._marks)
            story.pending.restore()
            self._old.parts[story.part] = serialised(story.root)

    def _shared_notes(self) -> tuple[dict[tuple[str, str], str], dict[tuple[str, str], str]]:
        """What a note says, by kind and id, in each document, where it is the only one and the other has just one too."""
        mine: dict[tuple[str, str], str] = {}
        theirs: dict[tuple[str, str], str] = {}
        for kind, (old, new) in self._notes.items():
            readers = (
                Reader(self._formats, targets(self._old, old.part or ""), {}),
                Reader(self._new_formats, targets(self._new, new.part or ""), {}),
            )
            texts, new_texts = said(old.by_id(), readers[0]), said(new.by_id(), readers[1])
            once, new_once = Counter(texts.values()), Counter(new_texts.values())
            both = {text for text, number in once.items() if number == 1 and new_once[text] == 1}
            mine |= {(kind, key): text for key, text in texts.items() if text in both}
            theirs |= {(kind, key): text for key, text in new_texts.items() if text in both}
        return mine, theirs
