"""A pending change and a new revision of its base: carried, absorbed, or overtaken.

What the revision did is compared with the change word by word and paragraph by paragraph. Only what is certain is carried;
a suggestion is for the change's author to take or leave. What the revision put into a gap is no obstacle to what the
change puts there: the text between is settled, and the change's paragraph comes first.
"""

from dataclasses import replace
from functools import cached_property
from operator import itemgetter

from app.text.apply import NotOnBase, check
from app.text.change import Act, Change, Delete, Insert, Keep, Move, Replace
from app.text.clash import ClashKind, words_at
from app.text.diff import diff, splice
from app.text.document import Document
from app.text.landing import likeliest, shifted, transplanted
from app.text.outcome import Absorbed, Carried, Obstacle, Overtaken
from app.text.phrases import rephrased
from app.text.runs import joined
from app.text.standing import Standing
from app.text.step import Step, wording
from app.text.tokens import tokenise, untokenise


def rebase(change: Change, base: Document, new: Document, step: Step | None = None) -> Carried | Absorbed | Overtaken:
    """What becomes of `change`, stated on `base`, when `new` is issued. Raises NotOnBase when it is not on `base`.

    `step`, from `base` to `new`, saves comparing the two anew for each of many changes.
    """
    check(base, change.acts)
    step = step or Step(base, new)
    if step.is_none or not change.acts:
        return Carried(change, unchanged=True)
    return _Rebase(change, step).outcome()


