import pytest

from app.drafting import queries
from app.store import Store
from tests.web.api.drafting import Programs
from tests.word.returned.by_hand import tracked


@pytest.fixture
def programs(engine, tmp_path):
    programs = Programs(engine)
    programs.room.issue()
    programs.site.app.state.files = Store(tmp_path / "files")
    programs.site.app.state.exports = Store(tmp_path / "exports")
    return programs


def taken_home(programs):
    delegate = programs.of("Hugo")
    (zero,) = programs.room.ask(queries.declaration, programs.room.declaration_id).revisions
    asked = {"kind": "capital", "revision_id": str(zero.id)}
    made = delegate.post(f"{programs.path}/documents", json=asked)
    return delegate.get(made.headers["location"]).content


def test_a_program_takes_the_text_home_sends_it_back_and_drafts(programs):
    delegate, path = programs.of("Hugo"), f"{programs.path}/returned"
    home = taken_home(programs)
    content = tracked(tracked(home, "offences", "crimes"), "consular", "judicial", "Berta")
    made = delegate.post(path, files={"file": ("marked.docx", content)})
    assert made.status_code == 201, made.text
    said = delegate.get(made.headers["location"]).json()
    assert said == made.json() and said["authors"] == ["Ana", "Berta"] and said["older"] is False
    where = [(each["number"], each["group"], each["outcome"]) for each in said["found"]]
    assert where == [(0, 0, "carried"), (1, 1, "carried")]
    assert said["found"][0]["acts"][0]["key"] == programs.room.key("p2") and said["found"][0]["by_key"]
    drafts = f"/api/v1/returned/{said['id']}/drafts"
    drafted = delegate.post(drafts, json={"groups": [{"found": [0, 1], "reason": "Because."}]})
    assert drafted.status_code == 201, drafted.text
    (amendment,) = drafted.json()["amendments"]
    shown = delegate.get(f"/api/v1/amendments/{amendment}").json()
    assert shown["state"] == "drafted"
    again = delegate.get(made.headers["location"]).json()
    assert [each["amendment"] for each in again["found"]] == [amendment, amendment] and again["drafts"] == 1
    assert [each["id"] for each in delegate.get(path).json()] == [said["id"]]
    assert delegate.get(f"{made.headers['location']}/file").content == content
    assert delegate.post(drafts, json={"groups": [{"found": [9]}]}).status_code == 422
    assert programs.room.ask(queries.amendments_of, programs.room.declaration_id) == ()


def test_others_do_not_find_it(programs):
    delegate, path = programs.of("Hugo"), f"{programs.path}/returned"
    made = delegate.post(path, files={"file": ("a.docx", taken_home(programs))})
    where = made.headers["location"]
    for name in ("Gabriela", "Sofía"):
        other = programs.of(name)
        assert other.get(where).status_code == other.get(f"{where}/file").status_code == 404
        assert other.post(f"{where}/drafts", json={"groups": []}).status_code == 404
        assert other.get(path).json() == []
    assert delegate.post(path, files={"file": ("a.docx", b"nothing")}).status_code == 422
    assert programs.site.program("Hugo", "read").post(path, files={"file": ("a.docx", b"x")}).status_code == 403


def test_a_file_and_drafts_that_are_sent_twice_are_there_once(programs):
    delegate, path = programs.of("Hugo"), f"{programs.path}/returned"
    content = tracked(taken_home(programs), "offences", "crimes")

    def send(key, what=content):
        return delegate.post(path, files={"file": ("marked.docx", what)}, headers={"idempotency-key": key})

    made, again = send("one"), send("one")
    assert again.json() == made.json() and again.headers["location"] == made.headers["location"]
    assert again.headers["idempotent-replay"] == "true" and len(delegate.get(path).json()) == 1
    assert send("one", tracked(content, "consular", "judicial")).status_code == 409
    drafts, asked = f"{made.headers['location']}/drafts", {"groups": [{"found": [0]}]}
    first, second = (delegate.post(drafts, json=asked, headers={"idempotency-key": "two"}) for _ in range(2))
    assert first.json() == second.json() and first.status_code == second.status_code == 201
    assert delegate.get(made.headers["location"]).json()["drafts"] == 1
    third = delegate.post(drafts, json=asked)
    assert third.status_code == 200 and second.json()["before"] == []
    assert third.json() == {"amendments": first.json()["amendments"], "before": first.json()["amendments"]}
    assert delegate.get(made.headers["location"]).json()["drafts"] == 1
