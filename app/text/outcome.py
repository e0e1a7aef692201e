"""What becomes of a pending change when a new revision is issued: carried, absorbed, or overtaken."""

from dataclasses import dataclass, field

from app.text.change import Act, Change
from app.text.clash import ClashKind


@dataclass(frozen=True, slots=True)
class Carried:
    """The change stated on the new revision, without the acts it has absorbed.

    `moved_to` are the paragraphs it touches or brings that now have another place: after which paragraph each stands, or is
    to stand (None: at the beginning). `unchanged` when neither its acts nor any place is altered.
    """

    change: Change
    moved_to: dict[str, str | None] = field(default_factory=dict)
    unchanged: bool = False


@dataclass(frozen=True, slots=True)
class Absorbed:
    """The new revision says already all that the change wants."""


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What the revision did where the change wants something else: `words` of the base, in the paragraph `key`.

    Its `kind`: the words were changed, the paragraph deleted or moved, or another put under its key.
    """

    key: str
    words: str
    kind: ClashKind


@dataclass(frozen=True, slots=True)
class Overtaken:
    """The change cannot be carried. `suggestion` is the change as it might be meant on the new revision: a guess, which its
    author may take; None when there is nothing to go by."""

    obstacles: tuple[Obstacle, ...]
    suggestion: tuple[Act, ...] | None
