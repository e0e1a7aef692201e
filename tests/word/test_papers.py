from datetime import UTC, datetime
from pathlib import Path

from lxml import etree

from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.redline import Piece
from app.text.runs import Run, runs_of
from app.word.front import Front
from app.word.layout import Look, Table, Text, cell, marked, paragraph, said
from app.word.names import w
from app.word.papers import Paper, paper_of, text_and_more
from tests.support.oracles import lint, paragraphs, part, schema_errors

FRONT = Front("Report", "es-MX", "Process", at=datetime(2017, 4, 6, 15, tzinfo=UTC), landscape=True, foot="At the foot")
PIECES = (Piece(Run("Rights ")), Piece(Run("of "), deleted_by="x"), Piece(Run("for "), inserted_by="x"))
BLOCKS = [
    paragraph("Title", Look.TITLE),
    Text(marked(PIECES[:2]), Look.PLAIN, new_page=True),
    Table(
        "A table",
        (1, 2),
        ("No.", "What"),
        ((cell("1"), (Text(marked(PIECES)),)), (cell("across"),), ((), ())),
        kept=True,
    ),
    Table("Without lines", (1, 1), (), ((cell("a", "b"), (Text(marked((PIECES[0], PIECES[2]))),)),), ruled=False),
]


def test_paragraphs_and_tables_are_valid_and_the_same_bytes_each_time(tmp_path: Path) -> None:
    data = paper_of(Paper(BLOCKS, FRONT))
    assert data == paper_of(Paper(BLOCKS, FRONT))
    assert lint(data) == []
    assert schema_errors(data, tmp_path) == []
    assert [line for line in paragraphs(data) if line] == [
        "Title",
        "Rights of ",
        "No.",
        "What",
        "1",
        "Rights of for ",
        "across",
        "a",
        "b",
        "Rights for ",
    ]


def test_what_goes_is_struck_and_what_comes_is_bold_and_underlined() -> None:
    runs = {
        "".join(run.itertext(w("t"))): {child.tag for child in run.iterfind(f"{w('rPr')}/*")}
        for run in part(paper_of(Paper(BLOCKS, FRONT))).iter(w("r"))
    }
    assert w("strike") in runs["of "] and w("u") not in runs["of "]
    assert {w("b"), w("u")} <= runs["for "] and w("strike") not in runs["for "]


def test_the_columns_fill_the_width_of_paper_that_lies() -> None:
    body = part(paper_of(Paper(BLOCKS, FRONT)))
    size, margins = next(body.iter(w("pgSz"))), next(body.iter(w("pgMar")))
    width = int(size.get(w("w"))) - int(margins.get(w("left"))) - int(margins.get(w("right")))
    tables = [[int(column.get(w("w"))) for column in table.iter(w("gridCol"))] for table in body.iter(w("tbl"))]
    assert tables and all(width - len(columns) <= sum(columns) <= width for columns in tables)


def test_a_text_keeps_its_words_before_what_is_put_after_it() -> None:
    text = Document([Paragraph("a", Role.OPERATIVE, runs_of("Rights")), Paragraph("b", Role.OPERATIVE, runs_of("Borders"))])
    lines = paragraphs(text_and_more(text, [paragraph("Adopted")], FRONT, {"a": "OP1"}))
    assert lines == ["Rights", "Borders", "Adopted"]


def leads(table: etree._Element) -> list[bool]:
    """Of each row, whether it is kept with what follows."""
    rows = [row.findall(f"{w('tc')}/{w('p')}/{w('pPr')}/{w('keepNext')}") for row in table.iter(w("tr"))]
    return [bool(found) for found in rows]


def test_what_belongs_together_is_not_parted_by_the_end_of_a_page() -> None:
    rows = tuple((cell(str(number)),) for number in range(4))
    kept, whole, loose = (
        Table("kept", (1,), ("Head",), rows, kept=True),
        Table("whole", (1,), (), rows, whole=True),
        Table("loose", (1,), (), rows),
    )
    clause = Text(said("Adopted by"), leads=True)
    body = part(paper_of(Paper([clause, kept, whole, loose], FRONT)))
    assert body.find(f".//{w('p')}/{w('pPr')}/{w('keepNext')}") is not None
    assert [leads(table) for table in body.iter(w("tbl"))] == [
        [True, False, False, True, False],
        [True, True, True, False],
        [False] * 4,
    ]


def test_the_first_rows_head_a_table_and_words_of_a_header_go_across() -> None:
    rows = ((cell("Who"), cell("When")), (cell("Mexico"), cell("April")))
    (table,) = part(paper_of(Paper([Table("t", (1, 2), ("Both",), rows, heads=1)], FRONT))).iter(w("tbl"))
    heads = [row.find(f"{w('trPr')}/{w('tblHeader')}") is not None for row in table.iter(w("tr"))]
    assert heads == [True, True, False]
    assert [each.get(w("val")) for each in table.iter(w("gridSpan"))] == ["2"]
    assert table.find(f"{w('tblPr')}/{w('tblLook')}").get(w("val")) == "0020"


def test_how_much_is_written_is_counted_to_the_end() -> None:
    told: list[tuple[int, int]] = []
    paper_of(Paper(BLOCKS, FRONT), counting=lambda done, parts: told.append((done, parts)))
    assert told == [(1, 6), (2, 6), (5, 6), (6, 6)]
    told.clear()
    text = Document([Paragraph(key, Role.OPERATIVE, runs_of("Words.")) for key in "abc"])
    text_and_more(text, [paragraph("Adopted")], FRONT, {}, counting=lambda done, parts: told.append((done, parts)))
    assert told == [(1, 3), (2, 3), (3, 3)]
