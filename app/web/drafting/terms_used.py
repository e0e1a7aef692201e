"""Terms that delegations ask to avoid, where a proposal brings them or takes them out."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.drafting.queries import TermView
from app.drafting.states import Wish
from app.drafting.terms import occurrences
from app.text.document import Document


@dataclass(frozen=True, slots=True)
class TermUse:
    """Terms a delegation asks to avoid, and whether a proposal `brings` them or takes them out."""

    terms: tuple[str, ...]
    delegation: str
    brings: bool


def terms_touched(asked: Iterable[TermView], base: Document, after: Document | None) -> tuple[TermUse, ...]:
    """The unwanted terms of which `after` has more, or fewer, than `base`, by the delegation that asks to avoid them."""
    if after is None:
        return ()
    found: dict[tuple[str, bool], list[str]] = {}
    for each in asked:
        if each.wish is Wish.AVOID:
            more = len(occurrences(after, each.term)) - len(occurrences(base, each.term))
            if more:
                found.setdefault((each.delegation, more > 0), []).append(each.term)
    return tuple(TermUse(tuple(terms), delegation, brings) for (delegation, brings), terms in found.items())


def terms_standing(asked: Iterable[TermView], key: str) -> tuple[TermUse, ...]:
    """The unwanted terms that stand in a paragraph of the present text."""
    found: dict[str, list[str]] = {}
    for each in asked:
        if each.wish is Wish.AVOID and any(place.key == key for place in each.occurrences):
            found.setdefault(each.delegation, []).append(each.term)
    return tuple(TermUse(tuple(terms), delegation, brings=True) for delegation, terms in found.items())
