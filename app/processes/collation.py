"""Alphabetical order, as the readers of a language expect it."""

import unicodedata

_LETTERS_OF_THEIR_OWN = {"es": {"ñ": "n\U0010ffff"}}
_DISTINCT = "~"
_UNFOLDED = {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d"}


def sort_key(text: str, language: str) -> tuple[str, str, str]:
    """A key that sorts by letters first, by accents only between equal letters, by capitals last.

    Hyphens, apostrophes and dots separate words, as a space does; in Spanish ñ is a letter of its own, after n.
    """
    own = _LETTERS_OF_THEIR_OWN.get(language.replace("_", "-").split("-")[0].lower(), {})
    composed = unicodedata.normalize("NFC", text)
    letters, accents = [], []
    for sign in composed.casefold():
        if sign in own:
            letters.append(own[sign])
            continue
        parts = unicodedata.normalize("NFD", _UNFOLDED.get(sign, sign))
        letters.append("".join(part if part.isalnum() else " " for part in parts if not unicodedata.combining(part)))
        accents.append(
            "".join(part for part in parts if unicodedata.combining(part)) or (_DISTINCT if sign in _UNFOLDED else " ")
        )
    return " ".join("".join(letters).split()), "".join(accents), composed.swapcase()
