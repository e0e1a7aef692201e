"""A file comes back: it is looked through, kept as it came, and exists for its delegation only."""

import hashlib

import pytest
from sqlmodel import select

from app.db import reading, writing
from app.drafting import returned
from app.drafting.models import Declaration
from app.drafting.returned.queries import find_returned, returned_of
from app.errors import Denied, Malformed, OutOfPlace, Unknown
from app.record.models import Entry
from app.text.document import Document
from app.text.paragraph import Paragraph, Role
from app.text.runs import runs_of
from tests.drafting.returned.conftest import for_the_capital
from tests.drafting.room import Room
from tests.word.making import docx, p, t
from tests.word.odt.making import odt
from tests.word.returned.by_hand import tracked

ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")


def send(room: Room, store, content: bytes, *, name: str = "marked.docx", by=None):
    """What a delegate does: the file is examined, then kept."""
    by = by or room.honduras
    with reading(room.engine) as session:
        declaration = session.get_one(Declaration, room.declaration_id)
        examined = returned.examine(session, declaration, name, content, by=by)
    with writing(room.engine) as session:
        return returned.receive(session, store, examined, by=by, at=room.now())


def test_the_file_is_kept_as_it_came_with_its_fingerprint(room, store):
    revision = room.issue()
    content = tracked(for_the_capital(room), "offences", "crimes")
    file = send(room, store, content, name=r"C:\capital\marked up.docx")
    assert (file.sha256, file.size) == (hashlib.sha256(content).hexdigest(), len(content))
    assert store.get(file.sha256) == content
    assert file.revision_id == revision.id and file.delegation_id == room.hn.id
    assert file.filename == "marked up.docx"


def test_the_record_tells_the_chair_the_fingerprint_and_nothing_else(room, store):
    room.issue()
    file = send(room, store, for_the_capital(room), name="our red lines.docx")
    with reading(room.engine) as session:
        entry = session.exec(select(Entry).where(Entry.act == "returned_file.receive")).one()
    assert entry.after["sha256"] == file.sha256 and entry.delegation_id == room.hn.id
    assert "red lines" not in str(entry.after)


def test_it_exists_for_its_delegation_only(small_room, store):
    room = small_room
    room.issue()
    file = send(room, store, for_the_capital(room))
    assert room.ask(find_returned, file.id, by=room.honduras).id == file.id
    (line,) = room.ask(returned_of, room.declaration_id, by=room.honduras)
    assert (line.revision, line.uploaded_by, line.drafts) == ("Zero draft", "Hugo", 0)
    for stranger in (room.guatemala, room.secretary, room.presidency, room.observer):
        with pytest.raises(Unknown):
            room.ask(find_returned, file.id, by=stranger)
        assert room.ask(returned_of, room.declaration_id, by=stranger) == ()


def test_only_member_delegations_send_files(small_room, store):
    room = small_room
    room.issue()
    for nobody in (room.secretary, room.observer):
        with pytest.raises(Denied):
            send(room, store, for_the_capital(room), by=nobody)


def test_before_anything_is_issued_nothing_comes_back(small_room, store):
    room = small_room
    room.issue()
    content = for_the_capital(room)
    room.open()
    with pytest.raises(OutOfPlace):
        send(room, store, content)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.docx", b"not a file of Word", "not a Word document"),
        ("a.pdf", b"%PDF-1.7", "This is a PDF"),
        ("a.odt", odt("<text:p>One.</text:p>"), "save it as Word .* your tracked changes are kept"),
        ("a.docx", odt("<text:p>One.</text:p>"), "save it as Word .* your tracked changes are kept"),
        ("a.png", b"\x89PNG", "Bring the Word document"),
        ("a.txt", docx(p(t("One."))), "Bring the Word document"),
        ("a.docx", ENCRYPTED, "protected by a password"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(small_room, store, name, content, why):
    small_room.issue()
    with pytest.raises(Malformed, match=why):
        send(small_room, store, content, name=name)


def test_another_text_is_refused(small_room, store):
    room = small_room
    room.issue(Document([Paragraph("a", Role.OPERATIVE, runs_of("Quite another matter, on fisheries and tariffs."))]))
    content = for_the_capital(room)
    room.issue()
    with pytest.raises(Malformed, match="text of another declaration"):
        send(room, store, content)
    content = docx(p(t("Quite another matter, on fisheries and tariffs.")))
    with pytest.raises(Malformed, match="Hardly anything"):
        send(room, store, content)
