"""All the benchmarks, or those named: `python -m benchmarks.run [SUBJECT …]`. Prints tables and keeps `results/*.json`.

Compare ratios within one run rather than seconds of two: machines are noisy. A subject is a module with `rows()`, and
`about()` for what else is to be kept; to add one, write it and name it here.
"""

import sys

from benchmarks import amending, diffing, redline
from benchmarks.tables import keep, show

SUBJECTS = {"diffing": diffing, "amending": amending, "redline": redline}


def main() -> None:
    for name in sys.argv[1:] or SUBJECTS:
        subject = SUBJECTS[name]
        print(f"\n{name}: {(subject.__doc__ or '').splitlines()[0]}", flush=True)
        rows = subject.rows()
        show(rows)
        keep(name, rows, **subject.about())


if __name__ == "__main__":
    main()
