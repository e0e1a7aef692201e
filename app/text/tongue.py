"""In which language a text is written, as far as its commonest words tell.

For proposing, never for deciding: whoever brings a text says what it is in.
"""

import re

_COMMON = {
    "en": "the of and to in that by for with from their which shall on this be",
    "es": "de la que el en los las y del por para con su una un sus al lo",
    "fr": "de la les des et le du en dans que par pour une aux leurs ainsi au",
    "pt": "de a que e o da do em os as dos para com uma na no ao das",
}
COMMON = {language: frozenset(words.split()) for language, words in _COMMON.items()}
"""What is said most in a language, as such texts say it."""
_WORD = re.compile(r"[^\W\d_]+")
ENOUGH = 8
"""Common words that must be there before anything is said."""
AHEAD = 1.4
"""How many times as often the words of the language must stand there as those of any other."""


def tongue(text: str) -> str | None:
    """The language of the text, of those known here; None where it is too short, or too near to two of them."""
    words = [word.lower() for word in _WORD.findall(text)]
    counts = sorted((sum(word in common for word in words), language) for language, common in COMMON.items())
    (second, _), (first, language) = counts[-2:]
    return language if first >= ENOUGH and first >= AHEAD * second else None
