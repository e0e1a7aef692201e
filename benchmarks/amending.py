"""Amendments by 193 delegations on a text of 200 pages: set against each other, grouped, merged, compiled, carried over.

`growth` is how much longer each took than for the number before it, divided by how many more there were: 1 is linear.
Each number is measured in a process of its own, so that the memory is its own.
"""

import json
import subprocess
import sys
import time

from app.text.compilation import compilation
from app.text.contest import Contest
from app.text.merge import Contested, merge
from app.text.packages import compatible_in
from app.text.rebase import rebase
from app.text.step import Step
from benchmarks.contestants.measuring import mebibytes
from benchmarks.environments import ROOT
from benchmarks.tables import Row, goal
from benchmarks.texts import amendments, document, edited

PAGES = 200
COUNTS = (100, 1000, 5000, 20000)
CHANGED = 0.10
"""What share of the paragraphs the next revision changes."""


def rows() -> list[Row]:
    """One row for each number of amendments."""
    found: list[Row] = []
    for count in COUNTS:
        command = [sys.executable, "-m", "benchmarks.amending", str(count)]
        row = json.loads(subprocess.run(command, check=True, capture_output=True, cwd=ROOT).stdout)
        before = found[-1] if found else None
        for name in ("clash to runs", "rebase"):
            more = count / before["amendments"] if before else None
            row[f"growth of {name}"] = row[name] / before[name] / more if before and more else None
        found.append(row)
    return found


def row(count: int) -> Row:
    """Seconds of the processor for each step, which company on the machine alters least; `clash to runs` is all but the
    last together, and `wall` is all of them by the clock on the wall."""
    base = document(PAGES)
    new, pending = edited(base, CHANGED), amendments(base, count)
    held, began = mebibytes(), time.process_time()
    wall = time.perf_counter()
    contest = Contest(base, pending)
    laps = {"read": time.process_time()}
    found = compatible_in(contest)
    laps["clash graph"] = time.process_time()
    by_id = {reading.id: reading for reading in contest.readings}
    free = merge(base, [by_id[one] for proposal in found.free for one in proposal.changes])
    everything = merge(base, contest.readings)
    laps["merge"] = time.process_time()
    redline = compilation(base, contest.readings, str)
    laps["compile"] = time.process_time()
    step = Step(base, new)
    outcomes = [rebase(change, base, new, step) for change in pending]
    laps["rebase"] = time.process_time()
    wall = time.perf_counter() - wall
    assert len(redline.lines) >= len(base) and len(outcomes) == count and not isinstance(free, Contested)
    out: Row = {"amendments": count}
    last = began
    for name, at in laps.items():
        out[name] = at - last
        last = at
    out["clash to runs"] = laps["compile"] - began
    out["wall"] = wall
    out["mib"] = mebibytes() - held
    out["places contested"] = len(everything.rivalries) if isinstance(everything, Contested) else 0
    out["groups"] = len(found.groups)
    return out


def goals(rows: list[Row]) -> list[Row]:
    """What we hold ourselves to."""
    row = next(row for row in rows if row["amendments"] == 5000)
    return [goal(f"5,000 amendments, {name}: s", row[name], "≤", 2) for name in ("clash to runs", "rebase")]


def about() -> dict[str, object]:
    return {"pages": PAGES, "changed": CHANGED}


if __name__ == "__main__":
    print(json.dumps(row(int(sys.argv[1]))))
