"""Borders of tables: said of the table, or of each of its cells."""

import pytest

from app.word.compare import compare
from app.word.resolve import accept, reject
from tests.support import oracles
from tests.word.compare.documents import AT
from tests.word.compare.laws import xml
from tests.word.making import docx, p, t

SIDES = ("top", "left", "bottom", "right")


def borders(tag: str, sides: tuple[str, ...], size: int = 4) -> str:
    lines = "".join(f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="auto"/>' for side in sides)
    return f"<w:{tag}>{lines}</w:{tag}>"


def table(of_table: str = "", of_cell: str = "", rows: int = 2, size: str = "2000", last: str = "") -> bytes:
    """Two columns; `last` are the borders of the last cell instead."""
    cells = [(row, column) for row in range(rows) for column in range(2)]
    said = {place: last if last and place == (rows - 1, 1) else of_cell for place in cells}
    width = f'<w:tcW w:w="{size}" w:type="dxa"/>'
    tcs = {place: f"<w:tc><w:tcPr>{width}{said[place]}</w:tcPr>{p(t(f'Cell {place}'))}</w:tc>" for place in cells}
    lines = "".join(f"<w:tr>{tcs[row, 0]}{tcs[row, 1]}</w:tr>" for row in range(rows))
    grid = f'<w:gridCol w:w="{size}"/>' * 2
    body = (
        f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/>{of_table}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>'
    )
    return docx(body + p(t("End")), styles="")


WHOLE = borders("tblBorders", (*SIDES, "insideH", "insideV"))
EACH = borders("tcBorders", SIDES)


def marks(out: bytes) -> list[str]:
    return [
        kind
        for kind in ("tblPrChange", "tblGridChange", "trPrChange", "tcPrChange")
        for _ in range(xml(out).count(f"<w:{kind} "))
    ]


def test_borders_that_each_cell_says_are_those_that_the_table_said():
    out = compare(table(WHOLE), table("", EACH), "France", AT)
    assert marks(out) == []


def test_borders_of_the_table_come_beside_those_of_the_cells(tmp_path):
    out = compare(table("", EACH), table(WHOLE, rows=3), "France", AT)
    assert marks(out) == ["tblPrChange"]
    assert "<w:tblBorders>" in xml(accept(out))
    assert "<w:tblBorders>" not in xml(reject(out))
    assert not oracles.schema_errors(out, tmp_path)


def test_other_changes_of_a_table_and_a_cell_leave_the_borders(tmp_path):
    new = table('<w:tblLayout w:type="fixed"/>', EACH, size="3000")
    out = compare(table(WHOLE), new, "France", AT)
    assert marks(out) == ["tblPrChange", "tblGridChange", *["tcPrChange"] * 4]
    for settled in (accept(out), reject(out)):
        assert "<w:tblBorders>" in xml(settled)
        assert "<w:tcBorders>" not in xml(settled)
    assert not oracles.schema_errors(out, tmp_path)


@pytest.mark.parametrize(
    "new",
    [
        table("", borders("tcBorders", SIDES, 12)),
        table("", EACH, last=borders("tcBorders", ("top",))),
        table(borders("tblBorders", SIDES)),
        table(),
    ],
)
def test_other_borders_are_marked(new):
    out = compare(table(WHOLE), new, "France", AT)
    assert "tblPrChange" in marks(out)
    assert "tblPrChange" in marks(compare(new, table(WHOLE), "France", AT))


def test_a_width_that_was_only_reckoned_again_is_no_change():
    assert marks(compare(table(size="2000"), table(size="2001"), "France", AT)) == []
    assert marks(compare(table(size="2000"), table(size="2100"), "France", AT)) == ["tblGridChange", *["tcPrChange"] * 4]
