from pathlib import Path

import pytest

from app.errors import Malformed
from app.exports.kinds import Kind, Options
from app.word.changes import changes
from tests.exports.making.orders import amendment, made
from tests.exports.making.test_redline import next_revision
from tests.support.oracles import lint, paragraphs, schema_errors
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


def test_an_amendment_that_does_not_speak_of_the_revision_is_refused(rcm: Told) -> None:
    next_revision(rcm, "smuggling")
    with pytest.raises(Malformed):
        made(rcm, Kind.SHEETS, options=Options(amendments=(amendment(rcm, "smuggling"),)))
