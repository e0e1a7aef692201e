"""In how few marks a text can be shown to become another, when no more than so many words may be marked: by trying all."""

from collections.abc import Iterable, Sequence

from app.text.tokens import Token

Front = list[int]
"""The fewest words that must be marked in no mark, in one, in two, …; `NEVER` where it cannot be done."""

NEVER = 1 << 30


def front(old: Sequence[Token], new: Sequence[Token], most: int) -> Front:
    """For up to `most` marks. A mark is a stretch of words and signs that go or come, between two that are kept."""
    old, new = _between_the_ends(
        [token for token in old if not token.is_blank], [token for token in new if not token.is_blank]
    )
    nothing = [NEVER] * (most + 1)
    kept = [[0] + [NEVER] * most] + [nothing] * len(new)
    marked = [nothing] * (len(new) + 1)
    for place in range(len(old) + 1):
        kept_above, marked_above = kept, marked
        if place:
            kept, marked = [nothing] * (len(new) + 1), [nothing] * (len(new) + 1)
        for other in range(len(new) + 1):
            ways = []
            if place:
                ways.append(_marking(kept_above[other], marked_above[other], old[place - 1]))
            if other:
                ways.append(_marking(kept[other - 1], marked[other - 1], new[other - 1]))
            if ways:
                marked[other] = [min(way) for way in zip(*ways, strict=True)]
            if place and other and old[place - 1] == new[other - 1]:
                before = kept_above[other - 1], marked_above[other - 1]
                kept[other] = [min(way) for way in zip(*before, strict=True)]
    return [min(way) for way in zip(kept[-1], marked[-1], strict=True)]


def fewest(fronts: Iterable[Front], words: int, most: int) -> int:
    """The fewest marks in several texts with at most `words` marked in all; more than `most` when that is not enough."""
    total = [0] + [NEVER] * most
    for each in fronts:
        total = [
            min(total[place - own] + each[own] for own in range(min(place + 1, len(each)))) for place in range(most + 1)
        ]
    return next((place for place, needed in enumerate(total) if needed <= words), most + 1)


def _marking(kept: Front, marked: Front, token: Token) -> Front:
    """With one token more in a mark: one that begins there, or goes on."""
    cost = int(token.is_word)
    return [min(goes_on, begins) + cost for goes_on, begins in zip(marked, [NEVER, *kept], strict=False)]


def _between_the_ends(old: list[Token], new: list[Token]) -> tuple[list[Token], list[Token]]:
    """Without what is equal at both ends: a best way keeps it, as the mark that is first there may as well begin behind."""
    shorter = min(len(old), len(new))
    start = next((place for place in range(shorter) if old[place] != new[place]), shorter)
    end = next((place for place in range(shorter - start) if old[-1 - place] != new[-1 - place]), shorter - start)
    return old[start : len(old) - end], new[start : len(new) - end]
