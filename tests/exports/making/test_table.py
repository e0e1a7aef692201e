from pathlib import Path

import pytest
from lxml import etree
from sqlalchemy import Engine

from app.exports.kinds import Kind, Options
from app.word.names import w
from tests.exports.making.orders import made
from tests.exports.making.schedule import CONSULATES, HEAD, Schedule
from tests.support.oracles import lint, part, schema_errors
from tests.support.told import Told


def tables(data: bytes) -> list[list[list[str]]]:
    return [
        [["".join(cell.itertext(w("t"))) for cell in row.iterfind(w("tc"))] for row in table.iterfind(w("tr"))]
        for table in part(data).iter(w("tbl"))
    ]


def heads(table: etree._Element) -> list[bool]:
    """Of each row of a table, whether it heads it."""
    return [row.find(f"{w('trPr')}/{w('tblHeader')}") is not None for row in table.iter(w("tr"))]


def test_paragraphs_stand_down_and_delegations_across(rcm: Told, tmp_path: Path) -> None:
    data = made(rcm, Kind.TABLE)
    first, second = tables(data)
    assert first[0] == ["No.", "Zero draft", "Costa Rica", "Guatemala", "Honduras", "Mexico"]
    assert second[0] == ["No.", "Zero draft", "Panama", "United States"]
    one = next(row for row in first if row[0] == "1")
    assert one[3].startswith("AM.2") and "of crimes" in one[3] and one[2] == ""
    added = next(row for row in first if "smuggling" in row[4])
    assert added[:2] == ["8", "(new paragraph)"]
    assert lint(data) == []
    assert schema_errors(data, tmp_path) == []


def test_the_paper_lies_and_the_head_of_each_table_is_repeated(rcm: Told) -> None:
    body = part(made(rcm, Kind.TABLE))
    size = next(body.iter(w("pgSz")))
    assert size.get(w("orient")) == "landscape" and int(size.get(w("w"))) > int(size.get(w("h")))
    for table in body.iter(w("tbl")):
        assert table.find(w("tr")).find(f"{w('trPr')}/{w('tblHeader')}") is not None


def test_who_may_not_read_a_reason_does_not_find_it_here(rcm: Told) -> None:
    shown = str(tables(made(rcm, Kind.TABLE, "delegate@hn.example")))
    assert "The seven items proposed by Mexico" in shown
    assert "territorial claim" not in shown


def test_a_part_has_the_added_paragraphs_of_its_own_delegations_alone(rcm: Told) -> None:
    added = [[row for row in part_ if row[1] == "(new paragraph)"] for part_ in tables(made(rcm, Kind.TABLE))]
    assert len(added) == 2
    assert all(rows and all(any(row[2:]) for row in rows) for rows in added)


def test_no_row_is_parted_by_the_end_of_a_page(rcm: Told) -> None:
    rows = list(part(made(rcm, Kind.TABLE)).iter(w("tr")))
    assert rows and all(row.find(f"{w('trPr')}/{w('cantSplit')}") is not None for row in rows)


def test_who_proposes_more_has_the_wider_column(rcm: Told) -> None:
    body = part(made(rcm, Kind.TABLE))
    first, second = [[int(column.get(w("w"))) for column in table.find(w("tblGrid"))] for table in body.iter(w("tbl"))]
    assert max(first[2:]) == first[3], "Guatemala has two amendments to one item"
    assert min(first[2:]) >= 0.1 * sum(first) and sum(first) == pytest.approx(sum(second), rel=0.02)


def test_without_names_all_that_is_proposed_stands_in_one_column(rcm: Told, tmp_path: Path) -> None:
    data = made(rcm, Kind.TABLE, options=Options(anonymous=True))
    (only,) = tables(data)
    assert only[0] == ["No.", "Zero draft", "Proposed text"]
    five = next(row for row in only if row[0] == "5")
    assert "Proposal" in five[2] and five[2].count("Proposal") > 1
    assert "AM." not in str(only) and "Text as a whole" not in str(only)
    assert lint(data) == []
    assert schema_errors(data, tmp_path) == []


def test_the_cells_of_a_row_stand_one_under_another_behind_the_names_of_their_columns(
    embedded_engine: Engine, tmp_path: Path
) -> None:
    data = Schedule(embedded_engine).document(Kind.TABLE)
    (shown,) = tables(data)
    commitment, who, when = HEAD
    assert shown[3][1] == "".join(HEAD)
    row = shown[4]
    assert row[1] == "".join(f"{name}: {words}" for name, words in zip(HEAD, CONSULATES, strict=True))
    assert row[2].startswith("AM.2") and row[2].endswith(
        f"{who}: Technical secretariatMember Countries{when}: 24 April 2017"
    )
    assert shown[5][1:3] == [
        "(new row)",
        f"AM.2{commitment}: Exchange lists of missing migrants{who}: Guatemala, Mexico{when}: May 2017",
    ]
    assert shown[6][4].startswith("AM.3(delete)") and shown[7][4].endswith("24 April 2017half a day")
    assert "|" not in str(shown)
    assert lint(data) == []
    assert schema_errors(data, tmp_path) == []
