import pytest

from tests.web.api.drafting import Programs


@pytest.fixture
def programs(embedded_engine):
    programs = Programs(embedded_engine)
    programs.room.issue()
    return programs


def test_comments_are_made_and_read_by_whom_they_are_for(programs):
    path, key = f"{programs.path}/comments", programs.room.key("p3")
    made = programs.of("Olga").post(path, json={"text": "For all.", "paragraph_key": key})
    assert made.status_code == 201
    assert made.json()["delegation"] == "Civil society network"
    programs.of("Olga").post(path, json={"text": "For the chair.", "audience": "chair"})
    assert [each["text"] for each in programs.of("Hugo").get(path).json()] == ["For all."]
    assert len(programs.of("Sofía").get(path).json()) == 2
    assert [each["text"] for each in programs.of("Sofía").get(path, params={"paragraph": key}).json()] == ["For all."]
    assert programs.of("Olga").post(path, json={"text": " "}).status_code == 422
    assert programs.site.program("Olga", "read").post(path, json={"text": "x"}).status_code == 403


def test_terms_are_asked_for_and_withdrawn(programs):
    path = f"{programs.path}/terms"
    asked = programs.of("Ursula").post(path, json={"term": "Migration", "reason": "Ours.", "audience": "delegation"})
    assert asked.status_code == 201
    (seen,) = programs.of("Hugo").get(path).json()
    assert (seen["reason"], seen["mine"], seen["delegation"]) == (None, False, "United States")
    assert {each["words"].lower() for each in seen["occurrences"]} == {"migration"}
    one = f"{path}/{asked.json()['id']}"
    assert programs.of("Hugo").delete(one).status_code == 403
    assert programs.of("Ursula").delete(one).status_code == 204
    assert programs.of("Hugo").get(path).json() == []
    assert programs.of("Olga").post(path, json={"term": "x"}).status_code == 403
