import pytest
from sqlalchemy import text

from tests.web.api.drafting import Programs


@pytest.fixture
def programs(embedded_engine):
    programs = Programs(embedded_engine)
    programs.room.issue()
    return programs


def test_the_record_is_read_page_by_page_and_verified(programs):
    path, secretary = "/api/v1/processes/rcm/record", programs.of("Sofía")
    positions, before = [], None
    while True:
        page = secretary.get(path, params={"most": 7} | ({"before": before} if before else {})).json()
        positions += [act["position"] for act in page["acts"]]
        before = page["older"]
        if before is None:
            break
    assert positions == sorted(positions, reverse=True)
    assert len(positions) > 14
    verified = secretary.get(f"{path}/verify", params={"head": page["head"]}).json()
    assert (verified["whole"], verified["broken_at"]) == (True, None)
    assert secretary.get(f"{path}/verify", params={"head": "f" * 64}).json()["whole"] is False


def test_it_is_for_the_chair_side(programs):
    for name in ("Hugo", "Olga"):
        assert programs.of(name).get("/api/v1/processes/rcm/record").status_code == 403
        assert programs.of(name).get("/api/v1/processes/rcm/record/verify").status_code == 403


def test_a_text_that_is_not_as_it_was_recorded_is_named(programs):
    path = "/api/v1/processes/rcm/record/verify"
    made = programs.room.table(programs.room.deleting("p3"))
    assert programs.of("Sofía").get(path).json()["discrepancies"] == []
    with programs.room.engine.begin() as connection:
        triggers = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'amendment_version'"
        for (name,) in connection.execute(text(triggers)).all():
            connection.execute(text(f"DROP TRIGGER {name}"))
        connection.execute(text("UPDATE amendment_version SET late = NOT late"))
    verified = programs.of("Sofía").get(path).json()
    assert verified["whole"] is True
    assert verified["discrepancies"] == [{"kind": "version", "which": f"{made.id} 1", "what": "altered"}]
    page = programs.site.by("Sofía").get("/processes/rcm/record/verify").text
    assert "What is kept is not what the record says." in page
    assert "not as it was recorded" in page
