"""What several changes put into a text and take out of it, each with the origin it gives to words."""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from typing import NamedTuple

from app.text.change import Change
from app.text.diff import Splice
from app.text.origins import Origin
from app.text.paragraph import Paragraph
from app.text.reading import Gap, Reading
from app.text.runs import joined
from app.text.tokens import tokenise


class Claim(NamedTuple):
    """A splice of a paragraph and the origin of the words it puts in; a new paragraph is a splice of nothing."""

    splice: Splice
    origin: Origin


class Claims:
    """What the changes of one step claim. `nobodys` is the origin of what none of them puts in.

    `deleting` are the paragraphs they take away, with the origins of those that do.
    """

    def __init__(self, said: Sequence[Reading], step: int, at: Hashable | None) -> None:
        self.step = step
        self.at = at
        self.nobodys = Origin(step, at=at)
        splices: dict[str, dict[Splice, list[Change]]] = defaultdict(dict)
        alike: dict[tuple[Gap, Paragraph], list[Change]] = defaultdict(list)
        deleting: dict[str, list[Change]] = defaultdict(list)
        brought: dict[str, tuple[Gap, Paragraph]] = {}
        for reading in said:
            for key, each in reading.splices.items():
                for splice in each:
                    splices[key].setdefault(splice, []).append(reading.change)
            for key in reading.deleted:
                deleting[key].append(reading.change)
            for gap, entries in reading.gaps.items():
                for entry in entries:
                    if isinstance(entry, Paragraph):
                        nameless = gap, Paragraph("", entry.role, joined(entry.runs), entry.level)
                        alike[nameless].append(reading.change)
                        brought.setdefault(entry.key, nameless)
        self.deleting = {key: (self._origin(changes),) for key, changes in deleting.items()}
        self._claims = {
            key: [Claim(splice, self._origin(each[splice])) for splice in sorted(each, key=lambda one: one[:2])]
            for key, each in splices.items()
        }
        self._brought = {key: self._origin(alike[nameless]) for key, nameless in brought.items()}
        self._words = {key: nameless[1].runs for key, nameless in brought.items()}

    def on(self, key: str) -> list[Claim]:
        """The claims on a paragraph that the base has, in order."""
        return self._claims.get(key, [])

    def new(self, key: str) -> list[Claim]:
        """The claim on a paragraph that it has not, if there is one."""
        if key not in self._brought:
            return []
        return [Claim(Splice(0, 0, tokenise(self._words[key])), self._brought[key])]

    def _origin(self, changes: Sequence[Change]) -> Origin:
        first, *others = changes
        return Origin(self.step, first.id, first.author, self.at, tuple(other.id for other in others))
