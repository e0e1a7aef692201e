"""Two revisions of one text compared, beside others who do the same, on the same files in one run.

`cpu` is seconds of the processor, and `ratio` how many times as many as ours a contestant takes. Whoever took longer than
`PATIENCE` on a smaller text of the same kind is not asked again.
"""

import json
import os
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from benchmarks.environments import ROOT, python_with, versions
from benchmarks.tables import Row, goal
from benchmarks.texts import document, edited

PAGES = (10, 50, 200, 1000)
SHARES = (0.01, 0.10, 0.40)
PATIENCE = 15.0
"""Seconds."""


@dataclass(frozen=True)
class Contestant:
    """A script in `benchmarks/contestants`, and the packages it needs."""

    name: str
    script: str
    packages: tuple[str, ...] = ()

    def compare(self, file: Path) -> Row | None:
        """What it measured of itself, None when it took too long. Its time does not include starting it."""
        command = [python_with(self.packages), ROOT / "benchmarks" / "contestants" / self.script, file]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        try:
            done = subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE, env=environment)
        except subprocess.TimeoutExpired:
            return None
        return json.loads(done.stdout)


OURS = Contestant("protempore", "ours.py")
PEERS = (
    Contestant("difflib", "with_difflib.py"),
    Contestant("diff-match-patch", "with_diff_match_patch.py", ("diff-match-patch",)),
    Contestant("redlines", "with_redlines.py", ("redlines", "typing-extensions")),
    Contestant("xmldiff", "with_xmldiff.py", ("xmldiff",)),
)


def rows() -> list[Row]:
    """One row for each size, share of paragraphs edited, and contestant."""
    found: list[Row] = []
    tired: set[tuple[str, float]] = set()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "texts.json"
        for pages in PAGES:
            base = document(pages)
            for share in SHARES:
                new = edited(base, share)
                texts = [[paragraph.text for paragraph in text] for text in (base, new)]
                file.write_text(json.dumps(texts), encoding="utf-8")
                ours: float | None = None
                for contestant in (OURS, *PEERS):
                    key = (contestant.name, share)
                    took = None if key in tired else contestant.compare(file)
                    if took is None:
                        tired.add(key)
                        took = {"seconds": None, "cpu": None, "mib": None, "marked": None}
                    if contestant is OURS:
                        ours = took["cpu"]
                    ratio = took["cpu"] / ours if took["cpu"] and ours else None
                    found.append({"pages": pages, "edited": share, "by": contestant.name, **took, "ratio": ratio})
    return found


def goals(rows: list[Row]) -> list[Row]:
    """What we hold ourselves to."""
    sought = (200, 0.10, OURS.name)
    ours = next(row for row in rows if (row["pages"], row["edited"], row["by"]) == sought)
    return [goal(f"200 pages, 10 %: {what}", ours[what], "≤", 0.3) for what in ("seconds", "cpu")]


def about() -> dict[str, object]:
    peers: dict[str, str] = {}
    for contestant in PEERS:
        peers |= versions(contestant.packages) if contestant.packages else {}
    return {"peers": peers, "patience": PATIENCE}
