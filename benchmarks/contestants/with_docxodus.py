"""Docxodus by way of python-redlines, which starts a program of its own for every pair, also within one process."""

import sys
from pathlib import Path

from python_redlines.engines import DocxodusEngine
from redlining import contest


def redline(old: str, new: str, out: str, author: str, date: str) -> None:
    engine = DocxodusEngine(target_path=str(Path(sys.prefix) / "engine"))
    Path(out).write_bytes(engine.run_redline(author, old, new, date_time=date)[0])


if __name__ == "__main__":
    contest(redline)
