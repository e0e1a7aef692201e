import pytest

from tests.drafting.room import WORDS
from tests.web.api.drafting import Programs


@pytest.fixture
def programs(engine):
    programs = Programs(engine)
    programs.room.open()
    return programs


def words(draft):
    return ["".join(run["text"] for run in each["runs"]) for each in draft["paragraphs"]]


def test_a_draft_is_worked_on_and_issued(programs):
    secretary, path = programs.of("Sofía"), f"{programs.path}/draft"
    draft = secretary.get(path).json()
    assert words(draft) == list(WORDS)
    assert draft["paragraphs"][0]["label"] == "PP1"
    keys = [each["key"] for each in draft["paragraphs"]]
    noted = {"role": "item", "runs": [{"text": "New"}, {"note": "Of 2016."}], "after": keys[0]}
    added = secretary.post(f"{path}/paragraphs", json=noted, headers=programs.tag("/draft"))
    assert added.status_code == 201
    assert added.json()["paragraphs"][1]["runs"][1] == {"text": "\ufffc", "marks": [], "note": "Of 2016."}
    new = added.json()["paragraphs"][1]["key"]
    seen = {"if-match": added.headers["etag"]}
    edited = secretary.patch(f"{path}/paragraphs/{new}", json={"runs": [{"text": "Other"}]}, headers=seen)
    assert words(edited.json())[1] == "Other"
    assert edited.json()["paragraphs"][1]["role"] == "item", "what is left out stays"
    late = secretary.delete(f"{path}/paragraphs/{new}", headers=seen)
    assert late.status_code == 409
    assert "has moved on" in late.json()["detail"]
    moved = secretary.post(f"{path}/paragraphs/{new}/move", json={"after": None}, headers=programs.tag("/draft"))
    assert words(moved.json())[0] == "Other"
    gone = secretary.delete(f"{path}/paragraphs/{new}", headers=programs.tag("/draft"))
    assert words(gone.json()) == list(WORDS)
    issued = secretary.post(f"{path}/issue", json={"note": "For April."}, headers=programs.tag("/draft"))
    assert issued.status_code == 201
    assert (issued.json()["name"], issued.json()["note"]) == ("Zero draft", "For April.")
    assert secretary.get(issued.headers["location"]).json()["issued_by"] == "Sofía"
    again = secretary.post(f"{path}/issue", json={}, headers=programs.tag("/draft"))
    assert again.status_code == 409


def test_it_is_the_chairs_alone(programs):
    assert programs.of("Hugo").get(f"{programs.path}/draft").status_code == 404
    assert programs.of("Hugo").post(f"{programs.path}/draft/issue", json={}).status_code == 404
    answer = programs.of("Sofía").patch(
        f"{programs.path}/draft/paragraphs/nowhere", json={"level": 1}, headers=programs.tag("/draft")
    )
    assert answer.status_code == 404


def test_a_whole_other_text_takes_the_place_of_a_draft(programs):
    secretary, path = programs.of("Sofía"), f"{programs.path}/draft"
    before = programs.tag("/draft")
    lines = {"text": "Recalling what was said,\n1. To say it again."}
    replaced = secretary.put(path, json=lines, headers=before)
    assert replaced.status_code == 200, replaced.text
    assert words(replaced.json()) == ["Recalling what was said,", "To say it again."]
    assert secretary.put(path, json=lines, headers=before).status_code == 409, "somebody was faster"
    roles = {"paragraphs": [{"role": "title", "runs": [{"text": "Declaration"}]}]}
    assert words(secretary.put(path, json=roles, headers=programs.tag("/draft")).json()) == ["Declaration"]
    file = {"file": ("draft.txt", b"One.\n\nTwo.")}
    brought = secretary.put(f"{path}/file", files=file, headers=programs.tag("/draft"))
    assert brought.status_code == 200, brought.text
    assert words(brought.json()["draft"]) == ["One.", "Two."] and brought.json()["left_out"] == []
    assert (
        secretary.put(f"{path}/file", files={"file": ("a.pdf", b"%PDF")}, headers=programs.tag("/draft")).status_code == 422
    )
    assert programs.of("Hugo").put(path, json=lines, headers=programs.tag("/draft")).status_code == 404
