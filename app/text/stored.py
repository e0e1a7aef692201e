"""The stored form of texts and changes: plain dictionaries and lists, as kept in the database and sent by the API.

Only what a person wrote is stored: keys, roles, whole paragraph texts. Never a diff, a number or a marker.
"""

from typing import Any

from app.text.change import Act, Delete, Insert, Keep, Move, Replace
from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.runs import NO_MARKS, Mark, Run, Runs

Plain = dict[str, Any]


def runs_to_plain(runs: Runs) -> list[Plain]:
    """`[{"text", "marks"?: […], "note"?: …}]`; marks in alphabetical order, absent when there are none."""
    out = []
    for run in runs:
        item: Plain = {"text": run.text}
        if run.marks:
            item["marks"] = sorted(run.marks)
        if run.note is not None:
            item["note"] = run.note
        out.append(item)
    return out


def runs_from_plain(items: list[Plain]) -> Runs:
    """The inverse of `runs_to_plain`. Raises KeyError or ValueError on anything else."""
    return tuple(
        Run(item["text"], frozenset(map(Mark, item["marks"])) if item.get("marks") else NO_MARKS, item.get("note"))
        for item in items
    )


def paragraph_to_plain(paragraph: Paragraph) -> Plain:
    out: Plain = {"key": paragraph.key, "role": paragraph.role.value, "runs": runs_to_plain(paragraph.runs)}
    if paragraph.level:
        out["level"] = paragraph.level
    return out


def paragraph_from_plain(item: Plain) -> Paragraph:
    return Paragraph(item["key"], Role(item["role"]), runs_from_plain(item["runs"]), item.get("level", 0))


def document_to_plain(document: Document) -> list[Plain]:
    return [paragraph_to_plain(paragraph) for paragraph in document]


def document_from_plain(items: list[Plain]) -> Document:
    return Document(paragraph_from_plain(item) for item in items)


def act_to_plain(act: Act) -> Plain:
    match act:
        case Replace(key, runs):
            return {"act": "replace", "key": key, "runs": runs_to_plain(runs)}
        case Delete(key):
            return {"act": "delete", "key": key}
        case Insert(paragraph, after):
            return {"act": "insert", "after": after, "paragraph": paragraph_to_plain(paragraph)}
        case Move(key, after):
            return {"act": "move", "key": key, "after": after}
        case Keep(key):
            return {"act": "keep", "key": key}


def act_from_plain(item: Plain) -> Act:
    """The inverse of `act_to_plain`. Raises KeyError or ValueError on anything else."""
    match item["act"]:
        case "replace":
            return Replace(item["key"], runs_from_plain(item["runs"]))
        case "delete":
            return Delete(item["key"])
        case "insert":
            return Insert(paragraph_from_plain(item["paragraph"]), item["after"])
        case "move":
            return Move(item["key"], item["after"])
        case "keep":
            return Keep(item["key"])
        case other:
            raise ValueError(f"no such act: {other!r}")


def acts_to_plain(acts: tuple[Act, ...]) -> list[Plain]:
    return [act_to_plain(act) for act in acts]


def acts_from_plain(items: list[Plain]) -> tuple[Act, ...]:
    return tuple(act_from_plain(item) for item in items)
