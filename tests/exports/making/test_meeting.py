from pathlib import Path
from uuid import uuid4

import pytest
from sqlmodel import select

from app.agreements.queries import agreements_of_meeting
from app.db import reading
from app.errors import Unknown
from app.exports.exports import make_to_order, ordered_of_meeting
from app.exports.kinds import Form, MeetingKind, Options
from app.exports.order import MeetingOrder
from app.meetings.models import Meeting
from tests.support.oracles import lint, paragraphs, schema_errors
from tests.support.told import Told


def first_meeting(rcm: Told) -> Meeting:
    with reading(rcm.engine) as session:
        return session.exec(select(Meeting).where(Meeting.title.startswith("Meeting to develop guidelines"))).one()


def report(rcm: Told, language: str = "en", kind: MeetingKind = MeetingKind.REPORT, form: Form = Form.WORD) -> bytes:
    with reading(rcm.engine) as session:
        options = Options(form=form, language=language)
        by = rcm.person("delegate@hn.example")
        order = ordered_of_meeting(session, first_meeting(rcm), kind, by=by, at=rcm.at, options=options)
        return make_to_order(session, order).content


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
    lines = paragraphs(report(rcm, "es", MeetingKind.OUTCOME))
    assert lines[0] == "Acuerdos y desacuerdos"
    assert {"Acuerdos", "Sugerencias", "Desacuerdos", "no se nombró a nadie"} <= set(lines)
    assert "Asistencia" not in lines


def test_who_has_no_seat_finds_no_meeting(rcm: Told) -> None:
    with reading(rcm.engine) as session, pytest.raises(Unknown):
        options = Options(language="en")
        by = rcm.person("delegate@hn.example")
        nowhere = first_meeting(rcm).model_copy(update={"id": uuid4()})
        make_to_order(session, MeetingOrder(nowhere, MeetingKind.REPORT, by, rcm.at, options))


def test_it_is_had_as_a_page_and_in_markdown(rcm: Told) -> None:
    told = report(rcm, form=Form.MARKDOWN).decode()
    assert told.startswith("# Report of the meeting\n\n*Meeting to develop guidelines")
    assert "## Agreements" in told and "**Technical secretariat" not in told
    page = report(rcm, "es", form=Form.HTML).decode()
    assert '<html lang="es">' in page and '<th scope="col">' in page and "<h2>Acuerdos</h2>" in page
