import pytest

from app.drafting import queries
from app.store import Store
from tests.web.api.drafting import Programs

LATER = {"prefer": "respond-async"}


@pytest.fixture
def programs(embedded_engine, tmp_path):
    programs = Programs(embedded_engine)
    programs.room.issue()
    programs.site.app.state.exports = Store(tmp_path)
    return programs


@pytest.fixture
def asked(programs):
    (zero,) = programs.room.ask(queries.declaration, programs.room.declaration_id).revisions
    return {"kind": "compilation", "revision_id": str(zero.id)}


def test_a_document_is_ordered_followed_and_cancelled(programs, asked):
    delegate, path = programs.of("Hugo"), f"{programs.path}/documents"
    answer = delegate.post(path, json=asked, headers=LATER)
    assert answer.status_code == 202, answer.text
    job = answer.json()
    assert (job["state"], job["steps_done"], job["steps"], job["before"]) == ("waiting", 0, 3, 0)
    assert job["ordered_by"] == "Hugo" and job["document"] is None
    where = answer.headers["location"]
    assert answer.headers["retry-after"] == delegate.get(where).headers["retry-after"] == "1"
    assert delegate.get(where).json() == job
    assert delegate.get(f"{programs.path}/jobs").json() == [job]
    assert programs.of("Gabriela").get(where).status_code == 404
    assert programs.of("Gabriela").delete(where).status_code == 404
    assert programs.of("Gabriela").get(f"{programs.path}/jobs").json() == []
    assert programs.of("Sofía").get(where).json()["ordered_by"] == "Hugo"
    cancelled = delegate.delete(where)
    assert cancelled.json()["state"] == "cancelled"
    assert "retry-after" not in delegate.get(where).headers
    again = delegate.delete(where)
    assert (again.status_code, again.json()["type"]) == (409, "/problems/outofplace")
    assert delegate.get(f"{programs.path}/jobs").json() == []


def test_what_is_asked_for_twice_under_one_key_is_made_once(programs, asked):
    delegate, path = programs.of("Hugo"), f"{programs.path}/documents"
    for headers, status in (({}, 201), (LATER, 202)):
        key = {"idempotency-key": f"key-{status}"}
        first, again = (delegate.post(path, json=asked, headers={**headers, **key}) for _ in range(2))
        assert (first.status_code, again.status_code) == (status, status)
        assert again.json() == first.json() and again.headers["location"] == first.headers["location"]
        assert again.headers["idempotent-replay"] == "true"
    assert len(delegate.get(path).json()) == 1
    other = delegate.post(path, json={**asked, "kind": "clean"}, headers={"idempotency-key": "key-201"})
    assert other.status_code == 409


def test_what_cannot_be_made_is_refused_when_it_is_ordered(programs, asked):
    delegate, path = programs.of("Hugo"), f"{programs.path}/documents"
    for wrong in ({"kind": "redline"}, {"kind": "compilation", "form": "html"}):
        assert delegate.post(path, json={**asked, **wrong}, headers=LATER).status_code == 422
    assert delegate.get(f"{programs.path}/jobs").json() == []
