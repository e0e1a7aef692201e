"""Numbering as it reads: the labels Word computes and does not store."""

import re
from dataclasses import dataclass, field

from lxml import etree

from app.text.figures import letters, roman
from app.word.looks import Styles, descend, whole
from app.word.names import on, value, w

_LEVELS = 9
_PLACE = re.compile("%([1-9])")
_BULLETS = {"\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf0a8": "◻", "\uf02d": "-"}
_MOST = 100_000
_REPEATED = 40
"""How often a letter stands at most."""
_LONGEST = 255
"""Characters of the pattern of a label."""


def formatted(number: int, kind: str) -> str:
    """`number` in a number format of WordprocessingML; plain digits in one that is not known here."""
    match kind:
        case "lowerLetter" | "upperLetter" if number > 0:
            sign = letters(min(number, _MOST))[:_REPEATED]
            return sign if kind == "lowerLetter" else sign.upper()
        case "lowerRoman" | "upperRoman" if 0 < number < 4000:
            sign = roman(number)
            return sign if kind == "lowerRoman" else sign.upper()
        case "decimalZero":
            return f"{number:02d}"
        case "ordinal":
            last = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
            return f"{number}{last}"
        case "none":
            return ""
    return str(number)


@dataclass
class _Level:
    start: int = 1
    kind: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str | None = None


@dataclass
class _List:
    """One w:num: its levels, the counters it shares with every other w:num of the same kind, and its own starts."""

    levels: list[_Level]
    counters: list[int | None]
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of a package. Labels depend on what came before: ask for them in the order of the text."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._nums = _by(root, "num", "numId")
        self._abstracts = _by(root, "abstractNum", "abstractNumId")
        self._styles = styles
        self._lists: dict[str | None, _List | None] = {}
        self._counters: dict[str | None, list[int | None]] = {}

    def label(self, properties: etree._Element | None, style: str | None) -> str | None:
        """The label of the next paragraph, with these properties of its own and this style; None when it has none."""
        own, styled = descend(properties, "numPr"), self._styles.find(style, "pPr/numPr")
        number = value(descend(own, "numId")) or value(descend(styled, "numId"))
        numbered = self._list(number)
        if numbered is None:
            return None
        depth = value(descend(own, "ilvl"))
        if depth is None:
            styles = [value(found, "styleId") for found in self._styles.chain(style)]
            linked = (place for named in styles for place, level in enumerate(numbered.levels) if level.style == named)
            place = next(linked, None)
            depth = value(descend(styled, "ilvl")) if place is None else str(place)
        return _next(numbered, min(_whole(depth, 0), _LEVELS - 1))

    def _list(self, number: str | None) -> _List | None:
        if number not in self._lists:
            self._lists[number] = self._built(number) if number not in (None, "0") else None
        return self._lists[number]

    def _built(self, number: str | None) -> _List | None:
        num = self._nums.get(number)
        abstract = self._abstract(num)
        if num is None or abstract is None:
            return None
        levels = [_Level() for _ in range(_LEVELS)]
        for element in abstract.findall(w("lvl")):
            _fill(levels, element)
        starts = {}
        for override in num.findall(w("lvlOverride")):
            if (replaced := descend(override, "lvl")) is not None:
                _fill(levels, replaced)
            if (start := descend(override, "startOverride")) is not None:
                starts[_whole(value(override, "ilvl"), 0)] = _whole(value(start), 1)
        counters = self._counters.setdefault(value(abstract, "abstractNumId"), [None] * _LEVELS)
        return _List(levels, counters, starts)

    def _abstract(self, num: etree._Element | None) -> etree._Element | None:
        """The definition behind a w:num; a definition may only point to a numbering style, which points to another."""
        seen: set[str] = set()
        while True:
            abstract = self._abstracts.get(value(descend(num, "abstractNumId")))
            link = value(descend(abstract, "numStyleLink"))
            linked = self._nums.get(value(descend(self._styles.find(link, "pPr/numPr"), "numId"))) if link else None
            if link is None or link in seen or linked is None:
                return abstract
            seen.add(link)
            num = linked


def _by(root: etree._Element | None, tag: str, attribute: str) -> dict[str | None, etree._Element]:
    """The definitions of this name by what the attribute says: of several, the first."""
    found = reversed(root.findall(w(tag))) if root is not None else ()
    return {value(each, attribute): each for each in found if value(each, attribute) is not None}


def _fill(levels: list[_Level], element: etree._Element) -> None:
    depth = _whole(value(element, "ilvl"), 0)
    if depth >= _LEVELS:
        return
    restart = value(descend(element, "lvlRestart"))
    levels[depth] = _Level(
        start=_whole(value(descend(element, "start")), 0),
        # An extended format stands in mc:AlternateContent, with a plain one to fall back to.
        kind=next((value(found) or "decimal" for found in reversed(list(element.iter(w("numFmt"))))), "decimal"),
        text=(value(descend(element, "lvlText")) or "")[:_LONGEST],
        restart=None if restart is None else _whole(restart, 0),
        legal=bool(on(descend(element, "isLgl"))),
        style=value(descend(element, "pStyle")),
    )


def _next(numbered: _List, depth: int) -> str | None:
    levels, counters = numbered.levels, numbered.counters
    before = counters[depth]
    if depth in numbered.starts:
        counters[depth] = numbered.starts.pop(depth)
    else:
        counters[depth] = levels[depth].start if before is None else before + 1
    for deeper in range(depth + 1, _LEVELS):
        restart = levels[deeper].restart
        if restart is None or depth < restart:
            counters[deeper] = None
    level = levels[depth]
    if level.kind == "bullet":
        return _BULLETS.get(level.text, "•" if not level.text or "\ue000" <= level.text[0] <= "\uf8ff" else level.text)

    def shown(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        count = counters[at]
        kind = levels[at].kind
        return formatted(
            levels[at].start if count is None else count, "decimal" if level.legal and kind != "none" else kind
        )

    return _PLACE.sub(shown, level.text).strip() or None


def _whole(text: str | None, otherwise: int) -> int:
    number = whole(text)
    return otherwise if number is None else number
