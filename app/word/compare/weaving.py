"""Writing a stretch of paragraphs as one text with tracked changes, in the old document's tree."""

from collections.abc import Callable
from functools import partial

from lxml import etree

from app.word.compare.atoms import Atoms, Span, of_both
from app.word.compare.canon import Form, form
from app.word.compare.cursor import Cursor
from app.word.compare.ends import close, close_both
from app.word.compare.fields import Items, parted, shown
from app.word.compare.formats import Format
from app.word.compare.line import KEPT, Line
from app.word.compare.marks import Marks
from app.word.compare.names import DEL, INS, P
from app.word.compare.ops import Op, changes
from app.word.compare.paragraphs import Paragraph
from app.word.compare.pieces import Path, Rider, Thing
from app.word.compare.told import Told

Around = tuple[Paragraph | None, Paragraph | None]
"""The paragraph of the old text, and that of the new, in which something stands."""


class Weaving:
    """One stretch, or what one field in it shows, being written."""

    def __init__(
        self, marks: Marks, told: Told, old: Atoms, new: Atoms, cursor: Cursor, stays: Paragraph | None = None
    ) -> None:
        """`stays`: the last paragraph of the old text, where its mark must stay though nothing is left of it."""
        self._marks, self._told = marks, told
        self._old, self._new = old, new
        self._cursor = cursor
        self._stays = stays
        self._line = Line(marks)
        self._field: Path | None = None
        self._outside: Around | None = None
        self._in_one: Callable[[], bool] = bool
        self._twins: dict[int, Path] = {}
        self._ops: list[Op] = []

    def write(self, ops: list[Op]) -> None:
        self._ops = ops
        self._find_twins(ops)
        for status, start, stop, new_start, new_stop in ops:
            if status == KEPT:
                self._keep_all(start, stop, new_start - start)
            elif status == DEL:
                self._lose_all(start, stop)
            else:
                self._gain_all(new_start, new_stop, self._home(start))

    def _ride(self, place: int) -> None:
        for rider in self._old.riders.get(place, ()):
            self._line.ride(rider.element, rider.path)

    def _keep_all(self, start: int, stop: int, shift: int) -> None:
        place = start
        while place < stop:
            self._ride(place)
            old, new = self._old.atoms[place], self._new.atoms[place + shift]
            if old.format is not None and new.format is not None:
                end = min(self._old.stretch(place, stop), self._new.stretch(place + shift, stop + shift) - shift)
                text = self._old.text(place, end)
                if old.format.look == new.format.look:
                    self._line.add(KEPT, text, old.format, None, old.path)
                else:
                    self._keep_text(text, old.format, new.format, old.path, self._around(place, place + shift))
                place = end
                continue
            if old.ends is not None and new.ends is not None:
                self._told.section_stays(old.ends, new.ends)
                close_both(self._marks, self._told.effects, old.ends, new.ends, self._line)
                self._cursor.pass_by(old.ends.element)
            elif old.spans and isinstance(old.spans[0].content, Thing):
                self._keep_thing(place, place + shift)
            else:
                for span, new_format in of_both(self._old.spans(place), self._new.spans(place + shift)):
                    self._keep_span(span, new_format, self._around(place, place + shift))
            place += 1

    def _keep_text(self, text: str, format: Format, new_format: Format, path: Path, around: Around) -> None:
        changed = not self._are_alike(format, new_format, around, text)
        self._line.add(KEPT, text, new_format if changed else format, format if changed else None, path)

    def _around(self, place: int, new_place: int) -> Around:
        """The paragraphs that what stands at the two places stands in."""
        return self._outside or (self._old.paragraph(place), self._new.paragraph(new_place))

    def _are_alike(self, format: Format, new_format: Format, around: Around, text: str | None = None) -> bool:
        """Whether the two look the same there."""
        if format.look == new_format.look:
            return True
        old, new = around
        return old is not None and new is not None and self._told.effects.characters(format, new_format, old, new, text)

    def _keep_span(self, span: Span, new_format: Format, around: Around) -> None:
        if isinstance(span.content, Rider):
            self._line.ride(span.content.element, span.content.path)
        elif isinstance(span.content, str):
            self._keep_text(span.content, span.format, new_format, span.path, around)

    def _keep_thing(self, place: int, new_place: int) -> None:
        old, new = self._old.atoms[place], self._new.atoms[new_place]
        (thing, format, _), (other, new_format, _) = old.spans[0], new.spans[0]
        if not isinstance(thing, Thing) or not isinstance(other, Thing):
            return
        around = self._around(place, new_place)
        if thing.items and not (thing.element is not None and thing.said == other.said and _same_looks(thing, other)):
            self._keep_field(thing, other, old.path, around, partial(self._are_in_one, place, new_place))
            return
        if thing.boxes and not self._are_in_one(place, new_place) and _inside(thing) != _inside(other):
            # Some readers settle no changes in a box where the paragraph around it runs into another.
            for content, status, its_format, path in (
                (thing, DEL, format, old.path),
                (other, INS, new_format, self._path(new.path, self._home(place))),
            ):
                self._told.tell(content, status)
                self._line.add(status, content, its_format, None, path)
            return
        self._told.tell_kept(thing, other)
        changed = not (thing.items or self._are_alike(format, new_format, around))
        self._line.add(KEPT, thing, new_format if changed else format, format if changed else None, old.path)

    def _are_in_one(self, place: int, new_place: int) -> bool:
        """Whether the paragraphs around the two are one: neither was split from another or joined to one."""
        if self._field is not None:
            return self._in_one()
        before = self._old.last_end(place), self._new.last_end(new_place)
        behind = self._old.next_end(place), self._new.next_end(new_place)
        return (before == (None, None) or self._are_kept(*before)) and self._are_kept(*behind)

    def _are_kept(self, place: int | None, new_place: int | None) -> bool:
        """Whether what stands at the two is one thing that stays."""
        if place is None or new_place is None:
            return False
        return any(
            status == KEPT and start <= place < stop and place - start == new_place - new_start
            for status, start, stop, new_start, _ in self._ops
        )

    def _keep_field(self, field: Thing, other: Thing, path: Path, around: Around, in_one: Callable[[], bool]) -> None:
        """A field that stays and shows something else; `in_one`: whether the paragraphs around the two are one."""
        for (is_shown, items), (_, others) in zip(parted(field.items), parted(other.items), strict=True):
            if not is_shown:
                self._keep_instruction(items, others, path, around)
                continue
            atoms, new_atoms = Atoms.of(shown(items, path)), Atoms.of(shown(others, path))
            inside = Weaving(self._marks, self._told, atoms, new_atoms, self._cursor)
            inside._line, inside._field, inside._in_one, inside._outside = self._line, path, in_one, around
            inside.write(changes(atoms, new_atoms, False, False))

    def _keep_instruction(self, items: Items, others: Items, path: Path, around: Around) -> None:
        """The same instruction, which may be cut otherwise: then nobody asks in what letters it stands."""
        cut_alike = len(items) == len(others)
        for place, (item, format) in enumerate(items):
            other, new_format = others[place] if cut_alike else (item, format)
            self._told.tell_kept(item, other)
            changed = not self._are_alike(format, new_format, around)
            self._line.add(KEPT, item, new_format if changed else format, format if changed else None, path)

    def _lose_all(self, start: int, stop: int) -> None:
        place = start
        while place < stop:
            self._ride(place)
            atom = self._old.atoms[place]
            if atom.ends is not None:
                status = KEPT if atom.ends is self._stays else DEL
                close(self._marks, atom.ends, status, atom.ends.element, self._line)
                self._cursor.pass_by(atom.ends.element)
            elif atom.format is not None:
                end = self._old.stretch(place, stop)
                self._line.add(DEL, self._old.text(place, end), atom.format, None, atom.path)
                place = end
                continue
            for content, format, path in atom.spans:
                if isinstance(content, Rider):
                    self._line.ride(content.element, content.path)
                    continue
                self._told.tell(content, DEL)
                self._line.add(DEL, content, format, None, path)
            place += 1

    def _gain_all(self, start: int, stop: int, home: Path) -> None:
        place = start
        while place < stop:
            atom = self._new.atoms[place]
            path = self._path(atom.path, home)
            if atom.ends is not None:
                element = etree.Element(P)
                self._cursor.place(element)
                close(self._marks, atom.ends, INS, element, self._line)
                self._told.section_comes(element, atom.ends)
            elif atom.format is not None:
                end = self._new.stretch(place, stop)
                self._line.add(INS, self._new.text(place, end), atom.format, None, path)
                place = end
                continue
            for content, format, _ in atom.spans:
                if not isinstance(content, Rider):
                    self._told.tell(content, INS)
                    self._line.add(INS, content, format, None, path)
            place += 1

    def _path(self, path: Path, home: Path) -> Path:
        """The shells that inserted content goes into: the old link when its own link stays, else a new one."""
        if self._field is not None:
            return self._field
        for shell in path:
            if shell.link is not None:
                known = self._twins.get(id(shell.element))
                if known is None:
                    known = self._twins[id(shell.element)] = (*home, self._told.shell(shell))
                return known
        return home

    def _home(self, place: int) -> Path:
        """The boxes around both neighbours of a place in the old atoms."""
        before = self._old.atoms[place - 1].path if place else ()
        after = self._old.atoms[place].path if place < len(self._old.atoms) else ()
        common = []
        for shell, other in zip(before, after, strict=False):
            if shell != other or shell.link is not None or shell.is_pending:
                break
            common.append(shell)
        return tuple(common)

    def _find_twins(self, ops: list[Op]) -> None:
        for status, start, stop, new_start, _ in ops if self._new.shelled else ():
            if status == KEPT:
                for offset in range(stop - start):
                    new_path = self._new.atoms[new_start + offset].path
                    if not new_path:
                        continue
                    path = self._old.atoms[start + offset].path
                    links = [n + 1 for n, shell in enumerate(path) if shell.link is not None]
                    for shell in new_path:
                        if shell.link is not None and links:
                            self._twins.setdefault(id(shell.element), path[: links[0]])


def _same_looks(field: Thing, other: Thing) -> bool:
    return [format.look for _, format in field.items] == [format.look for _, format in other.items]


def _inside(thing: Thing) -> list[Form]:
    """What the boxes of a thing hold."""
    return [form(block, str) for box in thing.boxes for block in box.iterchildren(etree.Element)]
