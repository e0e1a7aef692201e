"""`protempore compile`, from files to Word file: amendments by 193 delegations on a Word file of 200 pages.

Whole processes, start included: `wall` and `cpu` in seconds, `mib` at the peak. `growth` is how much more of the processor
each took than the number before it, divided by how many more there were: 1 is linear.
"""

import json
import statistics
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.text.change import Act, Change, Delete, Insert, Keep, Move, Replace
from app.text.runs import plain
from app.word.clean import clean
from app.word.front import Front
from benchmarks.environments import versions
from benchmarks.judging import SCALPEL, by_scalpel, right
from benchmarks.pairs import AT
from benchmarks.processes import whole
from benchmarks.tables import Row, goal
from benchmarks.texts import amendments, document
from benchmarks.wordfiles import authors, looks, text

COMMAND = Path(sys.executable).with_name("protempore")
PAGES = 200
COUNTS = (100, 1000, 5000, 20000)
RUNS = 3
LIMIT = 120.0
"""Seconds after which a run is cut."""

REASONS = 5
"""One amendment in so many has a reason, which becomes a comment."""


def rows() -> list[Row]:
    """One row for each number of amendments."""
    found: list[Row] = []
    base = document(PAGES)
    keys = {key: f"p{number}" for number, key in enumerate(base.keys, 1)}
    with tempfile.TemporaryDirectory() as folder:
        text_file, file, out = (Path(folder) / name for name in ("base.docx", "amendments.json", "compilation.docx"))
        text_file.write_bytes(clean(base, Front(title="Declaration", at=AT)))
        for count in COUNTS:
            changes = amendments(base, count)
            entries = [_entry(change, keys) for change in changes]
            file.write_text(json.dumps({"amendments": entries}), encoding="utf-8")
            command = [COMMAND, "compile", text_file, file, "-o", out, "--date", "2017-04-24"]
            row = {"amendments": count, **_measured(command)}
            before = found[-1] if found else None
            more = count / before["amendments"] if before else None
            row["growth"] = row["cpu"] / before["cpu"] / more if before and more else None
            _, rejected = by_scalpel(out)
            row["rejected is the base"] = right([*map(text, rejected)], [*map(text, looks(text_file))]) == 1
            row["authors"] = len(authors(out))
            row["KiB"] = out.stat().st_size // 1024
            found.append(row)
    return found


def goals(rows: list[Row]) -> list[Row]:
    """What we hold ourselves to."""
    row = next(row for row in rows if row["amendments"] == 5000)
    return [
        *(goal(f"5,000 amendments: {what}", row[what], "≤", 3) for what in ("wall", "cpu")),
        goal("5,000 amendments: MiB", row["mib"], "≤", 500),
        goal("rejecting all gives the base", all(row["rejected is the base"] for row in rows), "=", True),
    ]


def about() -> dict[str, object]:
    return {"pages": PAGES, "judge": versions(SCALPEL)}


def _measured(command: list[str | Path]) -> Row:
    runs = [whole(command, LIMIT) for _ in range(RUNS)]
    if ends := {run.end for run in runs} - {"done"}:
        raise SystemExit(f"{COMMAND.name} compile: {', '.join(sorted(ends))}")
    row: Row = {name: statistics.median(getattr(run, name) for run in runs) for name in ("wall", "cpu")}
    return {**row, "mib": max(run.mib for run in runs)}


def _entry(change: Change, keys: Mapping[str, str]) -> dict[str, Any]:
    reason = {} if int(str(change.id)) % REASONS else {"reason": "So that the text says who is meant."}
    at = AT.isoformat()
    return {"id": change.id, "by": [change.author], "at": at, **reason, "changes": [_act(act, keys) for act in change.acts]}


def _act(act: Act, keys: Mapping[str, str]) -> dict[str, Any]:
    match act:
        case Replace():
            return {"act": "replace", "key": keys[act.key], "text": plain(act.runs)}
        case Delete():
            return {"act": "delete", "key": keys[act.key]}
        case Keep():
            return {"act": "keep", "key": keys[act.key]}
        case Move():
            return {"act": "move", "key": keys[act.key], "after": keys[act.after] if act.after else None}
        case Insert():
            return {"act": "insert", "after": keys[act.after] if act.after else None, "text": act.paragraph.text}
