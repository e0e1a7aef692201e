"""How a contestant that makes redlines of Word files is run: `OLD NEW OUT AUTHOR DATE`, with `measured` behind it several
times in one process.

Uses the standard library alone, for it runs in every contestant's environment.
"""

import json
import sys
from collections.abc import Callable

from measuring import measured


def contest(redline: Callable[[str, str, str, str, str], object]) -> None:
    """Run `redline`, which reads the two files and writes the third, as the command line says."""
    old, new, out, author, date, *how = sys.argv[1:]

    def work() -> int:
        redline(old, new, out, author, date)
        return 0

    if how == ["measured"]:
        print(json.dumps(measured(work)))
    else:
        work()
