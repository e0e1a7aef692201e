import pytest

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
