from datetime import UTC, date, datetime

from app.exports.forms.papers_in_html import paper_in_html
from app.text.redline import Piece
from app.text.runs import NOTE_ANCHOR, Run
from app.word.front import Front
from app.word.layout import Look, Table, Text, as_it_stands, cell, marked, paragraph, said
from app.word.papers import Paper

FRONT = Front("Declaration", "en", "Process", "A/1", "Sheets", date(2017, 4, 6), at=datetime(2017, 4, 6, 15, tzinfo=UTC))
PIECES = (Piece(Run("Rights & ")), Piece(Run("of "), deleted_by="x"), Piece(Run("for"), inserted_by="x"))
NOTED = Text(as_it_stands((Run("Words"), Run(NOTE_ANCHOR, note="A <note>"))))


def page(*blocks: Text | Table) -> str:
    return paper_in_html(Paper(blocks, FRONT)).decode()


def test_what_is_known_of_it_stands_in_its_head_and_title() -> None:
    made = page(paragraph("Declaration", Look.TITLE), paragraph("An outcome", Look.HEADING))
    assert '<html lang="en">' in made and "<title>Declaration, Sheets</title>" in made
    assert "<header><p>Process · A/1 · Sheets · 6 April 2017</p></header>" in made
    assert "<h1>Declaration</h1>" in made and "<h2>An outcome</h2>" in made


def test_what_goes_and_what_comes_is_told_by_more_than_its_colour() -> None:
    assert "<p>Rights &amp; <del>of </del><strong><u>for</u></strong></p>" in page(Text(marked(PIECES)))


def test_a_table_has_heads_rows_across_and_columns_in_their_languages() -> None:
    rows = ((cell("Who"), cell("Quién")), (cell("across"),), (cell("a", "b"), cell("c")))
    made = page(Table("A table", (1, 3), ("Both",), rows, languages=("", "es"), heads=1))
    assert '<table aria-label="A table" class="ruled">' in made
    assert '<col style="width:25.0%"><col style="width:75.0%">' in made
    assert '<thead><tr><th scope="colgroup" colspan="2">Both</th></tr>' in made
    assert '<tr><th scope="col">Who</th><th scope="col" lang="es">Quién</th></tr></thead>' in made
    assert '<tr class="across"><th colspan="2" scope="colgroup">across</th></tr>' in made
    assert '<tr><td><p>a</p><p>b</p></td><td lang="es">c</td></tr>' in made


def test_a_row_without_a_head_is_named_by_its_first_cell() -> None:
    rows = (((paragraph("When", Look.LABEL),), cell("April")),)
    assert '<tr><th scope="row"><p class="label">When</p></th><td>April</td></tr>' in page(
        Table("Facts", (1, 5), (), rows, ruled=False)
    )


def test_cells_in_which_words_run_on_stand_under_the_name_of_their_column_on_a_telephone() -> None:
    table = Table("T", (1, 1), ("One", "Two"), ((cell("word " * 30), ()),))
    made = page(table)
    assert '<div class="scroll long" tabindex="0"' in made and '<td data-head="One">word' in made and "<td></td>" in made


def test_footnotes_are_numbered_through_text_and_tables() -> None:
    made = page(Text(NOTED.spans), Table("T", (1, 1), ("A", "B"), ((cell("x"), (NOTED,)),)), Text(said("end")))
    assert 'href="#n1">1</a>' in made and 'href="#n2">2</a>' in made and made.count("A &lt;note&gt;") == 2
