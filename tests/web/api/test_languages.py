"""Texts in other languages, by the API."""

import pytest

from tests.drafting.translations.conftest import SPANISH
from tests.web.api.drafting import Programs


@pytest.fixture
def programs(embedded_engine):
    programs = Programs(embedded_engine)
    programs.revision = programs.room.issue()
    programs.languages = f"/api/v1/revisions/{programs.revision.id}/languages"
    return programs


def words(said: str) -> dict:
    return {"runs": [{"text": said}]}


def test_a_paragraph_is_translated_against_the_tag_of_what_was_read(programs):
    secretary, path = programs.of("Sofía"), f"{programs.languages}/es/paragraphs/{programs.room.key('p2')}"
    before = secretary.get(path)
    assert before.json()["standing"] == "missing" and before.json()["runs"] is None
    assert before.headers["etag"] == '"0"'
    assert secretary.put(path, json=words(SPANISH["p2"])).status_code == 422
    made = secretary.put(path, json=words(SPANISH["p2"]), headers={"if-match": before.headers["etag"]})
    assert made.status_code == 200, made.text
    assert made.json()["runs"] == [{"text": SPANISH["p2"], "marks": [], "note": None}]
    assert made.json()["standing"] == "current" and made.headers["etag"] == '"1"'
    slower = secretary.put(path, json=words("Otra."), headers={"if-match": before.headers["etag"]})
    assert slower.status_code == 409
    assert programs.of("Hugo").put(path, json=words("No."), headers={"if-match": '"1"'}).status_code == 403


def test_languages_states_and_what_became_stale(programs):
    key = programs.room.key("p2")
    assert programs.of("Hugo").get(programs.languages).json() == []
    given = [{"key": programs.room.key(name), **words(said)} for name, said in SPANISH.items()]
    many = programs.of("Sofía").post(f"{programs.languages}/es/paragraphs", json={"paragraphs": given})
    assert many.status_code == 200 and many.json()["authoritative"] == "en"
    (line,) = programs.of("Hugo").get(programs.languages).json()
    assert line == {"language": "es", "current": 5, "stale": 0, "missing": 0, "concordant": 0}
    programs.room.accept(programs.room.table(programs.room.replacing("p2", "offences", "crimes")))
    revision = programs.room.next()
    shown = programs.of("Hugo").get(f"/api/v1/revisions/{revision.id}/languages/es").json()
    stale = next(each for each in shown["paragraphs"] if each["key"] == key)
    assert (stale["standing"], stale["translated_from"], stale["number"]) == ("stale", "Zero draft", 1)
    assert [each["run"]["text"] for each in stale["changed"] if each["deleted_by"]] == ["offences"]
    states = programs.of("Hugo").get(f"{programs.languages}/es/paragraphs/{key}/states").json()
    assert [(each["number"], each["revision"], each["made_by"]) for each in states] == [(1, "Zero draft", "Sofía")]
    assert programs.of("Hugo").get(f"{programs.languages}/fr").status_code == 404


def test_that_a_paragraph_means_the_same_is_said_and_taken_back(programs):
    path = f"{programs.languages}/es/paragraphs/{programs.room.key('p1')}"
    secretary = programs.of("Sofía")
    tag = secretary.put(path, json=words(SPANISH["p1"]), headers={"if-match": '"0"'}).headers["etag"]
    said = secretary.put(f"{path}/concordance", json={"means_the_same": True}, headers={"if-match": tag})
    assert said.status_code == 200 and said.json()["means_the_same"] is True
    back = secretary.put(f"{path}/concordance", json={"means_the_same": False}, headers={"if-match": tag})
    assert back.json()["means_the_same"] is False
    refused = programs.of("Hugo").put(f"{path}/concordance", json={}, headers={"if-match": tag})
    assert refused.status_code == 403


def test_a_file_is_read_beside_the_text_and_nothing_is_written(programs):
    lines = "\n".join(said for name, said in SPANISH.items() if name != "p3")
    files = {"file": ("texto.txt", lines.encode(), "text/plain")}
    read = programs.of("Sofía").post(f"{programs.languages}/es/read", files=files)
    assert read.status_code == 200, read.text
    assert [each["place"] for each in read.json()["places"]] == [1, 2, None, 3, 4]
    assert read.json()["paragraphs"][0]["runs"][0]["text"] == SPANISH["p1"]
    assert programs.of("Hugo").get(programs.languages).json() == []
    assert programs.of("Hugo").post(f"{programs.languages}/es/read", files=files).status_code == 403
