"""The command `protempore redline`, from file to Word file: whole runs, its start included."""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from app.text.document import Document
from benchmarks.tables import Row
from benchmarks.texts import document, edited

COMMAND = Path(sys.executable).with_name("protempore")
RUNS = 3
PAGES = (1, 10, 50, 200)
SHARES = (0.01, 0.10, 0.40)


def seconds(old: Path, new: Path, out: Path) -> float:
    """The median of a few whole runs of the command."""
    command = [COMMAND, "redline", old, new, "-o", out, "--author", "Bench", "--date", "2017-03-01T12:00:00Z"]
    taken = []
    for _ in range(RUNS):
        began = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def rows() -> list[Row]:
    """One row for each size and share of paragraphs edited."""
    found: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        old, new, out = (Path(folder) / name for name in ("old.txt", "new.txt", "out.docx"))
        for pages in PAGES:
            base = document(pages)
            _write(base, old)
            for share in SHARES:
                _write(edited(base, share), new)
                taken = seconds(old, new, out)
                size = out.stat().st_size / 1024
                found.append(
                    {"pages": pages, "edited": share, "seconds": taken, "ms/page": taken * 1000 / pages, "KiB": size}
                )
    return found


def about() -> dict[str, object]:
    return {}


def _write(text: Document, file: Path) -> None:
    file.write_text("\n".join(paragraph.text for paragraph in text), encoding="utf-8")
