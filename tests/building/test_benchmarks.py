"""What the benchmarks say of a redline and of a program is so."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.text.document import Document
from app.text.notation import read
from app.text.paragraph import Paragraph, Role
from app.word.clean import clean
from app.word.compare import compare
from app.word.front import Front
from app.word.resolve import accept, reject
from benchmarks import report
from benchmarks.judging import right
from benchmarks.processes import whole
from benchmarks.texts import amendments, document, edited
from benchmarks.wordfiles import authors, least, looks, marked, text

AT = datetime(2017, 3, 1, tzinfo=UTC)


@pytest.fixture
def made(tmp_path: Path):
    def make(name: str, *paragraphs: str) -> Path:
        texts = (Paragraph(f"p{place}", Role.OPERATIVE, read(words)) for place, words in enumerate(paragraphs))
        file = tmp_path / name
        file.write_bytes(clean(Document(texts), Front(title="Text", at=AT)))
        return file

    return make


def test_marked_words_and_the_least(made, tmp_path: Path) -> None:
    old, new = made("old.docx", "one two three four", "five six"), made("new.docx", "one 2 three four and more", "five six")
    redline = tmp_path / "redline.docx"
    redline.write_bytes(compare(old.read_bytes(), new.read_bytes(), "Secretariat", AT))
    assert (least(old, new), marked(redline), marked(old)) == (4, 4, 0)
    assert (authors(redline), authors(old)) == ({"Secretariat"}, set())


def test_a_redline_that_settles_otherwise_is_found_out(made, tmp_path: Path) -> None:
    old, new = made("old.docx", "one", "two", "three"), made("new.docx", "one", "2", "three")
    redline, settled = tmp_path / "redline.docx", tmp_path / "settled.docx"
    redline.write_bytes(compare(old.read_bytes(), new.read_bytes(), "Secretariat", AT))
    for settle, same, other in ((accept, new, old), (reject, old, new)):
        settled.write_bytes(settle(redline.read_bytes()))
        assert right(looks(settled), looks(same)) == 1
        assert right(looks(settled), looks(other)) == 0.666


def test_looks_are_told_apart_where_words_are_the_same(made) -> None:
    plain, bold = looks(made("plain.docx", "one two")), looks(made("bold.docx", "one **two**"))
    assert [*map(text, plain)] == [*map(text, bold)] == ["one two"]
    assert right(plain, bold) == 0


def test_nothing_is_right_by_rounding() -> None:
    assert right(["a"] * 9999, ["a"] * 10000) == 0.999


def test_processes_are_cut_and_failures_told() -> None:
    programs = (("pass", 60.0), ("1 / 0", 60.0), ("import time; time.sleep(60)", 0.5))
    ends = [whole([sys.executable, "-c", code], limit).end for code, limit in programs]
    assert ends == ["done", "failed", "cut"]


def test_a_process_counts_what_it_starts() -> None:
    busy = "bytearray(100 << 20).count(1)"
    inner = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {busy!r}])"
    assert whole([sys.executable, "-c", inner], 60.0).mib > 100


def test_the_same_seed_gives_the_same_work() -> None:
    base = document(3)
    assert document(3) == base
    assert edited(base, 0.4) == edited(base, 0.4) != base
    assert amendments(base, 50) == amendments(base, 50)


def test_the_page_says_what_the_kept_runs_say() -> None:
    page = report.PAGE.read_text(encoding="utf-8")
    assert page == report.renewed(page), "Run `make bench`, or `python -m benchmarks.report` when only the page is behind"
