"""The part of docs/word.md that says what was measured: written from the runs that are kept in `results`."""

import json
import statistics
from collections.abc import Iterable
from typing import Any

from benchmarks.environments import ROOT
from benchmarks.tables import RESULTS, Row, cell

PAGE = ROOT / "docs" / "word.md"
BEGIN, END = "<!-- measured: written by `make bench` -->\n", "<!-- end of what was measured -->\n"

COMPILED = {
    "amendments": "amendments",
    "s": "wall",
    "s of the processor": "cpu",
    "MiB": "mib",
    "growth (1 is linear)": "growth",
    "rejecting gives the base": "rejected is the base",
    "authors": "authors",
    "KiB of the file": "KiB",
}
"""What the page shows of compilations, and what it is called there."""


def write() -> None:
    """Renew that part of the page."""
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


def renewed(page: str) -> str:
    """The page with what the kept runs say."""
    return page[: page.index(BEGIN)] + BEGIN + "\n" + section() + "\n" + page[page.index(END) :]


def section() -> str:
    """What the kept runs say."""
    redline, compiled = (_kept(subject) for subject in ("redline", "compile"))
    goals = [{**row, "met": "yes" if row["met"] else "**no**"} for row in (*redline["goals"], *compiled["goals"])]
    versions = ", ".join(f"{name} {number}" for name, number in (redline["peers"] | redline["judge"]).items())
    parts = [
        f"{_machine(redline)} Measured were {versions}.",
        _table(goals),
        f"**Redlines** of plain texts; a peer is cut after {redline['limit']:.0f} s.",
        _table(_plain(redline["rows"])),
        f"**Right**, of all {len({_pair(row) for row in redline['rows']})} pairs:",
        _table(_right(redline["rows"])),
        f"**Compilations.** {_machine(compiled)}",
        _table([{name: row[column] for name, column in COMPILED.items()} for row in compiled["rows"]]),
    ]
    return "\n\n".join(parts) + "\n"


def _kept(subject: str) -> dict[str, Any]:
    return json.loads((RESULTS / f"{subject}.json").read_text(encoding="utf-8"))


def _machine(run: dict[str, Any]) -> str:
    machine = run["machine"]
    waiting = machine["load"][1]
    state = (
        f"shared with other work: {waiting} programs at once" if waiting > machine["cores"] else "with nothing else to do"
    )
    return f"Python {machine['python']} on {machine['cores']} cores {state}."


def _pair(row: Row) -> tuple[str, int, float]:
    return row["kind"], row["pages"], row["edited"]


def _plain(rows: list[Row]) -> list[Row]:
    """A line for each size and share: ours in numbers, the others in times of ours."""
    lines: dict[tuple[str, int, float], Row] = {}
    for row in rows:
        if row["kind"] != "plain":
            continue
        line = lines.setdefault(_pair(row), {"pages": f"{row['pages']:,}", "edited": f"{row['edited']:.0%}"})
        if row["end"] != "done":
            line[row["by"]] = row["end"]
        elif "ours" not in line:
            line["ours"] = f"{row['wall']:.2f} s, {row['mib']:.0f} MiB"
            line["processor"] = f"{row['cpu']:.2f} s"
            line["in process"] = f"{seconds:.2f} s" if (seconds := row.get("in process")) else None
        else:
            line[row["by"]] = f"{row['× wall']:.2g} × (processor {row['× cpu']:.2g} ×), {row['mib']:.0f} MiB"
    return list(lines.values())


def _right(rows: list[Row]) -> list[Row]:
    """A line for each contestant."""
    found = []
    for by in dict.fromkeys(row["by"] for row in rows):
        mine = [row for row in rows if row["by"] == by]
        marks = [row["marks/least"] for row in mine if row.get("marks/least") is not None]
        found.append(
            {
                "": by,
                "written": _count(row["end"] == "done" for row in mine),
                "exact in words": _count(_all(row, "text") for row in mine),
                "and in looks": _count(_all(row, "text") and _all(row, "looks") for row in mine),
                "marks over the least: median": f"{statistics.median(marks):.2f}",
                "worst": f"{max(marks):.2f}",
                "lowest": f"{min(marks):.2f}",
            }
        )
    return found


def _all(row: Row, what: str) -> bool:
    """Whether all readers find the redline exact both ways."""
    return row["end"] == "done" and all(share == 1 for name, share in row.items() if name.startswith(f"{what} by"))


def _count(found: Iterable[bool]) -> int:
    return sum(found)


def _table(rows: list[Row]) -> str:
    columns = list(dict.fromkeys(name for row in rows for name in row))
    sides = ["---" if isinstance(rows[0][name], str) else "---:" for name in columns]
    lines = [columns, sides, *([cell(row.get(name)) for name in columns] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


if __name__ == "__main__":
    write()
