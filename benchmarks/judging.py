"""Whether a redline is right, by readers that are not ours: accepting all must give the new file, rejecting all the old.

The first is docx-scalpel. The second, where it stands beside us, is that of `../shared/bench/measure.py`.
"""

import math
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

from lxml import etree
from rapidfuzz.distance import LCSseq

from benchmarks.environments import ROOT, beside_us, python_with
from benchmarks.pairs import Pair
from benchmarks.tables import Row
from benchmarks.wordfiles import Look, least, looks, marked, text

SCALPEL = ("docx-scalpel",)
UNREADABLE = (subprocess.CalledProcessError, zipfile.BadZipFile, etree.LxmlError, AttributeError, KeyError, ValueError)
"""What a reader may say of a file that is no sound Word file."""

Settled = tuple[list[Look], list[Look]]
"""The paragraphs after accepting all and after rejecting all."""


def by_scalpel(redline: Path) -> Settled:
    """Raises CalledProcessError where docx-scalpel cannot read the file."""
    script = ROOT / "benchmarks" / "contestants" / "settled_by_docx_scalpel.py"
    accepted, rejected = redline.with_name("accepted.docx"), redline.with_name("rejected.docx")
    command = [python_with(SCALPEL), script, redline, accepted, rejected]
    subprocess.run(command, check=True, capture_output=True)
    return looks(accepted), looks(rejected)


def readers() -> dict[str, Callable[[Path], Settled]]:
    """By name."""
    found: dict[str, Callable[[Path], Settled]] = {"scalpel": by_scalpel}
    if beside := beside_us("measure"):
        found["second reader"] = lambda file: tuple(beside.paragraphs(file, how, True) for how in ("accept", "reject"))
    return found


class Judge:
    """Knows what is true of one pair, and judges its redlines by it."""

    def __init__(self, pair: Pair) -> None:
        self._truth = (looks(pair.new), looks(pair.old))
        self._least = least(pair.old, pair.new)

    def verdict(self, redline: Path) -> Row:
        """By each reader what share of the paragraphs is right both ways, in words and with their looks, 1 only where
        all are; and how many times the least possible number of words is marked, None where none need be."""
        out: Row = {}
        for name, reader in readers().items():
            try:
                settled = reader(redline)
            except UNREADABLE:
                out |= {f"text by {name}": 0.0, f"looks by {name}": 0.0}
                continue
            sides = list(zip(settled, self._truth, strict=True))
            out[f"text by {name}"] = min(right([*map(text, got)], [*map(text, want)]) for got, want in sides)
            out[f"looks by {name}"] = min(right(got, want) for got, want in sides)
        out["marks/least"] = marked(redline) / self._least if self._least else None
        return out


def right(got: list, want: list) -> float:
    """What share of the longer list both have in one order, to three places and never rounded up."""
    numbers: dict[object, int] = {}
    one, other = ([numbers.setdefault(item, len(numbers)) for item in side] for side in (got, want))
    share = LCSseq.similarity(one, other) / max(len(one), len(other), 1)
    return 1.0 if got == want else math.floor(share * 1000) / 1000
