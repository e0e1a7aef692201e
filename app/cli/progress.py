"""A sign of life while work takes longer than a moment."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_PATIENCE = 1.5
_STEP = 0.2
_WIDTH = 24
_BLOCK = 6


@contextmanager
def working(what: str) -> Iterator[None]:
    """Shows a moving bar under `what` on the error stream while the block runs: on a terminal only, and not at once."""
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
