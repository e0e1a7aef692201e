from datetime import UTC, datetime

from app.exports.forms.papers_in_markdown import paper_in_markdown
from app.text.redline import Piece
from app.text.runs import NOTE_ANCHOR, Run
from app.word.front import Front
from app.word.layout import Look, Table, Text, as_it_stands, cell, marked, paragraph
from app.word.papers import Paper

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
    assert lines(table) == [*one, "* * *", "**2**", "**Two:** c", "d"]


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
