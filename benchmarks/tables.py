"""Results as a table to read and as JSON to keep."""

import json
import operator
import os
import platform
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).with_name("results")

Row = dict[str, Any]


def show(rows: list[Row]) -> None:
    """One line a row; a dash where there is nothing."""
    columns = list(dict.fromkeys(name for row in rows for name in row))
    cells = [columns, *([cell(row.get(name)) for name in columns] for row in rows)]
    widths = [max(len(line[place]) for line in cells) for place in range(len(columns))]
    for line in cells:
        print("  ".join(cell.rjust(width) for cell, width in zip(line, widths, strict=True)), flush=True)


def goal(name: str, reached: Any, sign: str, wanted: Any) -> Row:
    """One line of the goals, met or not; `sign` is "≤" or "≥" or "=". What was not measured does not meet it."""
    meets = {"≤": operator.le, "≥": operator.ge, "=": operator.eq}[sign]
    return {
        "goal": name,
        "wanted": f"{sign} {wanted}",
        "reached": reached,
        "met": reached is not None and meets(reached, wanted),
    }


def keep(subject: str, rows: list[Row], **about: Any) -> None:
    """Write `results/<subject>.json`, with what the machine is, and how many programs waited for its cores at the end."""
    machine: dict[str, object] = {"python": platform.python_version(), "system": platform.system(), "cores": os.cpu_count()}
    machine["load"] = [round(load, 1) for load in os.getloadavg()]
    RESULTS.mkdir(exist_ok=True)
    text = json.dumps({"subject": subject, **about, "machine": machine, "rows": rows}, indent=1, ensure_ascii=False)
    (RESULTS / f"{subject}.json").write_text(text + "\n", encoding="utf-8")


def cell(value: Any) -> str:
    """A value as it is read: three digits, a dash for nothing."""
    if value is None:
        return "-"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:.3g}" if isinstance(value, float) else str(value)
