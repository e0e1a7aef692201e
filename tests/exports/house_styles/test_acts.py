import io
import os
import zipfile

import docx
import pytest

from app.db import reading, writing
from app.errors import Denied, Malformed, OutOfPlace, Stale, TooLarge
from app.exports.exports import make_to_order, ordered_of_meeting
from app.exports.house_styles import acts, queries
from app.exports.house_styles.models import HouseStyle
from app.exports.kinds import Kind, MeetingKind, Options
from app.processes.models import Process
from app.record.queries import acts_of
from app.word.house.taming import LeftOut
from tests.exports.making.orders import made
from tests.exports.making.test_meeting import first_meeting
from tests.support.oracles import lint, schema_errors
from tests.support.told import Told
from tests.word.house.letterheads import LETTER, hostile, secretariat

SECRETARY = "secretariat@rcm.example"


def kept(rcm: Told, content: bytes, expected: int = 0, by: str = SECRETARY, name: str = "letterhead.docx") -> HouseStyle:
    with writing(rcm.engine) as session:
        process = session.get_one(Process, rcm.declaration.process_id)
        examined = acts.examine(process, name, content, by=rcm.person(by))
        return acts.keep(session, rcm.store, examined, expected=expected, by=rcm.person(by), at=rcm.at)


def view(rcm: Told, by: str = SECRETARY) -> queries.HouseStyleView:
    with reading(rcm.engine) as session:
        process = session.get_one(Process, rcm.declaration.process_id)
        return queries.house_style(session, process, by=rcm.person(by))


@pytest.mark.parametrize("kind", [Kind.CLEAN, Kind.CAPITAL, Kind.COMPILATION, Kind.SHEETS, Kind.TABLE, Kind.AGREED])
def test_every_document_is_written_on_it(rcm: Told, kind: Kind, tmp_path) -> None:
    kept(rcm, secretariat(LETTER))
    data = made(rcm, kind)
    opened = docx.Document(io.BytesIO(data))
    section = opened.sections[0]
    assert LETTER[0] in (section.page_width, section.page_height)
    assert section.first_page_header.paragraphs[1].text == "CONFERENCIA REGIONAL SOBRE MIGRACIÓN"
    assert opened.styles["Normal"].font.name == "Georgia"
    assert lint(data) == []
    assert schema_errors(data, tmp_path) == []


def test_a_report_of_a_meeting_too(rcm: Told) -> None:
    kept(rcm, secretariat())
    with reading(rcm.engine) as session:
        by = rcm.person(SECRETARY)
        options = Options(language="es")
        order = ordered_of_meeting(session, first_meeting(rcm), MeetingKind.REPORT, by=by, at=rcm.at, options=options)
        data = make_to_order(session, order).content
    assert docx.Document(io.BytesIO(data)).styles["Normal"].font.name == "Georgia"


def test_the_file_is_kept_as_it_came_and_what_it_brings_is_told(rcm: Told) -> None:
    content = hostile()
    row = kept(rcm, content)
    assert rcm.store.get(row.sha256) == content
    shown = view(rcm, "delegate@hn.example")
    assert (shown.version, shown.may_manage) == (1, False)
    assert shown.house is not None
    assert "Preambular" in shown.house.missing
    assert shown.house.left_out[LeftOut.MACROS] == 1
    assert len(row.reference) < len(content)


def test_another_takes_its_place_and_the_earlier_one_stays(rcm: Told) -> None:
    first = kept(rcm, secretariat())
    kept(rcm, secretariat(LETTER), expected=1, name="second.docx")
    shown = view(rcm)
    assert [line.filename for line in shown.lines] == ["second.docx", "letterhead.docx"]
    assert shown.house is not None and shown.house.paper.name == "Letter"
    with reading(rcm.engine) as session:
        process = session.get_one(Process, rcm.declaration.process_id)
        found = queries.find(session, process, 1, by=rcm.person("delegate@hn.example"))
    assert acts.fetch(rcm.store, found) == rcm.store.get(first.sha256)


def test_taken_away_documents_look_as_ours_again(rcm: Told) -> None:
    plain = made(rcm, Kind.CLEAN)
    kept(rcm, secretariat())
    assert made(rcm, Kind.CLEAN) != plain
    with writing(rcm.engine) as session:
        process = session.get_one(Process, rcm.declaration.process_id)
        acts.remove(session, process, expected=1, by=rcm.person(SECRETARY), at=rcm.at)
    assert made(rcm, Kind.CLEAN) == plain
    shown = view(rcm)
    assert (shown.version, shown.present, shown.house) == (2, None, None)
    with writing(rcm.engine) as session, pytest.raises(OutOfPlace):
        process = session.get_one(Process, rcm.declaration.process_id)
        acts.remove(session, process, expected=2, by=rcm.person(SECRETARY), at=rcm.at)


def test_it_is_entered_in_the_record_under_its_fingerprint(rcm: Told) -> None:
    row = kept(rcm, secretariat())
    with reading(rcm.engine) as session:
        newest = acts_of(session, rcm.declaration.process_id, by=rcm.person(SECRETARY)).acts[0]
    assert newest.act == "house_style.set"
    assert row.sha256 in str(newest)


def test_only_the_secretariat_sets_it_and_nobody_overwrites_blindly(rcm: Told) -> None:
    with pytest.raises(Denied):
        kept(rcm, secretariat(), by="delegate@hn.example")
    kept(rcm, secretariat())
    with pytest.raises(Stale):
        kept(rcm, secretariat(LETTER))


@pytest.mark.parametrize(
    ("name", "content", "refused"),
    [
        ("letter.pdf", b"%PDF", Malformed),
        ("letter.docx", b"%PDF", Malformed),
        ("letter.docx", b"PK\x03\x04 broken", Malformed),
        (".docx", secretariat(), Malformed),
    ],
)
def test_what_is_no_word_document_is_refused(rcm: Told, name: str, content: bytes, refused: type[Exception]) -> None:
    with pytest.raises(refused):
        kept(rcm, content, name=name)
    assert view(rcm).version == 0


def test_a_letterhead_that_is_too_heavy_for_every_document_is_refused(rcm: Told) -> None:
    content = io.BytesIO(secretariat())
    with zipfile.ZipFile(content) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    picture = next(name for name in parts if name.endswith(".png"))
    parts[picture] += os.urandom(acts.MOST * 1024 * 1024)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    with pytest.raises(TooLarge):
        kept(rcm, out.getvalue())
