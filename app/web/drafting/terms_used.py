"""Terms that delegations ask to avoid, where a proposal brings them or takes them out."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.drafting.queries import TermView
from app.drafting.states import Wish
from app.drafting.terms import occurrences
from app.text.document import Document


@dataclass(frozen=True, slots=True)
class TermUse:
    """A term somebody asks to avoid, and whether a proposal `brings` it or takes it out."""

    term: str
    delegation: str
    brings: bool


def terms_touched(terms: Iterable[TermView], base: Document, after: Document | None) -> tuple[TermUse, ...]:
    """The unwanted terms of which `after` has more, or fewer, than `base`."""
    if after is None:
        return ()
    found = []
    for term in terms:
        if term.wish is Wish.AVOID:
            more = len(occurrences(after, term.term)) - len(occurrences(base, term.term))
            if more:
                found.append(TermUse(term.term, term.delegation, more > 0))
    return tuple(found)
