"""How options are labelled: "Option 1:", "Option A", "Alt 2", "Opción 1", "[Option 1 …", "Option 1.2", "Option 2 bis"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from app.text.figures import roman
from app.text.numbering import ADDED

Order = tuple[int, ...]

LEAD = 80
"""How many characters, blanks for the most part, may stand before a label on its line."""

_WORDS = "Option|Opción|Opção|Alternative|Alternativa|Alt|Variante|Variant"
_LABEL = re.compile(
    rf"(?P<word>{_WORDS}|{_WORDS.upper()})\.?[^\S\n]*"
    r"(?P<name>\d{1,3}(?:\.\d{1,3})*|[IVX]{1,5}|[A-Z])"
    rf"(?:[^\S\n]?(?P<added>{ADDED.replace(' ', '|')}))?(?!\w)"
    r"(?P<end>[^\S\n]*(?:[:.)–—]|-(?=\s))[^\S\n]*|[^\S\n]*(?=[]\n\[{]|$))"
)
_LEAD = re.compile(r"[^\S\n]*(?:(?:\d{1,3}|[a-z]{1,3})[.)]\s+|\([a-z\d]{1,4}\)\s+)?")
_ROMAN = tuple(roman(count).upper() for count in range(1, 16))


class Series(NamedTuple):
    """Labels that count one row of options: the word they begin with and the kind of their numbers."""

    word: str
    kind: str


class Label(NamedTuple):
    """The label of an option: characters `start` to before `stop`, with the blanks around it.

    `readings` are the series it may belong to, with its place there, the likelier first: "I" is a Roman figure or a letter.
    `opens` says that it stands first in a bracket.
    """

    start: int
    stop: int
    name: str
    readings: tuple[tuple[Series, Order], ...]
    opens: bool


def labels_in(text: str) -> Iterator[Label]:
    """The labels of `text`, in order.

    One stands first on its line, behind nothing but a number, or first in a bracket, and is followed by a colon, a dot, a
    dash, a bracket, a brace or the line's end; a label alone in a bracket is none. Where a line begins with one, more may
    follow on it, with a colon.
    """
    labelled = -1
    for match in _LABEL.finditer(text):
        line = text.rfind("\n", 0, match.start()) + 1
        before = text[max(line, match.start() - LEAD) : match.start()]
        opens = before.rstrip().endswith("[")
        if match.start() - line <= LEAD and _LEAD.fullmatch(before):
            start, labelled = line, line
        elif text[match.end() : match.end() + 1] == "]" and opens:
            continue
        elif opens or (labelled == line and before[-1].isspace() and ":" in match["end"]):
            start = match.start()
        else:
            continue
        name = match["name"] + (f" {match['added']}" if match["added"] else "")
        yield Label(start, match.end(), name, tuple(_readings(match)), opens)


def _readings(match: re.Match[str]) -> Iterator[tuple[Series, Order]]:
    word, name = match["word"].lower(), match["name"]
    nth = (ADDED.split().index(match["added"]) + 2,) if match["added"] else ()
    if name[0].isdigit():
        yield Series(word, f"figure {name.count('.') + 1}"), (*map(int, name.split(".")), *nth)
        return
    if name in _ROMAN:
        yield Series(word, "Roman figure"), (_ROMAN.index(name) + 1, *nth)
    if len(name) == 1:
        yield Series(word, "letter"), (ord(name) - ord("A") + 1, *nth)
