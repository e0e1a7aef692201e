"""What a kept file says, and how that stands on the present text."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from sqlmodel import Session

from app.drafting.models import Declaration, Revision
from app.drafting.returned.models import ReturnedFile
from app.drafting.states import Landed
from app.drafting.texts import require_current, text_of
from app.errors import Malformed
from app.store import Store
from app.text.apply import NotOnBase, check
from app.text.change import Act, Change, Insert, Move
from app.text.document import Document
from app.text.outcome import Obstacle
from app.text.rebase import Absorbed, Carried, rebase
from app.text.step import Step
from app.word.returned import Base, Found, Returned, returned


@dataclass(frozen=True, slots=True)
class Landing:
    """Where changes come to stand on the present text. `acts` is None where they cannot stand there at all; when
    OVERTAKEN they are a suggestion, and `obstacles` says what the new text did."""

    outcome: Landed
    acts: tuple[Act, ...] | None
    obstacles: tuple[Obstacle, ...] = ()

    @property
    def can_be_drafted(self) -> bool:
        return bool(self.acts)


@dataclass(frozen=True)
class Reading:
    """A kept file, what it says on the text it was made from (`base`), and the present text."""

    file: ReturnedFile
    says: Returned
    base: Document
    current: Revision
    present: Document

    @property
    def is_older(self) -> bool:
        """Whether another text has been issued since the one it was made from."""
        return self.file.revision_id != self.current.id

    @cached_property
    def _step(self) -> Step:
        return Step(self.base, self.present)

    def found(self, numbers: Sequence[int]) -> tuple[Found, ...]:
        """The changes of these numbers, in the order of the text. Raises Malformed."""
        wanted = sorted(set(numbers))
        if not wanted or wanted[0] < 0 or wanted[-1] >= len(self.says.found):
            raise Malformed("Please choose among the changes that were found.", field="found")
        return tuple(self.says.found[number] for number in wanted)

    def acts(self, numbers: Sequence[int]) -> tuple[Act, ...]:
        """These changes as one, on the text the file was made from. Raises Malformed when two of them cannot both be."""
        acts = joined(self.found(numbers))
        try:
            check(self.base, acts)
        except NotOnBase:
            raise Malformed(
                "Two of the changes of one amendment cannot both be made. Put them into different amendments.",
                field="found",
            ) from None
        return acts

    def landing(self, numbers: Sequence[int]) -> Landing:
        """Where these changes, as one, come to stand on the present text. Raises Malformed."""
        acts = self.acts(numbers)
        if not self.is_older:
            return Landing(Landed.CARRIED, acts)
        landed = rebase(Change("", acts), self.base, self.present, self._step)
        match landed:
            case Carried(change, _, unchanged):
                return Landing(Landed.CARRIED if unchanged else Landed.ADAPTED, change.acts)
            case Absorbed():
                return Landing(Landed.ABSORBED, None)
        return Landing(Landed.OVERTAKEN, landed.suggestion, landed.obstacles)


def read(session: Session, store: Store, file: ReturnedFile) -> Reading:
    """Read a kept file again, against the text it was made from. Raises Malformed when it cannot be read any more."""
    declaration = session.get_one(Declaration, file.declaration_id)
    current = require_current(session, declaration)
    base = text_of(session, file.revision_id)
    present = base if current.id == file.revision_id else text_of(session, current.id)
    return Reading(file, returned(store.get(file.sha256), [Base(file.revision_id, base)]), base, current, present)


def joined(found: Sequence[Found]) -> tuple[Act, ...]:
    """The acts of several changes as one. What is to stand after a paragraph that another of them brings stands after it;
    without that one, after the nearest before it that is there."""
    brought: set[str] = set()
    acts: list[Act] = []
    for each in found:
        for act in each.acts:
            acts.append(_placed(act, each.behind, brought))
            if isinstance(act, Insert):
                brought.add(act.paragraph.key)
    return tuple(acts)


def _placed(act: Act, behind: Sequence[str | None], brought: set[str]) -> Act:
    if not isinstance(act, Insert | Move):
        return act
    after = next((key for key in behind[:-1] if key in brought), behind[-1])
    return replace(act, after=after)
