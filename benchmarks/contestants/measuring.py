"""How a contestant measures itself. Uses the standard library alone, for it runs in every contestant's environment."""

import json
import resource
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

RUNS = 3
ENOUGH = 5.0
"""Seconds after which work is not repeated."""


def mebibytes() -> float:
    """The most memory this program has held so far."""
    status = Path("/proc/self/status")
    if status.exists():  # the system's own count begins with what held the process before the program did
        return int(status.read_text().split("VmHWM:")[1].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 * 1024)


def measured(work: Callable[[], int]) -> dict[str, float]:
    """The median seconds of a few runs, the memory at its peak above that before (MiB), and what `work` counts."""
    held = mebibytes()
    taken: list[float] = []
    counted = 0
    while len(taken) < RUNS and sum(taken) < ENOUGH:
        began = time.perf_counter()
        counted = work()
        taken.append(time.perf_counter() - began)
    return {"seconds": statistics.median(taken), "mib": mebibytes() - held, "marked": counted}


def contest(compare: Callable[[list[str], list[str]], int]) -> None:
    """Measure `compare`, which gives the number of words marked, on the file named on the command line."""
    old, new = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    print(json.dumps(measured(lambda: compare(old, new))))
