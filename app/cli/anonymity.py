"""Which reasons say who proposes."""

import re
import unicodedata
from collections.abc import Iterable

_ARTICLES = frozenset(("the", "el", "la", "los", "las", "le", "les"))
_ENDINGS = "aeious"
_STEM = 5
_WHOLE = 3


def names_one_of(reason: str, names: Iterable[str]) -> bool:
    """Whether `reason` holds one of the names, or a word that begins as one does ("Mexican", "hondureño").

    Accents and capitals make no difference. It rather finds one too many: what it misses tells who proposes.
    """
    said = _folded(reason)
    return any(re.search(_pattern(name), said) for name in names)


def _folded(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).split())


def _pattern(name: str) -> str:
    words = _folded(name).split()
    while len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    stem = " ".join(words)
    while len(stem) > _STEM and stem[-1] in _ENDINGS:
        stem = stem[:-1]
    return rf"\b{re.escape(stem)}" + (r"\b" if len(stem) <= _WHOLE else "")
