"""docx-trackdiff by its own entry, which takes a command line."""

import sys

from docx_trackdiff.compare import main
from redlining import contest


def redline(old: str, new: str, out: str, author: str, date: str) -> None:
    said, told = sys.stdout, sys.argv
    sys.argv, sys.stdout = ["docx-trackdiff", old, new, out, "--author", author, "--date", date], sys.stderr
    try:
        main()
    finally:
        sys.argv, sys.stdout = told, said


if __name__ == "__main__":
    contest(redline)