class _Rebase:
    """One change on its way to the next revision: what of it is carried, what is in the way, what might be meant."""

    def __init__(self, change: Change, step: Step) -> None:
        self.change = change
        self.step = step
        self.base = step.base
        self.new = step.new
        self.moves = {act.key for act in change.acts if isinstance(act, Move)}
        self.brings = {act.paragraph.key for act in change.acts if isinstance(act, Insert)}
        self.settled: dict[str, str] = {}
        self.taken: set[str] = set()
        self.at = 0
        self.carried: list[tuple[int, Act]] = []
        self.suggested: list[tuple[int, Act]] = []
        self.at_a_loss = False
        self.obstacles: list[Obstacle] = []
        self.moved_to: dict[str, str | None] = {}

    @cached_property
    def result(self) -> Standing:
        """How paragraphs stand on the base with the change made."""
        return Standing(self.base, self.change.acts)

    def outcome(self) -> Carried | Absorbed | Overtaken:
        for at in self.by_place():
            self.at = at
            match act := self.change.acts[at]:
                case Replace():
                    self.carry_words(act)
                case Delete():
                    self.carry_deletion(act)
                case Insert():
                    self.carry_insertion(act)
                case Move():
                    self.carry_move(act)
                case Keep():
                    self.carry_keeping(act)
        if self.obstacles:
            return Overtaken(tuple(dict.fromkeys(self.obstacles)), self.suggestion())
        if not self.carried:
            return Absorbed()
        acts = self.in_order(self.carried)
        return Carried(replace(self.change, acts=acts), self.moved_to, acts == self.change.acts and not self.moved_to)

    def carry_words(self, act: Replace) -> None:
        if act.key not in self.new:
            return self.lose_words(act)
        if joined(act.runs) == joined(self.new[act.key].runs):
            return None
        if not self.step.reworded(act.key):
            return self.carry(act)
        old, new = self.step.old_words[act.key], self.step.new_words[act.key]
        mine = rephrased(old, diff(old, tokenise(act.runs)))
        if not mine:
            return self.stop(act.key, ClashKind.WORDS, self.base[act.key].text, act)
        free, blocked = shifted(old, mine, self.step.rewording(act.key))
        if not blocked:
            return self.carry(Replace(act.key, untokenise(splice(new, free)))) if free else None
        guess = transplanted(old, blocked, new, free)
        for each in blocked:
            suggestion = () if guess is None or each is not blocked[0] else (Replace(act.key, untokenise(guess)),)
            self.stop(act.key, ClashKind.WORDS, words_at(old, each.start, each.stop), *suggestion, lost=guess is None)
        return None

    def lose_words(self, act: Replace) -> None:
        """The paragraph is gone. It may have been written anew, under a new key."""
        text = self.base[act.key].text
        heir = likeliest(text, self.new, [paragraph.key for paragraph in self.step.added])
        guess = None
        if heir is not None:
            old = self.step.old_words[act.key]
            guess = transplanted(old, rephrased(old, diff(old, tokenise(act.runs))), self.step.new_words[heir])
        if heir is None or guess is None:
            return self.stop(act.key, ClashKind.DELETION, text)
        return self.stop(act.key, ClashKind.DELETION, text, Replace(heir, untokenise(guess)))

    def carry_deletion(self, act: Delete) -> None:
        if act.key not in self.new:
            return None
        if not self.step.reworded(act.key):
            return self.carry(act)
        return self.stop(act.key, ClashKind.WORDS, self.base[act.key].text, act)

    def carry_keeping(self, act: Keep) -> None:
        old, after = self.base[act.key], self.surviving(self.base.before(act.key), act.key)
        if act.key not in self.new:
            return self.stop(act.key, ClashKind.DELETION, old.text, Insert(old, after))
        if self.step.reworded(act.key):
            self.stop(act.key, ClashKind.WORDS, old.text, Replace(act.key, old.runs))
        if act.key in self.step.moved:
            self.stop(act.key, ClashKind.MOVE, old.text, Move(act.key, after))
        elif not self.step.reworded(act.key):
            self.carry(act)
        return None

    def carry_move(self, act: Move) -> None:
        text = self.base[act.key].text
        if act.key not in self.new:
            return self.stop(act.key, ClashKind.DELETION, text)
        after = self.surviving(act.after, act.key)
        wanted = self.result.before(act.key)
        if self.new.before(act.key) in (after, None if wanted is None else self.settled.get(wanted, wanted)):
            self.settle(act.key, act.key)
            return None
        if act.key in self.step.moved:
            return self.stop(act.key, ClashKind.MOVE, text, Move(act.key, after))
        return self.place(Move(act.key, after), act.key, act.after, after)

    def carry_insertion(self, act: Insert) -> None:
        paragraph = act.paragraph
        if (there := self.new.get(paragraph.key)) is not None:
            if joined(there.runs) != joined(paragraph.runs):
                self.stop(paragraph.key, ClashKind.INSERTION, there.text, Replace(paragraph.key, paragraph.runs))
            self.settle(paragraph.key, paragraph.key)
            return None
        for twin in self.step.added_by_wording.get(wording(paragraph), ()):
            if twin not in self.taken and twin not in self.brings:
                self.settle(paragraph.key, twin)
                return None
        after = self.surviving(act.after, paragraph.key)
        return self.place(Insert(paragraph, after), paragraph.key, act.after, after)

    def settle(self, key: str, there: str) -> None:
        """What the change wants to stand, the revision has put there already, under the key `there`."""
        self.settled[key] = there
        self.taken.add(there)

    def place(self, act: Insert | Move, key: str, stated: str | None, after: str | None) -> None:
        if after != stated or after in self.step.moved:
            self.moved_to[key] = after
        self.carry(act)

    def carry(self, act: Replace | Delete | Insert | Move | Keep) -> None:
        if isinstance(act, Replace | Delete) and act.key in self.step.moved:
            self.moved_to.setdefault(act.key, self.new.before(act.key))
        self.carried.append((self.at, act))
        self.suggested.append((self.at, act))

    def stop(self, key: str, kind: ClashKind, words: str, *suggestions: Act, lost: bool | None = None) -> None:
        """The revision stands in the way. Without suggestion there is nothing to go by, unless `lost` says otherwise."""
        self.obstacles.append(Obstacle(key, words, kind))
        self.suggested += ((self.at, act) for act in suggestions)
        self.at_a_loss |= not suggestions if lost is None else lost

    def surviving(self, after: str | None, key: str) -> str | None:
        """After what `key` is to stand: what the change puts before it, if the revision has put that there already;
        else `after`; or if that is gone, the nearest before it that is not and that the change does not move itself."""
        if self.settled and (before := self.result.before(key)) in self.settled:
            return self.settled[before]
        if after in self.brings:
            return self.settled.get(after, after)
        if after in self.new:
            return after
        while after is not None and (after not in self.new or after in self.moves or after == key):
            after = self.base.before(after)
        return after

    def by_place(self) -> list[int]:
        """The acts of the change, by number: placements last, as they come in the text."""
        if not (self.moves or self.brings):
            return list(range(len(self.change.acts)))
        places = {key: place for place, key in enumerate(self.result.placed)}

        def place(at: int) -> int:
            match self.change.acts[at]:
                case Insert(paragraph, _):
                    return places[paragraph.key]
                case Move(key, _):
                    return places[key]
            return -1

        return sorted(range(len(self.change.acts)), key=place)

    def in_order(self, numbered: list[tuple[int, Act]]) -> tuple[Act, ...]:
        """The acts in the order in which the author said them, if all places are as said; else as they came in `by_place`,
        so that what now falls into one gap keeps its order."""
        if all(act == self.change.acts[at] for at, act in numbered if isinstance(act, Insert | Move)):
            numbered = sorted(numbered, key=itemgetter(0))
        return tuple(act for _, act in numbered)

    def suggestion(self) -> tuple[Act, ...] | None:
        if self.at_a_loss:
            return None
        acts = self.in_order(self.suggested)
        try:
            check(self.new, acts)
        except NotOnBase:
            return None
        return acts
