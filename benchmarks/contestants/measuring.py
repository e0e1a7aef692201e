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


def processor() -> float:
    """Seconds that this program and those it has started and seen end have had of the processor."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def measured(work: Callable[[], int]) -> dict[str, float]:
    """The median seconds of a few runs, by the clock and of the processor, which company on the machine alters least; the
    memory at its peak above that before (MiB), and what `work` counts."""
    held = mebibytes()
    taken: list[float] = []
    used: list[float] = []
    counted = 0
    while len(taken) < RUNS and sum(taken) < ENOUGH:
        began, before = time.perf_counter(), processor()
        counted = work()
        taken.append(time.perf_counter() - began)
        used.append(processor() - before)
    seconds, cpu = statistics.median(taken), statistics.median(used)
    return {"seconds": seconds, "cpu": cpu, "mib": mebibytes() - held, "marked": counted}


def contest(compare: Callable[[list[str], list[str]], int]) -> None:
    """Measure `compare`, which gives the number of words marked, on the file named on the command line."""
    old, new = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    print(json.dumps(measured(lambda: compare(old, new))))
