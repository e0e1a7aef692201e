"""The tokens of a text: the pieces that a change may take or leave whole.

Nothing is lost: the tokens of some runs, put together again, are those runs. What is one token:

- a stretch of blanks, of whatever kind;
- a word of any script that parts its words with blanks, with its inner hyphens ("ad-hoc") and apostrophes ("don't");
- an elided article or pronoun apart from the word it leans on ("l’" "homme", "d'" "eau", "jusqu’" "à"), since a
  change nearly always concerns one of the two;
- a number with its separators ("4,000", "10.7", "4 000" with a no-break space);
- one character of a script that does not part its words (Han, kana), in Thai and Lao with the signs it carries;
- a stretch of dots or low lines (leaders, blanks to fill in);
- any other character, so every bracket, quotation mark, "¿" and "«" stands alone.

A word of which a part is bold is two tokens, since each token has one set of marks. A footnote call is a token.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from app.text.runs import NO_MARKS, Mark, Run, Runs, joined


class Token(NamedTuple):
    """A piece of text with its marks; `note` is the text of a footnote, and then `text` is its anchor."""

    text: str
    marks: frozenset[Mark] = NO_MARKS
    note: str | None = None

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to see: spaces of any kind."""
        return self.text.isspace()

    @property
    def is_word(self) -> bool:
        """Whether it has a letter or a digit."""
        return _is_word(self.text)


def word_places(tokens: Sequence[Token]) -> list[int]:
    """Where the words are among `tokens`."""
    # Texts are compared word for word, so this is asked of every token: most are told at a glance.
    return [
        place
        for place, token in enumerate(tokens)
        if token is not _SPACE and ((text := token[0]).isalnum() or _is_word(text))
    ]


def _is_word(text: str) -> bool:
    return text.isalnum() or (len(text) > 1 and any(map(str.isalnum, text)))


_PUNCTUATION = (
    r"!-/:-@\[-\^`{-~"
    r"\u00a1-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7"
    r"\u037e\u0387\u055a-\u055f\u0589\u058a\u05be\u05c0\u05c3\u05f3\u05f4\u060c\u061b\u061e\u061f\u066a-\u066d\u06d4"
    r"\u0964\u0965\u0e4f\u0e5a\u0e5b\u1361-\u1368\u2010-\u2027\u2030-\u205e\u20a0-\u20cf\u2190-\u2bff\u2e00-\u2e7f"
    r"\u3001-\u3004\u3008-\u3020\u3030\u30fb\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\ufffc"
)
_UNPARTED = (
    r"\u2e80-\u2fdf\u3005-\u3007\u3021-\u302f\u3031-\u30fa\u30fc-\u312f\u3190-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    r"\U00020000-\U0003ffff\u0e01-\u0e4e\u0e81-\u0ece"
)
_SIGNS = (
    r"\u0300-\u036f\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef"
    r"\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece"
)
_LETTER = rf"[^\s{_PUNCTUATION}{_UNPARTED}]"
_ELIDED = "[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|quelqu|presqu|un|dell|all|nell|dall|sull|coll|gl|quest|quell|bell|sant"
_VOWEL = "aeiouyhàáâãäæèéêëìíîïòóôõöœùúûüAEIOUYHÀÁÂÃÄÆÈÉÊËÌÍÎÏÒÓÔÕÖŒÙÚÛÜ"

_PLAIN_WORD = r"[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]+(?=[\s.,;:]|\Z)"
"""Most words. What comes after it in `_TOKEN` takes them just so, in twice the time."""

_TOKEN = re.compile(
    rf"{_PLAIN_WORD}"
    r"|\s+"
    r"|[\[\]]"
    rf"|[{_UNPARTED}][{_SIGNS}]*"
    rf"|(?i:{_ELIDED})['’ʼ](?=[{_VOWEL}])"
    rf"|{_LETTER}+(?:(?:[-‐‑'’ʼ·]|(?<=\d)[.,٫٬](?=\d)|(?<=\d)[\u00a0\u202f](?=\d{{3}}(?!\d))){_LETTER}+)*"
    r"|\.{2,}"
    r"|.",
    re.DOTALL,
)


_SPACE = Token(" ")

_unmarked = lru_cache(maxsize=1 << 15)(Token)
"""The token of a frequent word is made once; a language has fewer frequent words than this."""


@lru_cache(maxsize=1 << 15)
def _between_spaces(word: str) -> tuple[Token, ...]:
    """The tokens of what stands between two spaces, and that of the second."""
    return (*map(_unmarked, _TOKEN.findall(word)), _SPACE)


def tokenise(runs: Runs) -> tuple[Token, ...]:
    """The tokens of `runs`. Runs with the same words and marks have the same tokens, however they are cut."""
    if len(runs) == 1 and not runs[0].marks and runs[0].note is None:
        text = runs[0].text
        # No token but a stretch of blanks reaches across a space, so text without another blank comes apart at them.
        parted = text.split()
        if " ".join(parted) == text:
            return tuple(chain.from_iterable(map(_between_spaces, parted)))[:-1]
        return tuple(map(_unmarked, _TOKEN.findall(text)))
    tokens: list[Token] = []
    for run in joined(runs):
        if run.note is not None:
            tokens.append(Token(run.text, run.marks, run.note))
        else:
            tokens.extend(Token(text, run.marks) for text in _TOKEN.findall(run.text))
    return tuple(tokens)


def untokenise(tokens: Iterable[Token]) -> Runs:
    """The runs that the tokens make, in the fewest runs. `untokenise(tokenise(runs)) == joined(runs)`."""
    runs: list[Run] = []
    texts: list[str] = []
    marks = NO_MARKS

    def close() -> None:
        if texts:
            runs.append(Run("".join(texts), marks))
            texts.clear()

    for token in tokens:
        if token.note is not None:
            close()
            runs.append(Run(*token))
        elif token.text:
            if token.marks != marks:
                close()
                marks = token.marks
            texts.append(token.text)
    close()
    return tuple(runs)


def words(tokens: Iterable[Token]) -> int:
    """How many of the tokens are not blanks."""
    return sum(not token.text.isspace() for token in tokens)
