import hashlib

import pytest

from app.drafting import queries
from app.store import Store
from tests.web.api.drafting import Programs


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
