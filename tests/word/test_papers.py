from datetime import UTC, datetime
from pathlib import Path

from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.redline import Piece
from app.text.runs import Run, runs_of
from app.word.front import Front
from app.word.layout import Look, Table, Text, cell, marked, paragraph
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
    for table in body.iter(w("tbl")):
        columns = [int(column.get(w("w"))) for column in table.iter(w("gridCol"))]
        assert width - len(columns) <= sum(columns) <= width


def test_a_text_keeps_its_words_before_what_is_put_after_it() -> None:
    text = Document([Paragraph("a", Role.OPERATIVE, runs_of("Rights")), Paragraph("b", Role.OPERATIVE, runs_of("Borders"))])
    lines = paragraphs(text_and_more(text, [paragraph("Adopted")], FRONT, {"a": "OP1"}))
    assert lines == ["Rights", "Borders", "Adopted"]
