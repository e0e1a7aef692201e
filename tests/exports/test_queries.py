from datetime import timedelta

from app.db import reading, writing
from app.exports import exports, queries
from app.exports.house_styles import acts
from app.exports.kinds import Form, Kind, Options
from app.processes.models import Process
from app.record.chain import entries
from tests.exports.house_styles.test_acts import kept
from tests.support.told import Told
from tests.word.house.letterheads import secretariat


def test_documents_are_listed_for_their_side_latest_first(rcm: Told) -> None:
    by = rcm.person("delegate@hn.example")
    for kind in (Kind.CLEAN, Kind.COMPILATION):
        with reading(rcm.engine) as session:
            made = exports.make(session, rcm.declaration, kind, rcm.revision(), by=by, at=rcm.at)
        with writing(rcm.engine) as session:
            exports.keep(session, rcm.store, made, by=by, at=rcm.at)
    with reading(rcm.engine) as session:
        lines = queries.exports_of(session, rcm.declaration, by=by)
    assert {line.kind for line in lines} == {Kind.CLEAN, Kind.COMPILATION}
    assert all(line.against == "" and line.revision == "Zero draft" for line in lines)


def test_each_says_on_which_house_style_it_was_written(rcm: Told) -> None:
    by = rcm.person("secretariat@rcm.example")

    def keep(form: Form = Form.WORD) -> None:
        with reading(rcm.engine) as session:
            options = Options(form=form)
            made = exports.make(session, rcm.declaration, Kind.CLEAN, rcm.revision(), by=by, at=rcm.at, options=options)
        rcm.at += timedelta(minutes=1)
        with writing(rcm.engine) as session:
            exports.keep(session, rcm.store, made, by=by, at=rcm.at)

    keep()
    styled = kept(rcm, secretariat())
    keep()
    keep(Form.MARKDOWN)
    with writing(rcm.engine) as session:
        process = session.get_one(Process, rcm.declaration.process_id)
        acts.remove(session, process, expected=1, by=by, at=rcm.at)
    keep()
    with reading(rcm.engine) as session:
        lines = queries.exports_of(session, rcm.declaration, by=by)
    used = queries.HouseStyleUsed(1, "letterhead.docx", styled.sha256)
    assert [line.house_style for line in reversed(lines)] == [None, used, None, None]
    with reading(rcm.engine) as session:
        said = [entry.after["house_style_id"] for entry in entries(session) if entry.act == "export.make"]
    assert said == [None, str(styled.id), None, None]
