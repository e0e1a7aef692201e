"""Tracked changes as JSON and as lines to read."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from app.word.changes import Kind, Tracked

_SHOWN = 70
_ALWAYS = ("kind", "author", "date", "text", "story", "paragraph", "before", "after")


def to_plain(change: Tracked) -> dict[str, Any]:
    """The change as JSON knows it; `of`, `quoted`, `resolved` and `replies` only where they say something."""
    out: dict[str, Any] = {}
    for item in fields(change):
        value = getattr(change, item.name)
        if item.name in _ALWAYS or value not in (None, False, ()):
            out[item.name] = [to_plain(reply) for reply in value] if item.name == "replies" else value
    return out


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
    yield where, kind, _short(change.author or "—"), change.date or "—", text
    for reply in change.replies:
        yield "", "  reply", _short(reply.author or "—"), reply.date or "—", _short(reply.text)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
