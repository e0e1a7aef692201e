from pathlib import Path
from uuid import uuid4

import pytest
from sqlmodel import select

from app.agreements.queries import agreements_of_meeting
from app.db import reading
from app.errors import Unknown
from app.exports.making.meeting import meeting_report, outcome_of_meeting
from app.meetings.models import Meeting
from app.word.papers import paper_of
from tests.support.oracles import lint, paragraphs, schema_errors
from tests.support.told import Told


def first_meeting(rcm: Told) -> Meeting:
    with reading(rcm.engine) as session:
        return session.exec(select(Meeting).where(Meeting.title.startswith("Meeting to develop guidelines"))).one()


def report(rcm: Told, language: str = "en", make=meeting_report) -> bytes:
    with reading(rcm.engine) as session:
        by = rcm.person("delegate@hn.example")
        return paper_of(make(session, first_meeting(rcm).id, by=by, language=language, at=rcm.at))


def test_it_tells_who_was_there_what_was_spoken_of_and_what_was_agreed(rcm: Told, tmp_path: Path) -> None:
    data = report(rcm)
    lines = paragraphs(data)
    assert "This document is the reading of the technical secretariat. The participants have not approved it." in lines
    assert next(line for line in lines if line.startswith("Costa Rica, Dominican Republic, El Salvador"))
    assert lines.index("Attendance") < lines.index("Agenda") < lines.index("Agreements") < lines.index("Non-agreements")
    assert "Technical secretariat (reading of the secretariat)" in lines
    assert {"nobody was named", "no date was set", "24 April 2017"} <= set(lines)
    with reading(rcm.engine) as session:
        by = rcm.person("delegate@hn.example")
        agreed = agreements_of_meeting(session, first_meeting(rcm).id, by=by, language="en", at=rcm.at)
    assert agreed and {line.what for line in agreed} <= set(lines)
    assert lint(data) == []
    assert schema_errors(data, tmp_path) == []


def test_the_list_is_of_agreements_alone_and_in_the_language_asked_for(rcm: Told) -> None:
    lines = paragraphs(report(rcm, "es", outcome_of_meeting))
    assert lines[0] == "Acuerdos y desacuerdos"
    assert {"Acuerdos", "Sugerencias", "Desacuerdos", "no se nombró a nadie"} <= set(lines)
    assert "Asistencia" not in lines


def test_who_has_no_seat_finds_no_meeting(rcm: Told) -> None:
    with reading(rcm.engine) as session, pytest.raises(Unknown):
        meeting_report(session, uuid4(), by=rcm.person("delegate@hn.example"), language="en", at=rcm.at)
