"""What follows, beyond the paragraph it stands in, when a thing or a section stays, goes or comes."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from lxml import etree

from app.word.compare.carry import Carrier
from app.word.compare.effects import Effects
from app.word.compare.headers import Headers
from app.word.compare.layouts import Layouts
from app.word.compare.names import INS, PPR, SECT
from app.word.compare.notes import Calls
from app.word.compare.paragraphs import Paragraph
from app.word.compare.pieces import Shell, Thing
from app.word.compare.styles import Names

if TYPE_CHECKING:
    from app.word.compare.containers import Containers


class Told:
    """Is told by the weaver of one story; `containers` weave that story, and the text in its drawings.

    `effects`: what a change of properties would change.
    """

    containers: "Containers"
    headers: Headers | None = None
    """Of the body alone: elsewhere there are no sections."""

    def __init__(
        self, calls: Mapping[str, Calls], names: Names, layouts: Layouts, effects: Effects, carrier: Carrier
    ) -> None:
        self._calls, self._names, self._layouts, self._carrier = calls, names, layouts, carrier
        self.effects = effects

    def tell(self, content: str | Thing, status: str) -> None:
        """Of what comes (INS) or goes (DEL), with what is in it."""
        if isinstance(content, Thing):
            for thing in (content, *(item for item, _ in content.items if isinstance(item, Thing))):
                (self.comes if status == INS else self.goes)(thing)

    def tell_kept(self, old: str | Thing, new: str | Thing) -> None:
        """Of what stays and shows the same."""
        if isinstance(old, Thing) and isinstance(new, Thing):
            self.stays(old, new)
            for (item, _), (other, _) in zip(old.items, new.items, strict=False):
                self.tell_kept(item, other)

    def stays(self, thing: Thing, other: Thing) -> None:
        if thing.note and other.note:
            self._calls[thing.note[0]].stays(thing.note[1], other.note[1])
        for box, new_box in zip(thing.boxes, other.boxes, strict=True):
            self.containers.weave(box, new_box)

    def goes(self, thing: Thing) -> None:
        if thing.note:
            self._calls[thing.note[0]].goes(thing.note[1])
        for box in thing.boxes:
            self.containers.weave(box, etree.Element(box.tag))

    def comes(self, thing: Thing) -> None:
        if thing.note:
            self._calls[thing.note[0]].comes(thing.element)
        elif thing.element is not None:
            self._carrier.carry(thing.element)
            if not thing.boxes:
                self._names.rename(thing.element)
        for box in thing.boxes:
            self.containers.comes(box)

    def shell(self, shell: Shell) -> Shell:
        """A shell of the new document made fit for the old one's package."""
        return self._carrier.shell(shell)

    def section_stays(self, old: Paragraph, new: Paragraph) -> None:
        if old.section is not None and new.section is not None:
            self.sections_meet(old.section, new.section)

    def sections_meet(self, old: etree._Element, new: etree._Element) -> None:
        self._layouts.section(old, new)
        if self.headers is not None:
            self.headers.stays(old, new)

    def section_comes(self, element: etree._Element, paragraph: Paragraph) -> None:
        """`paragraph` of the new document stands in the old one as `element`."""
        section = element.find(f"{PPR}/{SECT}")
        if self.headers is not None and section is not None and paragraph.section is not None:
            self.headers.comes(section, paragraph.section)
