"""`protempore redline` between Word files, beside others who make redlines of them, on the same pairs in one run.

`wall`, `cpu` (seconds) and `mib` are of the whole process with all it starts; `in process` is without its start. `× wall`
and `× cpu` are how many times as long as ours a contestant takes. Whoever took longer than `LIMIT` is not asked for larger
pairs of the kind.
"""

import json
import os
import statistics
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks.environments import ROOT, python_with, versions
from benchmarks.judging import SCALPEL, Judge, readers
from benchmarks.pairs import Pair, maker, pairs
from benchmarks.processes import Run, whole
from benchmarks.tables import Row, goal

AUTHOR, DATE = "Bench", "2017-03-01T12:00:00Z"
LIMIT = 120.0
"""Seconds after which a run is cut."""

RUNS = 3
ENOUGH = 4.0
"""Seconds after which no peer is run again or measured in process."""


@dataclass(frozen=True)
class Contestant:
    """A script in `benchmarks/contestants`, the packages it needs, and the command it has of its own, if any."""

    name: str
    script: str
    packages: tuple[str, ...] = ()
    command: tuple[str, ...] = ()

    def start(self, pair: Pair, out: Path) -> list[str | Path]:
        """The command line of one whole run."""
        if not self.command:
            return self._script(pair, out)
        name, *arguments = self.command
        names = {"old": pair.old, "new": pair.new, "out": out, "author": AUTHOR, "date": DATE}
        return [python_with(self.packages).with_name(name), *(one.format(**names) for one in arguments)]

    def in_process(self, pair: Pair, out: Path) -> Row:
        """The median seconds of a few runs in one process, by the clock and of the processor; nothing when it fails."""
        command = [*self._script(pair, out), "measured"]
        done = subprocess.run(command, check=False, capture_output=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
        found = json.loads(done.stdout) if done.returncode == 0 else {"seconds": None, "cpu": None}
        return {"in process": found["seconds"], "in process cpu": found["cpu"]}

    def _script(self, pair: Pair, out: Path) -> list[str | Path]:
        script = ROOT / "benchmarks" / "contestants" / self.script
        return [python_with(self.packages), script, pair.old, pair.new, out, AUTHOR, DATE]


OURS = Contestant(
    "protempore",
    "ours_between_files.py",
    command=("protempore", "redline", "{old}", "{new}", "-o", "{out}", "--author", "{author}", "--date", "{date}"),
)
DOCXODUS = Contestant("docxodus", "with_docxodus.py", ("python-redlines[docxodus]",))
TRACKDIFF = Contestant(
    "docx-trackdiff",
    "with_docx_trackdiff.py",
    ("docx-trackdiff",),
    ("docx-trackdiff", "{old}", "{new}", "{out}", "--author", "{author}", "--date", "{date}"),
)
CONTESTANTS = (OURS, DOCXODUS, TRACKDIFF)


def rows() -> list[Row]:
    """One row for each pair and contestant."""
    found: list[Row] = []
    tired: set[tuple[str, str]] = set()
    with pairs() as made:
        for contestant in CONTESTANTS:
            whole(contestant.start(made[0], made[0].old.with_name("first.docx")), LIMIT)
        for pair in made:
            judge, ours = Judge(pair), None
            for contestant in CONTESTANTS:
                if (contestant.name, pair.kind) in tired:
                    row: Row = {"end": "cut before"}
                else:
                    row = _measured(contestant, pair, judge)
                if row["end"] == "cut":
                    tired.add((contestant.name, pair.kind))
                ours = ours or row
                for name in ("wall", "cpu"):
                    row[f"× {name}"] = row[name] / ours[name] if row["end"] == "done" == ours["end"] else None
                row = {"kind": pair.kind, "pages": pair.pages, "edited": pair.share, "by": contestant.name, **row}
                found.append(row)
                print(*(row[name] for name in ("kind", "pages", "edited", "by", "end")), file=sys.stderr, flush=True)
    return found


def _measured(contestant: Contestant, pair: Pair, judge: Judge) -> Row:
    out = pair.old.with_name(f"{contestant.name}.docx")
    runs: list[Run] = []
    written: set[bytes] = set()
    while len(runs) < RUNS and (contestant is OURS or sum(run.wall for run in runs) < ENOUGH):
        out.unlink(missing_ok=True)
        runs.append(whole(contestant.start(pair, out), LIMIT))
        if runs[-1].end != "done" or not out.exists():
            return {"end": "cut" if runs[-1].end == "cut" else "failed"}
        written.add(out.read_bytes())
    row: Row = {"end": "done", **{name: statistics.median(getattr(run, name) for run in runs) for name in ("wall", "cpu")}}
    row["mib"] = max(run.mib for run in runs)
    if contestant is OURS or row["wall"] < ENOUGH:
        row |= contestant.in_process(pair, out)
    return {**row, **judge.verdict(out), "same bytes": len(written) == 1 if len(runs) > 1 else None}


def goals(rows: list[Row]) -> list[Row]:
    """What we hold ourselves to."""
    ours = [row for row in rows if row["by"] == OURS.name]
    ratios = [row["marks/least"] for row in ours if row.get("marks/least")]
    exact = {name: [row.get(f"{what} by {name}", 0.0) for row in ours for what in ("text", "looks")] for name in readers()}
    out = [goal(f"exact both ways, {name}: worst", min(shares), "=", 1.0) for name, shares in exact.items()]
    out.append(goal("marks over the least: median", round(statistics.median(ratios), 2), "≤", 1.0))
    out.append(goal("marks over the least: worst", round(max(ratios), 2), "≤", 1.1))
    for pages, least in ((200, 7), (1000, 15)):
        peer = _row(rows, DOCXODUS, "plain", pages, 0.40)
        out += [goal(f"× docxodus, {pages} pages, 40 %: {what}", peer[f"× {what}"], "≥", least) for what in ("wall", "cpu")]
    out.append(goal("× docx-trackdiff, 50 pages, 10 %: wall", _row(rows, TRACKDIFF, "plain", 50, 0.10)["× wall"], "≥", 1))
    out.append(goal("MiB, 1,000 pages", max(row["mib"] for row in ours if row["pages"] == 1000), "≤", 250))
    out.append(goal("25,000 words in one paragraph: s", _row(rows, OURS, "longpara", 50, 0.10)["wall"], "≤", 1))
    out.append(goal("same input, same bytes", min(row["same bytes"] is not False for row in ours), "=", True))
    return out


def _row(rows: list[Row], by: Contestant, kind: str, pages: int, share: float) -> Row:
    sought = (by.name, kind, pages, share)
    return next(row for row in rows if (row["by"], row["kind"], row["pages"], row["edited"]) == sought)


def about() -> dict[str, object]:
    peers = {name: number for one in CONTESTANTS[1:] for name, number in versions(one.packages).items()}
    return {
        "peers": peers,
        "judge": versions(SCALPEL),
        "pairs": "shared" if maker() else "our own",
        "limit": LIMIT,
    }
