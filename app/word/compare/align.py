"""Which block of the new document is which of the old.

Blocks with the same content are each other. Between two such pairs, paragraphs are left together as one stretch, to be
compared word by word across their ends, so that a split or a merged paragraph marks no word. Tables, and the borders of
content controls, are fences that no stretch crosses: there the most alike blocks are paired first.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from app.text.matching import matches
from app.word.compare.blocks import Block, Table, block_words
from app.word.compare.likeness import alike
from app.word.compare.names import CUSTOM_XML, SDT, SDT_CONTENT, TBL
from app.word.compare.paragraphs import Paragraph

LARGE = 1 << 29
"""The most characters times characters between landmarks that are left to the comparison by words as a whole."""


@dataclass
class Stretch:
    """Paragraphs of the old document that became these of the new; one side may be empty.

    `fenced`: nothing that its last paragraph could run into follows. `lends`: the mark of its last new paragraph is not
    written here but at the end of a later stretch, where it is `borrowed`.
    """

    old: list[Paragraph] = field(default_factory=list)
    new: list[Paragraph] = field(default_factory=list)
    fenced: bool = False
    lends: bool = False
    borrowed: Paragraph | None = None


@dataclass
class Tables:
    """A table that stays, goes (no new one) or comes (no old one)."""

    old: Table | None
    new: Table | None


Unit = Stretch | Tables


def aligned(old: Sequence[Block], new: Sequence[Block]) -> list[Unit]:
    """The blocks of both documents in units, in order."""
    return _fenced(_units(old, new, _landmarks(old, new), _between_landmarks))


def _units(
    old: Sequence[Block],
    new: Sequence[Block],
    pairs: Iterable[tuple[int, int]],
    between: Callable[[Sequence[Block], Sequence[Block]], list[Unit]],
) -> list[Unit]:
    """The units of pairs of blocks, and what `between` makes of the blocks between them."""
    units: list[Unit] = []
    place = new_place = 0
    for stop, new_stop in [*pairs, (len(old), len(new))]:
        if place < stop or new_place < new_stop:
            units.extend(between(old[place:stop], new[new_place:new_stop]))
        if stop < len(old):
            units.append(_pair(old[stop], new[new_stop]))
        place, new_place = stop + 1, new_stop + 1
    return units


def _landmarks(old: Sequence[Block], new: Sequence[Block]) -> list[tuple[int, int]]:
    """Places of blocks that have the same content and occur once in each document, as many as rise in both.

    What is said over and over is no landmark: which of its repetitions is which depends on the words around it.
    """
    once, new_once = (Counter(block.signature for block in side) for side in (old, new))
    both = {said for said, number in once.items() if number == 1 and new_once[said] == 1 and said.strip()}
    return _same(old, new, lambda block: block.signature in both)


def _between_landmarks(old: Sequence[Block], new: Sequence[Block]) -> list[Unit]:
    sizes = [sum(len(block.signature) for block in side) for side in (old, new)]
    if sizes[0] * sizes[1] <= LARGE and not _has_fences(old, new):
        return _gap(old, new)
    return _units(old, new, _same(old, new, lambda block: bool(block.signature.strip())), _gap)


def _same(old: Sequence[Block], new: Sequence[Block], counts: Callable[[Block], bool]) -> list[tuple[int, int]]:
    """Places of blocks with the same content, of those that count."""
    places = [place for place, block in enumerate(old) if counts(block)]
    new_places = [place for place, block in enumerate(new) if counts(block)]
    numbers: dict[str, int] = {}
    pairs = matches(
        [numbers.setdefault(old[place].signature, len(numbers)) for place in places],
        [numbers.setdefault(new[place].signature, len(numbers)) for place in new_places],
    )
    return [(places[first], new_places[second]) for first, second in pairs]


def _pair(old: Block, new: Block) -> Unit:
    if isinstance(old, Table) and isinstance(new, Table):
        return Tables(old, new)
    if isinstance(old, Paragraph) and isinstance(new, Paragraph):
        return Stretch([old], [new])
    raise ValueError("a paragraph and a table are never one block")


def _gap(old: Sequence[Block], new: Sequence[Block]) -> list[Unit]:
    """The units of blocks between such as are the same."""
    if not _has_fences(old, new):
        return [Stretch(list(old), list(new))]  # type: ignore[arg-type]  # no tables here
    tables = [place for place, block in enumerate(old) if isinstance(block, Table)]
    new_tables = [place for place, block in enumerate(new) if isinstance(block, Table)]
    pairs = alike([old[n] for n in tables], [new[n] for n in new_tables], block_words, _fit)
    return _units(old, new, [(tables[i], new_tables[j]) for i, j in pairs], _between_tables)


def _has_fences(old: Sequence[Block], new: Sequence[Block]) -> bool:
    return any(isinstance(block, Table) for block in (*old, *new)) or len({_holder(block) for block in old}) > 1


def _fit(old: Block, new: Block) -> bool:
    if isinstance(old, Table) and isinstance(new, Table):
        return old.width == new.width
    return isinstance(old, Paragraph) and isinstance(new, Paragraph)


def _between_tables(old: Sequence[Block], new: Sequence[Block]) -> list[Unit]:
    """The units of blocks in which every table goes or comes."""
    units: list[Unit] = []

    def stretch() -> Stretch:
        if not units or not isinstance(units[-1], Stretch):
            units.append(Stretch())
        return units[-1]  # type: ignore[return-value]  # a stretch, by the line above

    def leave(block: Block) -> None:
        if isinstance(block, Table):
            units.append(Tables(block, None))
            return
        last = stretch()
        if last.old and _holder(last.old[-1]) is not _holder(block):
            units.append(last := Stretch())
        last.old.append(block)

    def come(block: Block) -> None:
        if isinstance(block, Table):
            units.append(Tables(None, block))
        else:
            stretch().new.append(block)

    place = new_place = 0
    pairs = alike(old, new, block_words, lambda a, b: isinstance(a, Paragraph) and isinstance(b, Paragraph))
    pairs = _with_ends(pairs, old, new)
    for stop, new_stop in [*pairs, (len(old), len(new))]:
        # New tables come first, so that no paragraph that goes stands right before a table that stays.
        tables = [n for n in range(new_place, new_stop) if isinstance(new[n], Table)]
        turn = tables[-1] + 1 if tables else new_place
        for block in new[new_place:turn]:
            come(block)
        for block in old[place:stop]:
            leave(block)
        for block in new[turn:new_stop]:
            come(block)
        if stop < len(old):
            leave(old[stop])
            come(new[new_stop])
        place, new_place = stop + 1, new_stop + 1
    return units


def _with_ends(pairs: list[tuple[int, int]], old: Sequence[Block], new: Sequence[Block]) -> list[tuple[int, int]]:
    """The pairs, changed where the last paragraph of one document would have nothing left to be or to run into.

    A last paragraph cannot go or come by itself. If the other document's last one is paired with a paragraph before a
    fence, the two last ones are paired instead.
    """
    if not pairs or not isinstance(old[-1], Paragraph) or not isinstance(new[-1], Paragraph):
        return pairs
    place, new_place = pairs[-1]
    last, new_last = len(old) - 1, len(new) - 1
    shut_out = (new_place == new_last and place < last and _has_fences(old[place:], ())) or (
        place == last and new_place < new_last and _has_fences((), new[new_place:])
    )
    if shut_out and _may_go(old[place:]):
        return pairs
    return [*pairs[:-1], (last, new_last)] if shut_out else pairs


def _may_go(blocks: Sequence[Block]) -> bool:
    """Whether all but the first of these may go: they stand in a control that a table follows."""
    first, *others = blocks
    step = blocks[-1].element
    while step.getnext() is None and step.getparent().tag in (SDT, SDT_CONTENT, CUSTOM_XML):
        step = step.getparent()
    following = step.getnext()
    return (
        following is not None
        and following.tag == TBL
        and all(isinstance(block, Paragraph) and _holder(block) is not _holder(first) for block in others)
    )


def _holder(block: Block) -> object:
    return block.element.getparent()


def _fenced(units: list[Unit]) -> list[Unit]:
    """The units with fences noted, and none before a fence with one empty side if the paragraph before it can help.

    What is added to or taken from the end, where no mark can run into anything, is so marked as running on from the
    paragraph before it.
    """
    out: list[Unit] = []
    for place, unit in enumerate(units):
        if isinstance(unit, Stretch):
            following = units[place + 1] if place + 1 < len(units) else None
            unit.fenced = not isinstance(following, Stretch) or _parted(unit, following, out)
            before = out[-1] if out else None
            one_sided = not (unit.old and unit.new)
            if unit.fenced and one_sided and isinstance(before, Stretch) and before.old and not before.fenced:
                unit = Stretch(before.old + unit.old, before.new + unit.new, True)
                out.pop()
        out.append(unit)
    _lend_a_mark(out)
    return out


def _lend_a_mark(units: list[Unit]) -> None:
    """Where the text now ends before a table that goes, the last paragraph after that table runs on from it.

    The very last mark cannot go, so it becomes that of the paragraph with which the text now ends.
    """
    last = units[-1] if units else None
    if not isinstance(last, Stretch) or last.new or not last.old:
        return
    for unit in reversed(units[:-1]):
        if isinstance(unit, Tables):
            if unit.new is not None:
                return
        elif unit.new:
            if unit.old and _holder(unit.old[-1]) is _holder(last.old[-1]):
                unit.lends, last.borrowed = True, unit.new[-1]
            return


def _parted(unit: Stretch, following: Stretch, before: list[Unit]) -> bool:
    """Whether the border of a content control stands between the two."""
    if not following.old:
        return False
    stretches = (earlier.old for earlier in reversed(before) if isinstance(earlier, Stretch) and earlier.old)
    last = unit.old or next(stretches, [])
    return bool(last) and _holder(last[-1]) is not _holder(following.old[0])
