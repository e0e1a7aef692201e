import hashlib

import pytest

from app.drafting import queries
from app.store import Store
from tests.web.api.drafting import Programs
from tests.web.exports.test_documents import unsettled


@pytest.fixture
def programs(engine, tmp_path):
    programs = Programs(engine)
    programs.room.issue()
    programs.site.app.state.exports = Store(tmp_path)
    return programs


def test_a_document_is_made_listed_and_had_again(programs):
    delegate, path = programs.of("Hugo"), f"{programs.path}/documents"
    (zero,) = programs.room.ask(queries.declaration, programs.room.declaration_id).revisions
    made = delegate.post(path, json={"kind": "compilation", "revision_id": str(zero.id)})
    assert made.status_code == 201, made.text
    got = delegate.get(made.headers["location"])
    assert hashlib.sha256(got.content).hexdigest() == made.json()["sha256"]
    assert len(got.content) == made.json()["size"]
    assert delegate.get(path).json() == [made.json()]
    assert programs.of("Gabriela").get(path).json() == []
    assert programs.of("Gabriela").get(made.headers["location"]).status_code == 404
    again = delegate.get(made.headers["location"], headers={"if-none-match": got.headers["etag"]})
    assert again.status_code == 304
    wrong = delegate.post(path, json={"kind": "redline", "revision_id": str(zero.id)})
    assert wrong.status_code == 422


def test_who_chairs_is_told_what_is_not_confirmed_on_an_agreed_text(programs):
    second = unsettled(programs.room, of=programs.room.honduras)
    programs.site.go_to(programs.room.now())
    path, asked = f"{programs.path}/documents", {"kind": "agreed", "revision_id": str(second.id)}
    chair = programs.of("Sofía")
    notice = chair.post(path, json=asked).json()["notice"]
    assert notice.startswith("Reservations not confirmed on Rev.1: Honduras (OP4, Zero draft).")
    assert chair.post(path, json=asked, headers={"Prefer": "respond-async"}).json()["notice"] == notice
    denied = programs.of("Hugo").post(path, json=asked)
    assert denied.status_code == 403 and denied.json()["detail"].startswith("Only the presidency and the secretariat")
    assert chair.post(path, json={**asked, "kind": "clean"}).json()["notice"] == ""
