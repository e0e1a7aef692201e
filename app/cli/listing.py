"""Tracked changes as JSON and as lines to read."""

from collections.abc import Iterable
from typing import Any

from app.word.changes import Kind, Tracked

_SHOWN = 70
_SAID = ("kind", "author", "date", "text")
_PLACED = ("story", "part", "paragraph")
_MORE = ("utc", "of", "quoted", "resolved")


def to_plain(found: Iterable[Tracked]) -> list[dict[str, Any]]:
    """The changes as JSON knows them, each with what more is known of it only where that says something.

    The words of a paragraph, `before` and `after`, are given with the first change in it: not again with each, which of a
    long paragraph with many changes would make very much.
    """
    out = []
    seen: set[tuple[str, int]] = set()
    for change in found:
        plain = {name: getattr(change, name) for name in _SAID + _PLACED} | _more(change)
        place = None if change.paragraph is None else (change.part, change.paragraph)
        if place is not None and place not in seen:
            seen.add(place)
            plain |= {"before": change.before, "after": change.after}
        out.append(plain)
    return out


def _more(change: Tracked) -> dict[str, Any]:
    known = {name: getattr(change, name) for name in _MORE}
    replies = [{name: getattr(reply, name) for name in _SAID} | _more(reply) for reply in change.replies]
    return {name: value for name, value in (known | {"replies": replies}).items() if value not in (None, False, [])}


def table(found: Iterable[Tracked]) -> str:
    """One line a change: where, what, who, when, and the beginning of the words."""
    rows = [row for change in found for row in _rows(change)]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = ("  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[4]]) for row in rows)
    return "\n".join(line.rstrip() for line in lines)


def _rows(change: Tracked) -> Iterable[tuple[str, str, str, str, str]]:
    where = "" if change.paragraph is None else str(change.paragraph + 1)
    where = where if change.story == "body" else f"{change.story} {where}".strip()
    kind = change.kind.replace("_", " ") + (f" of {change.of}" if change.of else "")
    text = _short(change.text)
    if change.kind is Kind.COMMENT and change.quoted:
        text = f"{text}  (on: {_short(change.quoted)})"
    yield where, kind, _short(change.author or "—"), change.when or "—", text
    for reply in change.replies:
        yield "", "  reply", _short(reply.author or "—"), reply.when or "—", _short(reply.text)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
