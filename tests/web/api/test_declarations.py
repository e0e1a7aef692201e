import pytest

from tests.exports.making.orders import overtaken
from tests.web.api.drafting import Programs
from tests.word.making import docx, p, t

INDEX = "/api/v1/processes/rcm/declarations"


@pytest.fixture
def programs(embedded_engine):
    programs = Programs(embedded_engine)
    programs.room.issue()
    return programs


def test_a_declaration_is_opened_of_paragraphs_of_text_or_empty(programs):
    secretary = programs.of("Sofía")
    words = [{"role": "preambular", "runs": [{"text": "Recalling", "marks": ["italic"]}, {"text": " this,"}]}]
    for asked, count in (({"paragraphs": words}, 1), ({"text": "One.\nTwo."}, 2), ({}, 0)):
        answer = secretary.post(INDEX, json={"title": "T", "language": "en", **asked})
        assert answer.status_code == 201, answer.text
        assert answer.json()["revisions"] == []
        draft = secretary.get(answer.headers["location"] + "/draft").json()
        assert len(draft["paragraphs"]) == count
    assert len(secretary.get(INDEX).json()) == 4
    assert len(programs.of("Hugo").get(INDEX).json()) == 1, "delegations see what is issued"


def test_a_file_is_brought_and_what_was_left_out_is_told(programs):
    content = docx(p(t("One.")) + p(t("Two.")), header=p(t("x")))
    given = {"data": {"title": "T", "language": "en"}, "files": {"file": ("a.docx", content)}}
    answer = programs.of("Sofía").post(f"{INDEX}/import", **given)
    assert answer.status_code == 201, answer.text
    assert answer.json()["left_out"] == [{"kind": "header", "count": 1}]
    given["files"] = {"file": ("a.docx", b"no")}
    answer = programs.of("Sofía").post(f"{INDEX}/import", **given)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["detail"].startswith("This is not a Word document")


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({"title": "", "language": "en"}, 422),
        ({"title": "T", "language": "fr"}, 422),
        ({"title": "T", "language": "en", "text": "x", "paragraphs": [{"role": "item", "runs": [{"text": "y"}]}]}, 422),
        ({"title": "T", "language": "en", "paragraphs": [{"role": "king", "runs": []}]}, 422),
        ({"title": "T", "language": "en", "paragraphs": [{"role": "item", "runs": [{"text": "\ufffc"}]}]}, 422),
        ({"title": "T", "language": "en", "meeting_id": "00000000-0000-0000-0000-000000000000"}, 404),
        ({"title": "T" * 501, "language": "en"}, 413),
    ],
)
def test_what_cannot_be_taken_is_a_problem(programs, asked, status):
    answer = programs.of("Sofía").post(INDEX, json=asked)
    assert answer.status_code == status, answer.text
    assert answer.json()["status"] == status


def test_particulars_are_changed_by_who_has_seen_them(programs):
    secretary, tag = programs.of("Sofía"), programs.tag()
    assert secretary.patch(programs.path, json={"symbol": "X/1"}).status_code == 422, "without If-Match"
    answer = secretary.patch(programs.path, json={"symbol": "X/1"}, headers=tag)
    assert (answer.json()["symbol"], answer.json()["title"]) == ("X/1", "Regional declaration")
    assert secretary.patch(programs.path, json={"symbol": "X/2"}, headers=tag).status_code == 409
    assert programs.of("Hugo").patch(programs.path, json={"symbol": "X/3"}, headers=tag).status_code == 403


def test_the_window_is_moved(programs):
    secretary, path = programs.of("Sofía"), f"{programs.path}/window"
    asked = {"act": "deadline", "deadline": "2031-04-24T09:00:00-05:00"}
    answer = secretary.post(path, json=asked, headers=programs.tag())
    assert answer.json()["deadline"] == "2031-04-24T14:00:00Z"
    naive = secretary.post(path, json={"act": "deadline", "deadline": "2031-04-24T09:00:00"}, headers=programs.tag())
    assert naive.status_code == 422
    assert secretary.post(path, json={"act": "close"}, headers=programs.tag()).json()["window_open"] is False
    assert secretary.post(path, json={"act": "close"}, headers=programs.tag()).status_code == 409
    assert secretary.post(path, json={"act": "open"}, headers=programs.tag()).json()["window_open"] is True


def test_a_scope_that_is_missing_and_a_stranger(programs):
    reader = programs.site.program("Sofía", "read")
    assert reader.get(programs.path).status_code == 200
    assert reader.post(INDEX, json={"title": "T", "language": "en"}).status_code == 403
    programs.room.world.secretary(programs.room.world.process("sacm"), "Tomás")
    assert programs.of("Tomás").get(programs.path).status_code == 404
    assert programs.of("Tomás").get(INDEX).status_code == 404


def test_what_the_text_overtook_is_not_counted_as_pending_on_it(embedded_engine):
    programs = Programs(embedded_engine)
    overtaken(programs.room)
    (shown,) = programs.of("Hugo").get(INDEX).json()
    assert {name: shown[name] for name in ("tabled", "pending", "overtaken", "agreed")} == {
        "tabled": 3, "pending": 1, "overtaken": 1, "agreed": 0,
    }  # fmt: skip
