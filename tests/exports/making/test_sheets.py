from pathlib import Path

import pytest
from sqlalchemy import Engine

from app.drafting import queries
from app.errors import Malformed
from app.exports.kinds import Form, Kind, Options
from app.word.changes import changes
from app.word.names import w
from tests.drafting.room import Room
from tests.exports.making.orders import amendment, made, of_room, overtaken
from tests.exports.making.schedule import CONSULATES, HEAD, MEETING, PAPER, Schedule
from tests.exports.making.test_redline import next_revision
from tests.exports.making.test_table import heads, tables
from tests.support.oracles import lint, paragraphs, part, schema_errors
from tests.support.told import Told


def test_the_set_has_a_form_for_each_amendment_with_its_sponsors_status_and_reason(rcm: Told, tmp_path: Path) -> None:
    data = made(rcm, Kind.SHEETS)
    lines = paragraphs(data)
    assert lines.count("Present text") == lines.count("Proposed text") > 5
    at = lines.index("Amendment AM.2")
    assert lines[at + 1 : at + 5] == ["Tabled by", "Guatemala, 29 March 2017", "Status", "Tabled"]
    assert "Item 1" in lines
    assert lint(data) == []
    assert schema_errors(data, tmp_path) == []
    assert changes(data) == ()


def test_one_alone_shows_the_present_words_beside_the_proposed_ones(rcm: Told) -> None:
    lines = paragraphs(made(rcm, Kind.SHEETS, options=Options(amendments=(amendment(rcm, "smuggling"),))))
    at = lines.index("(new paragraph)")
    assert lines[at + 1].startswith("Joint action against the smuggling of migrants")
    assert sum(line.startswith("Amendment AM.") for line in lines) == 1


def test_a_reason_for_the_chair_is_only_on_the_sheets_of_the_chair(rcm: Told) -> None:
    assert "territorial claim" in " ".join(paragraphs(made(rcm, Kind.SHEETS)))
    assert "territorial claim" not in " ".join(paragraphs(made(rcm, Kind.SHEETS, "delegate@hn.example")))


def test_without_names_there_are_only_proposals(rcm: Told) -> None:
    lines = paragraphs(made(rcm, Kind.SHEETS, options=Options(anonymous=True)))
    assert "Proposal 1" in lines
    assert not [line for line in lines if "AM." in line or "Tabled by" in line or "Guatemala" in line or line == "Reason"]


def test_rows_of_a_table_are_tables_the_present_one_above_the_proposed_one(embedded_engine: Engine, tmp_path: Path) -> None:
    data = Schedule(embedded_engine).document(Kind.SHEETS)
    # Each sheet has the table of who and when first.
    (_, now, then), (_, _, more), (_, out, wider) = (tables(data)[at : at + 3] for at in (0, 3, 6))
    assert now == [["Present text"], list(HEAD), list(CONSULATES)]
    assert then == [["Proposed text"], list(HEAD), [*CONSULATES[:2], "30 June 2017"]]
    assert more[3] == ["Exchange lists of missing migrants", "Guatemala, Mexico", "May 2017"]
    assert out[2] == list(PAPER) and wider[2:] == [["(delete)"], [*MEETING, "half a day"]]
    struck = [
        "".join(run.itertext(w("t")))
        for run in part(data).iter(w("r"))
        if run.find(f"{w('rPr')}/{w('strike')}") is not None
    ]
    assert struck[0] == "24 April" and set(PAPER) <= set(struck)
    for table in list(part(data).iter(w("tbl")))[1:3]:
        assert heads(table) == [True, True, False]
    assert lint(data) == []
    assert schema_errors(data, tmp_path) == []


def test_the_sheets_are_had_in_markdown_and_as_a_page(embedded_engine: Engine) -> None:
    room = Schedule(embedded_engine)
    lines = room.document(Kind.SHEETS, Options(form=Form.MARKDOWN)).decode()
    assert (
        "| List the consulates that protect victims of offences | Technical secretariat | <u>**30 June**</u> 2017 |"
        in lines
    )
    page = room.document(Kind.SHEETS, Options(form=Form.HTML)).decode()
    assert '<th scope="colgroup" colspan="3">Present text</th>' in page and "<td><del>24 April</del> 2017</td>" in page
    assert '<th scope="col">Commitment</th>' in page


def test_an_amendment_that_does_not_speak_of_the_revision_is_refused(rcm: Told) -> None:
    next_revision(rcm, "smuggling")
    with pytest.raises(Malformed):
        made(rcm, Kind.SHEETS, options=Options(amendments=(amendment(rcm, "smuggling"),)))


def test_what_the_text_overtook_is_named_where_all_were_asked_for(embedded_engine: Engine) -> None:
    room = Room(embedded_engine)
    overtaken(room)
    (other,) = (view for view in room.ask(queries.amendments_of, room.declaration_id) if view.name == "AM.3")
    told = "Amendments overtaken by Rev.1, not shown until their delegations restate them: "
    assert f"{told}AM.1 (Honduras)." in paragraphs(of_room(room, Kind.SHEETS))
    assert f"{told}1." in paragraphs(of_room(room, Kind.SHEETS, Options(anonymous=True)))
    assert told not in " ".join(paragraphs(of_room(room, Kind.SHEETS, Options(amendments=(other.id,)))))
    assert f"{told}AM.1 (Honduras)." in paragraphs(of_room(room, Kind.TABLE))
