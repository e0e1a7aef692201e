"""Where words of one revision have gone in the next.

What lies outside everything the revision changed is shifted, which is exact. What does not is looked for, which is a
guess: good for a suggestion and for nothing else.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable
from itertools import accumulate, pairwise

from diff_match_patch import diff_match_patch
from rapidfuzz import fuzz, process

from app.text.diff import Splice, Splices, splice
from app.text.document import Document
from app.text.reading import meet
from app.text.splices import shift
from app.text.tokens import Token

LIKENESS = 55.0
"""How alike two paragraphs must be, of 100, for one to be taken for what became of the other."""

_REACH = 32
"""How many characters the engine can look for at once."""

_engine = diff_match_patch()


def shifted(old: tuple[Token, ...], mine: Splices, theirs: Splices) -> tuple[Splices, Splices]:
    """My splices on `old` as they are on what `theirs` make of it, and those that cannot be: they touch one of theirs.

    What theirs do already is in neither: the same splice, or a deletion of words that they replace or delete.
    """
    free: list[Splice] = []
    blocked: list[Splice] = []
    place = 0
    for each in mine:
        while place < len(theirs) and theirs[place].stop < each.start and not meet(old, theirs[place], each):
            place += 1
        if place == len(theirs) or not meet(old, theirs[place], each):
            free.append(each)
        elif not _does_already(old, theirs[place], each):
            blocked.append(each)
    return shift(free, theirs), tuple(blocked)


def transplanted(
    old: tuple[Token, ...], lost: Splices, new: tuple[Token, ...], free: Splices = ()
) -> tuple[Token, ...] | None:
    """`new` with the splices `lost`, stated on `old`, made where their words seem to have gone, and `free` as they are.

    None when a passage is not found, or two would be found in one place.
    """
    found = list(free)
    for each in lost:
        place = _locate(old, each, new)
        if place is None:
            return None
        found.append(Splice(*place, each.tokens))
    found.sort(key=lambda each: each[:2])
    if any(one.stop > other.start or one[:2] == other[:2] for one, other in pairwise(found)):
        return None
    return splice(new, found)


def likeliest(text: str, document: Document, keys: Collection[str]) -> str | None:
    """Which of the paragraphs `keys` of the document is what `text` became, if any is alike enough."""
    texts = {key: document[key].text for key in keys}
    best = process.extractOne(text, texts, scorer=fuzz.ratio, score_cutoff=LIKENESS)
    return None if best is None else best[2]


def _does_already(old: tuple[Token, ...], their: Splice, my: Splice) -> bool:
    if their == my:
        return True
    within = their.start <= my.start and my.stop <= their.stop
    return (
        within and not my.tokens and not {each for each in old[my.start : my.stop] if not each.is_blank} & {*their.tokens}
    )


def _locate(old: tuple[Token, ...], lost: Splice, new: tuple[Token, ...]) -> tuple[int, int] | None:
    """From which token of `new` to before which the words seem to stand that `lost` replaces in `old`."""
    before, passage, after = (
        _text(old[: lost.start])[-_REACH:],
        _text(old[lost.start : lost.stop]),
        _text(old[lost.stop :])[:_REACH],
    )
    text = _text(new)
    near = min(len(_text(old[: lost.start])), len(text))
    if passage.strip():
        start = _match(text, passage[:_REACH], near)
        end = _match(text, passage[-_REACH:], near + max(len(passage) - _REACH, 0))
        if start is not None and end is not None and start < end + len(passage[-_REACH:]):
            return _tokens_at(new, start, end + len(passage[-_REACH:]))
    start = _match(text, before, near - len(before)) if before else 0
    end = _match(text, after, near + len(passage)) if after else len(text)
    if start is None or end is None or start + len(before) > end:
        return None
    if passage:
        return _tokens_at(new, start + len(before), end)
    # What only adds takes nothing away, also not the words that have come between what stood around it.
    point = _boundary(new, start + len(before), after_blank=before[-1:].isspace())
    return point, point


def _match(text: str, pattern: str, near: int) -> int | None:
    place = _engine.match_main(text, pattern, max(near, 0))
    return None if place < 0 else place


def _tokens_at(tokens: tuple[Token, ...], start: int, stop: int) -> tuple[int, int]:
    """The tokens that hold the characters from `start` to before `stop`; between two when there are none."""
    edges = list(accumulate((len(token.text) for token in tokens), initial=0))
    first = min(bisect_right(edges, start) - 1, len(tokens))
    return first, max(first, min(bisect_left(edges, stop), len(tokens)))


def _boundary(tokens: tuple[Token, ...], place: int, *, after_blank: bool) -> int:
    """Before which token words can be added nearest to the character `place`, behind a blank or not as they stood."""
    edges = accumulate((len(token.text) for token in tokens), initial=0)
    behind = (False, *(token.is_blank for token in tokens))
    ranked = enumerate(zip(behind, edges, strict=True))
    return min(ranked, key=lambda each: (each[1][0] != after_blank, abs(each[1][1] - place)))[0]


def _text(tokens: Iterable[Token]) -> str:
    return "".join(token.text for token in tokens)
