"""Whole processes, from their start to their end, with all that they start in turn.

Run as a script it is the small process that starts them: what the system counts as a program's memory begins with what
held the process before the program did, so that its parent must hold less than it will.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

UNIT = 1024 if sys.platform == "linux" else 1024 * 1024
"""What part of a mebibyte the system counts memory in."""


@dataclass(frozen=True)
class Run:
    """`wall` and `cpu` in seconds, all threads and children counted; `mib` is the most memory of the largest process.

    `end` is "done", "cut" (it took longer than it was given) or "failed".
    """

    end: str
    wall: float
    cpu: float
    mib: float


def whole(command: Sequence[str | Path], limit: float) -> Run:
    """One run of `command`, ended with all it started after `limit` seconds."""
    starter = [sys.executable, "-I", "-S", __file__, str(limit), *map(str, command)]
    said = subprocess.run(starter, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return Run(**json.loads(said.stdout))


def _run(limit: float, command: list[str]) -> Run:
    silent = [(os.POSIX_SPAWN_OPEN, descriptor, os.devnull, os.O_RDWR, 0) for descriptor in (0, 1)]
    cut: list[int] = []
    began = time.perf_counter()
    process = os.posix_spawn(command[0], command, os.environ, file_actions=silent, setsid=True)

    def stop(number: int, frame: object) -> None:
        cut.append(number)
        os.killpg(process, signal.SIGKILL)

    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, limit)
    _, status, used = os.wait4(process, 0)
    signal.setitimer(signal.ITIMER_REAL, 0)
    wall = time.perf_counter() - began
    end = "cut" if cut else "failed" if status else "done"
    return Run(end, wall, used.ru_utime + used.ru_stime, used.ru_maxrss / UNIT)


if __name__ == "__main__":
    print(json.dumps(vars(_run(float(sys.argv[1]), sys.argv[2:]))))
