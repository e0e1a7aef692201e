"""The signs of a text under negotiation, in order: what the grammar stands on."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from app.text.brackets.labels import Label, Order, Series, labels_in


class SignKind(StrEnum):
    """What a sign does."""

    OPEN = "["
    CLOSE = "]"
    OPEN_NOTE = "{"
    CLOSE_NOTE = "}"
    LONE = "brace without a partner"
    SLASH = "/"
    LABEL = "label"
    HEADING = "heading"


@dataclass(slots=True)
class Sign:
    """A sign at the characters `start` to before `stop`; a heading has no length.

    A note may stand `alone` on its line, or say where options end: `ends` is then the name of the option that does, or ""
    where it says no name. `coming` are the next labels of each series before the next heading.
    """

    kind: SignKind
    start: int
    stop: int
    label: Label | None = None
    alone: bool = False
    ends: str | None = None
    coming: dict[Series, Order] = field(default_factory=dict)


_SIGN = re.compile(r"[\[\]{}]|(?<=\S)[^\S\n]+/[^\S\n]+(?=\S)")
_ALONE = re.compile(r"^[^\S\n]*(?P<note>\{[^{}\n]*\})[^\S\n]*$", re.MULTILINE)
_BRACE = re.compile(r"[{}\n]")
_ENDS = re.compile(
    r"\s*(?:end|fin|fim)\s+(?:of|de|das|des)\s+(?:the\s+|las?\s+)?"
    r"(?:options?|opci[oó]n(?:es)?|opç(?:ão|ões)|alternativ[ae]s?)(?:\s+(?P<name>[\w.]+))?\s*",
    re.IGNORECASE,
)
_HEADING = re.compile(r"^[^\S\n]*(?:#{1,6}[^\S\n]+|(?:[IVXL]+|[A-Z])\.[^\S\n]+)(?P<words>[^\s{][^\n]*)$", re.MULTILINE)

HEADING_WORDS = 24
"""The longest heading, in words, of those that are told from a Roman figure or a capital before them."""


def signs(text: str, headings: Collection[int] | None = None) -> list[Sign]:
    """The signs of `text`. `headings` are the places where headings begin; None: they are told from how they look."""
    labels = list(labels_in(text))
    found = list(_marks(text))
    found += [Sign(SignKind.LABEL, label.start, label.stop, label) for label in labels]
    starts = {label.start for label in labels}
    for place in sorted(set(_headings(text) if headings is None else headings) - starts):
        found.append(Sign(SignKind.HEADING, place, place))
    found.sort(key=lambda sign: (sign.start, sign.stop))
    covered = 0
    kept = []
    for sign in found:
        if sign.start >= covered:
            kept.append(sign)
            covered = sign.stop
    _look_ahead(kept)
    return kept


def _marks(text: str) -> Iterator[Sign]:
    notes = _notes(text)
    alone = {match.start("note") for match in _ALONE.finditer(text)}
    for match in _SIGN.finditer(text):
        start, stop = match.span()
        sign = match[0]
        if sign in "[]":
            yield Sign(SignKind(sign), start, stop)
        elif "/" in sign:
            yield Sign(SignKind.SLASH, start, stop)
        elif start not in notes:
            yield Sign(SignKind.LONE, start, stop)
        elif sign == "}":
            yield Sign(SignKind.CLOSE_NOTE, start, stop)
        else:
            end = notes[start]
            said = _ENDS.fullmatch(text, start + 1, end)
            yield Sign(SignKind.OPEN_NOTE, start, stop, alone=start in alone, ends=(said["name"] or "") if said else None)


def _notes(text: str) -> dict[int, int]:
    """The places of braces that have a partner on their line, each with its partner's."""
    partners: dict[int, int] = {}
    opened: list[int] = []
    for match in _BRACE.finditer(text):
        match match[0]:
            case "{":
                opened.append(match.start())
            case "\n":
                opened.clear()
            case _ if opened:
                start = opened.pop()
                partners |= {start: match.start(), match.start(): start}
    return partners


def _headings(text: str) -> Iterator[int]:
    for match in _HEADING.finditer(text):
        words = match["words"].rstrip()
        if len(words.split()) <= HEADING_WORDS and not words.endswith((",", ";", ":", ".")):
            yield match.start()


def _look_ahead(found: list[Sign]) -> None:
    coming: dict[Series, Order] = {}
    for sign in reversed(found):
        if sign.kind is SignKind.HEADING:
            coming = {}
        elif sign.label is not None:
            coming = coming | dict(sign.label.readings)
        elif sign.alone:
            sign.coming = coming
