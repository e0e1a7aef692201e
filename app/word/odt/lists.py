"""Numbering as it reads: the labels an OpenDocument text shows in front of list items and headings and does not store."""

import re
from dataclasses import dataclass, field

from lxml import etree

from app.word.labels import formatted
from app.word.looks import whole
from app.word.odt.names import given, named, odf

_DEPTHS = 10
_LONGEST = 255
"""Characters of the pattern of a label."""
_KINDS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_PLACE = re.compile(r"%(\d{1,2})%")


@dataclass(frozen=True, slots=True)
class _Level:
    """One depth of a list style. `pattern` has "%2%" where the number of depth 2 goes; `kind` None is no number."""

    kind: str | None
    pattern: str
    start: int


@dataclass
class Sequence:
    """One list as it is counted: its style and how far each depth has come."""

    style: str | None
    counts: list[int | None] = field(default_factory=lambda: [None] * _DEPTHS)


class Lists:
    """The list styles of a text and its lists so far. Labels depend on what came before: ask in the order of the text."""

    def __init__(self, *roots: etree._Element | None) -> None:
        self._styles: dict[str, dict[int, _Level]] = {}
        self._outline: dict[int, _Level] = {}
        self._by_id: dict[str, Sequence] = {}
        self._by_style: dict[str | None, Sequence] = {}
        self._headings = Sequence(None)
        for root in roots:
            for style in root.iter(odf("text:list-style"), odf("text:outline-style")) if root is not None else ():
                levels = {whole(given(level, "text:level")) or 1: _level(level) for level in style if named(level)}
                if named(style) == "text:outline-style":
                    self._outline = levels
                else:
                    self._styles[given(style, "style:name") or ""] = levels

    def opened(self, element: etree._Element, style: str | None) -> Sequence:
        """The sequence that the outermost text:list `element` counts in: its own, or the one it says it goes on with.

        `style` is the list style of its first paragraph, for a list that names none.
        """
        name = given(element, "text:style-name") or style
        continued = given(element, "text:continue-list")
        known = self._by_id.get(continued) if continued else None
        if known is None and given(element, "text:continue-numbering") == "true":
            known = self._by_style.get(name)
        sequence = Sequence(name) if known is None else known
        self._by_style[name] = sequence
        if identifier := given(element, "xml:id"):
            self._by_id[identifier] = sequence
        return sequence

    def label(self, sequence: Sequence, style: str | None, depth: int, start: int | None) -> str | None:
        """The label of the next item of `sequence` at `depth` (1 is the outermost); None when it shows none.

        `style` is the list style in force there; `start` the number the item says it has.
        """
        return _next(self._styles.get(style or sequence.style or "", {}), sequence.counts, depth, start)

    def heading(self, depth: int, start: int | None) -> str | None:
        """The label of the next heading at `depth`, by the outline of the text; None when headings are not numbered."""
        return _next(self._outline, self._headings.counts, depth, start)


def _level(element: etree._Element) -> _Level:
    depth = whole(given(element, "text:level")) or 1
    start = whole(given(element, "text:start-value"))
    if named(element).endswith("-style-bullet"):
        sign = given(element, "text:bullet-char") or "•"
        return _Level(None, "•" if "\ue000" <= sign[0] <= "\uf8ff" else sign, 1)
    kind = _KINDS.get(given(element, "style:num-format") or "")
    pattern = given(element, "loext:num-list-format") or given(element, "style:num-list-format")
    if pattern is None:
        shown = min(whole(given(element, "text:display-levels")) or 1, depth)
        numbers = ".".join(f"%{place}%" for place in range(depth - shown + 1, depth + 1))
        before, after = given(element, "style:num-prefix") or "", given(element, "style:num-suffix") or ""
        pattern = f"{before}{numbers}{after}"
    return _Level(kind, pattern[:_LONGEST] if kind else "", 1 if start is None else start)


def _next(levels: dict[int, _Level], counts: list[int | None], depth: int, start: int | None) -> str | None:
    if not 1 <= depth <= _DEPTHS:
        return None
    level = levels.get(depth)
    before = counts[depth - 1]
    first = level.start if level is not None else 1
    counts[depth - 1] = start if start is not None else first if before is None else before + 1
    counts[depth:] = [None] * (_DEPTHS - depth)
    if level is None:
        return None

    def number(place: re.Match[str]) -> str:
        at = int(place[1])
        other = levels.get(at)
        if other is None or other.kind is None or not 1 <= at <= _DEPTHS:
            return ""
        count = counts[at - 1]
        return formatted(other.start if count is None else count, other.kind)

    return _PLACE.sub(number, level.pattern).strip() or None
