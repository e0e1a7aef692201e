import pytest

from app.errors import Denied, Malformed, OutOfPlace, Unknown
from app.meetings import documents
from app.store import Store
from tests.support.world import NOW


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "files")


def add(room, store, meeting_id, title="Roadmap", by=None, **more):
    with room.at(meeting_id) as (session, meeting):
        return documents.add(session, store, meeting, title, by=by or room.sofia, at=NOW, **more).id


def test_a_document_is_announced_then_there(room, store):
    meeting_id = room.convene()
    add(room, store, meeting_id, note="To be produced")
    add(room, store, meeting_id, "Report", symbol="RCM/2017/1", file=("C:\\papers\\Informe año.PDF", b"%PDF-1.7"))
    report, roadmap = sorted(room.seen(meeting_id).documents, key=lambda each: each.title)
    assert (roadmap.filename, roadmap.note) == ("", "To be produced")
    assert (report.filename, report.media_type, report.size) == ("Informe año.PDF", "application/pdf", 8)
    assert store.get(report.sha256) == b"%PDF-1.7"


@pytest.mark.parametrize("name", ["page.html", "picture.svg", "programme", "x.exe"])
def test_what_a_browser_might_run_is_plain_bytes(small_room, store, name):
    meeting_id = small_room.convene()
    add(small_room, store, meeting_id, file=(name, b"<script>"))
    assert small_room.seen(meeting_id).documents[0].media_type == "application/octet-stream"


def test_an_empty_file_is_not_a_document(small_room, store):
    with pytest.raises(Malformed) as refused:
        add(small_room, store, small_room.convene(), file=("empty.pdf", b""))
    assert refused.value.field == "file"


def test_a_document_is_withdrawn_by_the_chair_side(room, store):
    meeting_id = room.convene()
    document_id = add(room, store, meeting_id)
    with room.at(meeting_id) as (session, meeting), pytest.raises(Denied):
        documents.withdraw(session, meeting, document_id, by=room.hugo, at=NOW)
    with room.at(meeting_id) as (session, meeting):
        documents.withdraw(session, meeting, document_id, by=room.paula, at=NOW)
    assert room.seen(meeting_id).documents == ()
    with room.at(meeting_id) as (session, meeting), pytest.raises(Unknown):
        documents.of(session, meeting, document_id)


def test_a_document_belongs_to_its_meeting(room, store):
    document_id = add(room, store, room.convene())
    with room.at(room.convene()) as (session, meeting), pytest.raises(Unknown):
        documents.of(session, meeting, document_id)


def test_the_file_of_an_announced_document_is_brought_once(room, store):
    meeting_id = room.convene()
    document_id = add(room, store, meeting_id)
    with room.at(meeting_id) as (session, meeting), pytest.raises(Unknown):
        documents.with_file(session, meeting, document_id)
    with room.at(meeting_id) as (session, meeting), pytest.raises(Denied):
        documents.bring(session, store, meeting, document_id, ("a.pdf", b"1"), by=room.ana, at=NOW)
    with room.at(meeting_id) as (session, meeting):
        documents.bring(session, store, meeting, document_id, ("a.pdf", b"1"), by=room.sofia, at=NOW)
    with room.at(meeting_id) as (session, meeting):
        assert store.get(documents.with_file(session, meeting, document_id).sha256) == b"1"
        with pytest.raises(OutOfPlace):
            documents.bring(session, store, meeting, document_id, ("b.pdf", b"2"), by=room.sofia, at=NOW)
