"""`compare`: one Word file woven into the other."""

from datetime import datetime
from pathlib import Path

from redlining import contest

from app.word.compare import compare


def redline(old: str, new: str, out: str, author: str, date: str) -> None:
    found = compare(Path(old).read_bytes(), Path(new).read_bytes(), author, datetime.fromisoformat(date))
    Path(out).write_bytes(found)


if __name__ == "__main__":
    contest(redline)
