"""All the benchmarks, or those named: `python -m benchmarks.run [SUBJECT …]`. Prints tables, keeps `results/*.json`, and
renews what docs/word.md says of them.

Compare ratios within one run rather than seconds of two: machines are noisy. A subject is a module with `rows()`, `goals()`
that says which of ours they reach, and `about()` for what else is to be kept; to add one, write it and name it here.
"""

import sys

from benchmarks import amending, compiling, diffing, redline, report
from benchmarks.tables import keep, show

SUBJECTS = {"diffing": diffing, "amending": amending, "redline": redline, "compile": compiling}


def main() -> None:
    for name in sys.argv[1:] or SUBJECTS:
        subject = SUBJECTS[name]
        print(f"\n{name}: {(subject.__doc__ or '').splitlines()[0]}", flush=True)
        rows = subject.rows()
        show(rows)
        goals = subject.goals(rows)
        print(flush=True)
        show(goals)
        keep(name, rows, goals=goals, **subject.about())
    report.write()


if __name__ == "__main__":
    main()
