"""The way from a first text to a later one as one redline: each word that came under the change that brought it, each
word that went under the change that took it away.

Every step is told by what its changes claim. What none of them claims is told under the step itself. What came and went
again on the way leaves no trace; what went and came back shows as both. A paragraph that stands elsewhere, or in another
role, stands twice, as in `app.text.compare`.
"""

from collections import deque
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from app.text.align import match_by_key
from app.text.change import Change, Move
from app.text.claims import Claim, Claims
from app.text.compare import compare
from app.text.diff import diff
from app.text.document import Document
from app.text.paragraph import Paragraph
from app.text.provenance import Provenance, origin
from app.text.reading import readings
from app.text.redline import Line, Piece, Redline, tidy
from app.text.runs import joined
from app.text.tokens import Token, tokenise, untokenise


@dataclass(frozen=True, slots=True)
class Stage:
    """A step on the way: the text it led to, and the changes, made on the text before it, that led there. `id` is what
    shows for what none of the changes did."""

    document: Document
    changes: tuple[Change, ...]
    id: Hashable


@dataclass(frozen=True, slots=True)
class _Word:
    token: Token
    inserted_by: Hashable | None = None
    deleted_by: Hashable | None = None


def history(first: Document, stages: Sequence[Stage]) -> Redline:
    """The redline from `first` to the text of the last stage.

    Without what is inserted it is the one, without what is deleted it is the other. Raises NotOnBase when a change is not
    on the text before it.
    """
    told = _History(first)
    for stage in stages:
        told.take(stage)
    return Redline(tuple(told.lines()))


class _Turn(NamedTuple):
    """Of the words that live, those from `start` to before `stop` go, each by one of `by`, and `words` come."""

    start: int
    stop: int
    by: tuple[Hashable, ...]
    words: tuple[_Word, ...]


class _History:
    def __init__(self, first: Document) -> None:
        self.first = first
        self.provenance: Provenance = origin(first)
        self.words = {paragraph.key: [_Word(token) for token in tokenise(paragraph.runs)] for paragraph in first}
        self.brought: dict[str, Hashable] = {}
        self.taken: dict[str, Hashable] = {}
        self.turned: dict[str, Hashable] = {}
        self.last: Hashable = None
        self.turner: Hashable = None

    def take(self, stage: Stage) -> None:
        """One step further."""
        old, new = self.provenance.document, stage.document
        claims = Claims(readings(old, stage.changes), self.provenance.step + 1, None)
        self.provenance = self.provenance.next(new, stage.changes)
        self.last = stage.id
        # Which paragraph of two that change places is the moved one is seen differently by the change and by the texts.
        movers = {act.key: change.id for change in reversed(stage.changes) for act in change.acts if isinstance(act, Move)}
        for before, after, moved, _ in match_by_key(old, new):
            if after is None and before is not None:
                self.go(before, claims)
            elif before is None and after is not None:
                self.come(after, claims)
            elif before is not None and after is not None:
                if moved or (before.role, before.level) != (after.role, after.level):
                    somebody = next(iter(movers.values()), stage.id) if moved else stage.id
                    self.turner = self.turned[after.key] = movers.get(after.key, somebody)
                if joined(before.runs) != joined(after.runs):
                    self.change(before, after, claims.on(after.key))

    def go(self, paragraph: Paragraph, claims: Claims) -> None:
        deleters = claims.deleting.get(paragraph.key, ())
        by = self.taken[paragraph.key] = deleters[0].change if deleters else self.last
        length = len(tokenise(paragraph.runs))
        self.turn(paragraph.key, [_Turn(0, length, (by,) * length, ())])

    def come(self, paragraph: Paragraph, claims: Claims) -> None:
        claimed = claims.new(paragraph.key)
        by = self.brought[paragraph.key] = claimed[0].origin.change if claimed else self.last
        words = self.arriving(paragraph.key, 0, tokenise(paragraph.runs), by)
        self.turn(paragraph.key, [_Turn(0, 0, (), words)])

    def change(self, before: Paragraph, after: Paragraph, claims: Sequence[Claim]) -> None:
        turns: list[_Turn] = []
        shift = 0
        for start, stop, tokens in diff(tokenise(before.runs), tokenise(after.runs)):
            touching = [claim for claim in claims if claim.splice.start <= stop and start <= claim.splice.stop]
            main = touching[0].origin.change if touching else self.last
            by = tuple(
                next((one.origin.change for one in touching if one.splice.start <= place < one.splice.stop), main)
                for place in range(start, stop)
            )
            turns.append(_Turn(start, stop, by, self.arriving(after.key, start + shift, tokens, main)))
            shift += len(tokens) - (stop - start)
        self.turn(after.key, turns)

    def arriving(self, key: str, start: int, tokens: Sequence[Token], otherwise: Hashable) -> tuple[_Word, ...]:
        """Tokens that stand from `start` on in the new paragraph, each under the change of this step that brought it, or
        under the step; what was there before and is only put anew, under `otherwise`."""
        origins, step = self.provenance.origins[key], self.provenance.step
        words = []
        for token, found in zip(tokens, origins[start:], strict=False):
            bringer = self.last if found.change is None else found.change
            words.append(_Word(token, bringer if found.step == step else otherwise))
        return tuple(words)

    def turn(self, key: str, turns: Iterable[_Turn]) -> None:
        """Take turns, in order. Words come behind those that go in their place, also behind those gone before."""
        words: list[_Word] = []
        waiting = deque(turns)
        place = 0
        for word in self.words.get(key, ()):
            if word.deleted_by is not None:
                words.append(word)
                continue
            while waiting and waiting[0].stop == place:
                words += waiting.popleft().words
            if waiting and waiting[0].start <= place:
                if word.inserted_by is None:
                    words.append(replace(word, deleted_by=waiting[0].by[place - waiting[0].start]))
            else:
                words.append(word)
            place += 1
        for left in waiting:
            words += left.words
        self.words[key] = words

    def lines(self) -> Iterator[Line]:
        """The lines of the redline, once the last step is taken."""
        for line in compare(self.first, self.provenance.document, self).lines:
            key = line.paragraph.key
            words = self.words[key]
            again = self.turned.get(key, self.brought.get(key, self.turner or self.last))
            if line.deleted_by is not None:
                by = self.taken.get(key, again) if key not in self.provenance.document else again
                pieces: list[tuple[Token, Hashable, Hashable]] = [
                    (word.token, None, word.deleted_by or by) for word in words if word.inserted_by is None
                ]
                line = replace(line, deleted_by=by)
            elif line.inserted_by is not None:
                by = self.brought[key] if key not in self.first else again
                pieces = [(word.token, word.inserted_by or by, None) for word in words if word.deleted_by is None]
                line = replace(line, inserted_by=by)
            else:
                pieces = [(word.token, word.inserted_by, word.deleted_by) for word in words]
            yield replace(line, pieces=tidy(Piece(run, *by) for token, *by in pieces for run in untokenise([token])))
