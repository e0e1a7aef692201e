"""Who says what of which part of a base, by several changes: those who say the same stand together.

Two changes are rivals where they touch the same words, share an edge of them or both insert between the same two words,
where one takes away, moves or keeps the paragraph that the other changes, and where they put different things into one
gap. Editing the words of a paragraph and moving it go together. What both say alike is not contested.

Two decisions about gaps. What is put after a paragraph that somebody else *deletes* is not contested: the gap is still
there, and nobody can misread where it is. What is put after a paragraph that somebody else *moves* is: whether it was
meant to follow the paragraph or to stay with the passage is for its author to say.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from app.text.change import Change
from app.text.diff import Splice
from app.text.document import Document
from app.text.paragraph import Paragraph
from app.text.reading import Gap, Placed, Reading, Words, meet, readings

Content = tuple[object, ...]
"""What is put into a gap, as far as it can be read: without the keys of new paragraphs."""


@dataclass(slots=True)
class Said:
    """What the changes say of one paragraph of the base, each list in the order of the changes."""

    splices: dict[Splice, list[Reading]] = field(default_factory=dict)
    editing: list[Reading] = field(default_factory=list)
    deleting: list[Reading] = field(default_factory=list)
    keeping: list[Reading] = field(default_factory=list)
    moving: dict[Gap, list[Reading]] = field(default_factory=dict)
    speaking: list[Reading] = field(default_factory=list)
    """All of the above, and who gives it the words it has already."""

    @property
    def words_contested(self) -> bool:
        """Whether every edit of its words is contested, whatever the edits."""
        return bool(self.deleting or self.keeping)

    @property
    def deletion_contested(self) -> bool:
        return bool(self.deleting and (self.editing or self.keeping or self.moving))

    @property
    def keeping_contested(self) -> bool:
        return bool(self.keeping and (self.editing or self.deleting or self.moving))


@dataclass(slots=True)
class Passage:
    """Neighbouring words of the base, from token `start` to before `stop`, and the splices made there, by whom."""

    start: int
    stop: int
    splices: dict[Reading, list[Splice]]

    @property
    def contested(self) -> bool:
        first, *others = self.splices.values()
        return any(other != first for other in others)


class Contest:
    """Several changes on one base. Building it reads the changes; the rest is looked up. Raises NotOnBase."""

    def __init__(self, base: Document, changes: Iterable[Change | Reading]) -> None:
        self.base = base
        self.words = Words(base)
        self.readings = readings(base, changes)
        self.rank = {reading: rank for rank, reading in enumerate(self.readings)}
        self.said: dict[str, Said] = {}
        self.put: dict[Gap, dict[Content, list[Reading]]] = {}
        self.brought: dict[str, dict[Gap, list[Reading]]] = {}
        for reading in self.readings:
            self._hear(reading)

    def _hear(self, reading: Reading) -> None:
        for key in reading.keys:
            said = self.said.setdefault(key, Said())
            said.speaking.append(reading)
            splices = reading.splices.get(key, ())
            for splice in splices:
                said.splices.setdefault(splice, []).append(reading)
            if splices:
                said.editing.append(reading)
            if key in reading.deleted:
                said.deleting.append(reading)
            if key in reading.kept:
                said.keeping.append(reading)
            if key in reading.moved:
                said.moving.setdefault(reading.moved[key], []).append(reading)
        for gap, entries in reading.gaps.items():
            self.put.setdefault(gap, {}).setdefault(_content(entries), []).append(reading)
            for entry in entries:
                if isinstance(entry, Paragraph):
                    self.brought.setdefault(entry.key, {}).setdefault(gap, []).append(reading)

    @property
    def gaps(self) -> Iterator[Gap]:
        """The gaps into which something is put, in the order of the text."""
        return (gap for gap in (None, *self.base.keys) if gap in self.put)

    def passages(self, key: str) -> list[Passage]:
        """The edited passages of the paragraph `key`, in order; none touches another."""
        found: list[Passage] = []
        if key not in self.said:
            return found
        insertion: Splice | None = None
        for splice, makers in sorted(self.said[key].splices.items(), key=lambda item: item[0][:2]):
            beside = insertion is not None and meet(self.words[key], insertion, splice)
            if not beside and (not found or found[-1].stop < splice.start):
                found.append(Passage(splice.start, splice.stop, {}))
            if splice.start == splice.stop:
                insertion = splice
            passage = found[-1]
            passage.stop = max(passage.stop, splice.stop)
            for reading in makers:
                passage.splices.setdefault(reading, []).append(splice)
        for passage in found:
            passage.splices = dict(sorted(passage.splices.items(), key=lambda item: self.rank[item[0]]))
        return found

    def gap_contested(self, gap: Gap) -> bool:
        """Whether what is put into `gap`, where something is put, is contested."""
        contents = self.put[gap]
        if len(contents) > 1 or (gap in self.said and self.said[gap].moving):
            return True
        entries = (entry for makers in contents.values() for reading in makers for entry in reading.gaps[gap])
        return any(isinstance(entry, Paragraph) and len(self.brought[entry.key]) > 1 for entry in entries)

    def move_contested(self, key: str) -> bool:
        """Whether the moving of `key`, which is moved, is contested."""
        said = self.said[key]
        if said.words_contested or len(said.moving) > 1 or key in self.put:
            return True
        return any(map(self.gap_contested, said.moving))

    def placed(self, gap: Gap, makers: Sequence[Reading]) -> tuple[Placed, ...]:
        """What `makers`, who say the same, put into `gap`: under the keys that come first, whoever was first."""
        return min((reading.gaps[gap] for reading in makers), key=_keys)


def _content(entries: tuple[Placed, ...]) -> Content:
    return tuple((entry.role, entry.level, entry.runs) if isinstance(entry, Paragraph) else entry for entry in entries)


def _keys(entries: tuple[Placed, ...]) -> list[str]:
    return [entry.key if isinstance(entry, Paragraph) else entry for entry in entries]
