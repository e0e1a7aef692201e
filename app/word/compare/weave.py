"""Stretches of paragraphs written with tracked changes, in the old document's tree."""

from collections.abc import Iterable

from app.word.compare.align import Stretch
from app.word.compare.atoms import Atoms
from app.word.compare.cursor import Cursor
from app.word.compare.ends import close
from app.word.compare.line import Line
from app.word.compare.marks import Marks
from app.word.compare.names import DEL
from app.word.compare.ops import changes
from app.word.compare.paragraphs import Paragraph
from app.word.compare.pieces import Thing
from app.word.compare.told import Told
from app.word.compare.weaving import Weaving


class Weaver:
    """Writes stretches. `told` hears of every thing and every section that stays, goes or comes."""

    def __init__(self, marks: Marks, told: Told) -> None:
        self.marks = marks
        self.told = told

    def stretch(self, stretch: Stretch, cursor: Cursor, *, last: bool = False) -> None:
        """Writes `stretch` at the cursor. `last`: nothing at all follows it in its container."""
        old, new = stretch.old, stretch.new
        if old:
            cursor.come_to(old[0].element)
        alone = len(old) == len(new) == 1
        if alone and not stretch.lends and old[0].signature == new[0].signature and old[0].looks_like(new[0]):
            self._things_of(old[0], new[0])
            self.told.section_stays(old[0], new[0])
            cursor.pass_by(old[0].element)
            return
        atoms, new_atoms = Atoms(old), Atoms(new)
        if stretch.borrowed is not None:
            new_atoms.end(stretch.borrowed)
        same_end = last or atoms.tokens[-1:] == new_atoms.tokens[-1:]
        ends_meet = bool(old and new_atoms.tokens) and (stretch.fenced or alone) and same_end
        stays = old[-1] if last and old and not new_atoms.tokens else None
        weaving = Weaving(self.marks, self.told, atoms, new_atoms, cursor, stays)
        weaving.write(changes(atoms, new_atoms, ends_meet or stretch.lends, stretch.lends))

    def all(self, paragraphs: Iterable[Paragraph], status: str) -> None:
        """Marks whole paragraphs, where they stand, as come (INS) or gone (DEL)."""
        for paragraph in paragraphs:
            line = Line(self.marks)
            riders = iter(paragraph.riders if status == DEL else ())
            rider = next(riders, None)
            position = 0
            for content, format, path in paragraph.pieces:
                while rider is not None and rider.position <= position:
                    line.ride(rider.element, rider.path)
                    rider = next(riders, None)
                self.told.tell(content, status)
                position += content.width if isinstance(content, Thing) else len(content)
                inside = path if status == DEL else tuple(self.told.shell(shell) for shell in path if shell.link)
                line.add(status, content, format, None, inside)
            while rider is not None:
                line.ride(rider.element, rider.path)
                rider = next(riders, None)
            close(self.marks, paragraph, status, paragraph.element, line)

    def _things_of(self, old: Paragraph, new: Paragraph) -> None:
        for piece, other in zip(
            (piece.content for piece in old.pieces if isinstance(piece.content, Thing)),
            (piece.content for piece in new.pieces if isinstance(piece.content, Thing)),
            strict=True,
        ):
            self.told.tell_kept(piece, other)
