"""Work that takes longer than a moment, with a sign of life."""

import gc
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = 200_000
"""Objects made between two searches for unreachable ones. Nearly all of a document is in use to the end of a command: to
go over it again and again for what is not takes a twentieth of the time."""

_PATIENCE = 1.5
_STEP = 0.2
_WIDTH = 24
_BLOCK = 6


@contextmanager
def working(what: str) -> Iterator[None]:
    """For the work of a command: shows a moving bar on the error stream, on a terminal only and not at once."""
    thresholds = gc.get_threshold()
    gc.set_threshold(_SELDOM, *thresholds[1:])
    try:
        with _shown(what):
            yield
    finally:
        gc.set_threshold(*thresholds)


@contextmanager
def _shown(what: str) -> Iterator[None]:
    if not sys.stderr.isatty():
        yield
        return
    done = threading.Event()
    shower = threading.Thread(target=_show, args=(what, done), daemon=True)
    shower.start()
    try:
        yield
    finally:
        done.set()
        shower.join()


def _show(what: str, done: threading.Event) -> None:
    if done.wait(_PATIENCE):
        return
    step = 0
    while not done.wait(_STEP):
        place = step % (2 * (_WIDTH - _BLOCK))
        before = min(place, 2 * (_WIDTH - _BLOCK) - place)
        bar = "-" * before + "#" * _BLOCK + "-" * (_WIDTH - _BLOCK - before)
        sys.stderr.write(f"\r{what} [{bar}]")
        sys.stderr.flush()
        step += 1
    sys.stderr.write("\r\x1b[K")
    sys.stderr.flush()
