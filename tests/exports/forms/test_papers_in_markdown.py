import subprocess
from datetime import UTC, datetime

import pytest

from app.exports.forms.papers_in_markdown import paper_in_markdown
from app.text.redline import Piece
from app.text.runs import NOTE_ANCHOR, Run
from app.word.front import Front
from app.word.layout import Look, Table, Text, as_it_stands, cell, marked, paragraph
from app.word.papers import Paper
from tests.support.programs import need

FRONT = Front("Declaration", at=datetime(2017, 4, 6, 15, tzinfo=UTC))
PIECES = (Piece(Run("Rights ")), Piece(Run("of "), deleted_by="x"), Piece(Run("for "), inserted_by="x"))
LONG = "word " * 20


def lines(*blocks: Text | Table) -> list[str]:
    return paper_in_markdown(Paper(blocks, FRONT)).decode().rstrip("\n").split("\n\n")


def test_headings_and_paragraphs() -> None:
    told = lines(
        paragraph("T", Look.TITLE), paragraph("H", Look.HEADING), paragraph("S", Look.SUBHEADING), paragraph("1. x")
    )
    assert told == ["# T", "## H", "### S", "1\\. x"]
    assert lines(paragraph("L", Look.LABEL), Text(marked(PIECES))) == ["**L**", "Rights ~~of~~ <u>**for**</u> "]


def test_a_table_of_short_cells_is_a_table() -> None:
    rows = ((cell("Who"), cell("When")), (cell("across"),), (cell("a", "b"), ()))
    table = Table("T", (1, 1), ("Both",), rows, heads=1)
    assert lines(table) == ["| Both |  |\n| --- | --- |\n| **Who** | **When** |\n| **across** |  |\n| a<br>b |  |"]


def test_where_words_run_on_each_cell_stands_behind_the_name_of_its_column() -> None:
    table = Table(
        "T", (1, 5, 5), ("No.", "One", "Two"), ((cell("1"), cell(LONG), cell("b")), (cell("2"), (), cell("c", "d")))
    )
    one = ["**1**", f"**One:** {LONG}", "**Two:** b"]
    assert lines(table) == [*one, "---", "**2**", "**Two:** c", "d"]


def test_tables_under_the_same_header_are_written_in_the_same_way() -> None:
    long = Table("T", (1, 1), ("One", "Two"), ((cell(LONG), cell("b")),))
    short = Table("T", (1, 1), ("One", "Two"), ((cell("a"), cell("b")),))
    assert lines(short, long)[:2] == ["**a**", "**Two:** b"]
    assert lines(short) == ["| One | Two |\n| --- | --- |\n| a | b |"]


def test_rows_without_a_head_are_lines() -> None:
    facts = Table(
        "F", (1, 5), (), (((paragraph("When", Look.LABEL),), cell("April", "or May")), (cell("2.1"), cell("Item")))
    )
    assert lines(facts) == ["**When:** April", "or May", "2\\.1 Item"]


def test_footnotes_stand_at_the_end_in_order() -> None:
    noted = Text(as_it_stands((Run("Words"), Run(NOTE_ANCHOR, note="A *note*"))))
    told = lines(noted, Table("T", (1, 1), ("A", "B"), ((cell("x"), (noted,)),)))
    assert told == ["Words[^1]", "| A | B |\n| --- | --- |\n| x | Words[^2] |", "[^1]: A \\*note\\*", "[^2]: A \\*note\\*"]


@pytest.mark.parametrize("dialect", ["markdown", "gfm", "commonmark_x"])
def test_another_reader_finds_what_was_written(dialect: str) -> None:
    pieces = (Piece(Run("protec")), Piece(Run("ted "), deleted_by="x"), Piece(Run("tion"), inserted_by="x"))
    changed = (Text(marked(pieces)), Text(as_it_stands((Run("1. Words | and *more*"), Run(NOTE_ANCHOR, note="A note")))))
    heads = Table("T", (1, 1), ("Both",), ((cell("Who"), cell("When")), (changed, ())), heads=1)
    told = Table("T", (1, 1), ("No.", "Text"), ((cell("1"), cell(LONG)), (cell("2"), changed)))
    written = paper_in_markdown(Paper([paragraph("T", Look.TITLE), heads, told], FRONT))
    command = [need("pandoc"), "-f", dialect, "-t", "html", "--wrap=none"]
    page = subprocess.run(command, input=written, capture_output=True, check=True).stdout.decode()
    assert page.count("<table") == 1 and page.partition("<section")[0].count("<hr") == 1
    assert page.count("protec<del>ted</del> <u><strong>tion</strong></u>") == 2
    assert page.count("1. Words | and *more*") == 2 and page.count("A note") == 2
    assert "<p><strong>Text:</strong> protec" in page and "<th>Both</th>" in page
