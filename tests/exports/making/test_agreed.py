import io
import zipfile
from pathlib import Path

import pytest
from sqlmodel import select

from app.db import reading, writing
from app.drafting import decisions, revisions
from app.drafting.models import Amendment, Declaration
from app.drafting.texts import text_of
from app.errors import OutOfPlace
from app.exports.kinds import Form, Kind, Options
from app.text.change import Replace
from app.text.runs import runs_of
from app.word.changes import changes
from tests.exports.making.orders import amendment, made
from tests.exports.making.test_on_record import HONDURAS, enter
from tests.support.oracles import lint, paragraphs, schema_errors
from tests.support.told import Told


def test_it_is_the_text_the_clause_and_the_states_in_alphabetical_order(rcm: Told, tmp_path: Path) -> None:
    data = made(rcm, Kind.AGREED)
    lines = paragraphs(data)
    with reading(rcm.engine) as session:
        text = [paragraph.text for paragraph in text_of(session, rcm.revision().id)]
    assert lines[: len(text)] == text
    assert lines[len(text)] == "Draft of the agreed text (amendments undecided: 10)"
    assert "members of the regional consultative process “Regional Conference on Migration”" in lines[len(text) + 1]
    states = [line for line in lines[lines.index("Member States") + 1 :] if line]
    assert len(states) == 11
    down = [*states[::2], *states[1::2]]
    assert down[:3] == ["Belize", "Canada", "Republic of Costa Rica"]
    assert down[-1] == "United States of America"
    assert down.index("United Mexican States") < down.index("Republic of Nicaragua"), "Mexico stands under its short name"
    assert changes(data) == ()
    assert lint(data) == []
    assert schema_errors(data, tmp_path) == []


def test_the_fingerprint_of_the_text_is_at_the_foot_of_every_page(rcm: Told) -> None:
    with zipfile.ZipFile(io.BytesIO(made(rcm, Kind.AGREED))) as archive:
        footer = archive.read("word/footer_front.xml").decode()
    assert rcm.revision().fingerprint in footer


def test_a_text_with_brackets_is_not_ready(rcm: Told) -> None:
    chair = rcm.person("secretariat@rcm.example")
    with writing(rcm.engine) as session:
        declared = session.get_one(Declaration, rcm.declaration.id)
        key = text_of(session, rcm.revision().id).keys[1]
        acts = (Replace(key, runs_of("The [Vice-]Ministers,")),)
        row = session.exec(select(Amendment).where(Amendment.id == amendment(rcm, "smuggling"))).one()
        decisions.modify(session, row, acts, expected=declared.version, by=chair, at=rcm.at)
        revisions.issue_next(session, declared, expected=declared.version, by=chair, at=rcm.at)
    with pytest.raises(OutOfPlace):
        made(rcm, Kind.AGREED)


def test_it_is_had_as_a_page_and_in_markdown_with_all_that_is_on_record(rcm: Told) -> None:
    with reading(rcm.engine) as session:
        place = text_of(session, rcm.revision().id).keys[3]
    enter(rcm, HONDURAS, "Honduras se reserva su posición.", place)
    enter(rcm, HONDURAS, "Explicamos nuestro voto.", kind="explanation")
    page = made(rcm, Kind.AGREED, options=Options(form=Form.HTML)).decode()
    plain = made(rcm, Kind.AGREED, options=Options(form=Form.MARKDOWN)).decode()
    for said in (page, plain):
        assert "adopt the foregoing text." in said and "United Mexican States" in said
        assert "Explanations of position" in said and "Explicamos nuestro voto." in said
        assert rcm.revision().fingerprint in said
        assert said.index("PP1") < said.index("adopt the foregoing text.") < said.index("United Mexican States")
    assert '<span lang="es">Honduras se reserva su posición.</span>' in page
    assert '<p lang="es">Explicamos nuestro voto.</p>' in page
    assert "\n\nUnited Mexican States\n\nRepublic of Nicaragua\n\n" in plain and "<table" not in page
    assert "## Member States" in plain and "Reservation of Honduras: Honduras se reserva su posición." in plain
