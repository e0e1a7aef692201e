import pytest

from app.exports.kinds import Form, Kind
from tests.web.api.drafting import Programs


@pytest.fixture
def programs(embedded_engine):
    return Programs(embedded_engine)


def test_what_can_be_had_and_how_is_told(programs, monkeypatch):
    monkeypatch.setenv("PATH", "")
    programs.room.issue()
    path = f"{programs.path}/documents/kinds"
    found = {each["kind"]: each for each in programs.of("Hugo").get(path).json()}
    assert list(found) == [kind.value for kind in Kind if kind is not Kind.AGREED]
    assert [each["kind"] for each in programs.of("Paula").get(path).json()] == [kind.value for kind in Kind]
    assert found["capital"] == {"kind": "capital", "forms": ["docx"], "anonymous": False, "languages": []}
    assert found["table"]["anonymous"] and "docx" in found["table"]["forms"]
    assert "akn" in found["clean"]["forms"] and Form.PDF.value not in found["clean"]["forms"]


def test_a_text_that_is_translated_can_be_had_in_its_languages(programs):
    delegate, desk = programs.of("Hugo"), programs.of("Sofía")
    programs.room.issue()
    revision = delegate.get(f"{programs.path}/revisions").json()[-1]["id"]
    assert {tuple(each["languages"]) for each in delegate.get(f"{programs.path}/documents/kinds").json()} == {()}
    asked = {"paragraphs": [{"key": programs.room.key("p1"), "runs": [{"text": "Reafirmando"}], "number": 0}]}
    entered = desk.post(f"/api/v1/revisions/{revision}/languages/es/paragraphs", json=asked)
    assert entered.status_code == 200, entered.text
    found = {each["kind"]: each for each in delegate.get(f"{programs.path}/documents/kinds").json()}
    assert found["clean"]["languages"] == found["parallel"]["languages"] == ["es"]
    assert found["compilation"]["languages"] == []
