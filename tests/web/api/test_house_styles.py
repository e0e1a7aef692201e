import pytest

from app.exports.kinds import WORD
from tests.support.site import Site
from tests.support.world import World
from tests.word.house.letterheads import LETTER, hostile, secretariat

URL = "/api/v1/processes/rcm/house-style"


@pytest.fixture
def site(embedded_engine, tmp_path):
    world = World(embedded_engine)
    rcm = world.process()
    world.presidency(rcm, world.delegation(rcm, "HN"))
    world.secretary(rcm)
    return Site(embedded_engine, settings={"data_dir": tmp_path, "upload_limit_mb": 1})


def put(client, content, version="0"):
    return client.put(URL, files={"file": ("letterhead.docx", content)}, headers={"if-match": f'"{version}"'})


def test_a_program_sets_replaces_and_removes_it(site):
    secretary = site.program("Sofía", "read", "manage")
    empty = secretary.get(URL)
    assert (empty.json(), empty.headers["etag"]) == ({"present": None, "brings": None, "earlier": []}, '"0"')
    content = hostile()
    made = put(secretary, content)
    assert (made.status_code, made.headers["etag"]) == (200, '"1"')
    brings = made.json()["brings"]
    assert {"use": "Preambular paragraph", "name": "Preambular", "face": ""} in brings["missing"]
    assert any(each.startswith("Macros.") for each in brings["left_out"])
    assert put(secretary, secretariat(LETTER), "1").json()["brings"]["paper"] == "Letter, 216 × 279 mm"
    assert secretary.get(f"{URL}/1").content == content
    assert secretary.get(f"{URL}/sample").headers["content-type"] == WORD
    assert secretary.delete(URL, headers={"if-match": '"2"'}).status_code == 204
    after = secretary.get(URL).json()
    assert [each["filename"] for each in after["earlier"]] == ["", "letterhead.docx", "letterhead.docx"]


def test_who_may_and_what_is_refused(site):
    secretary, presidency = site.program("Sofía", "read", "manage"), site.program("Paula", "read", "manage")
    assert put(presidency, secretariat()).status_code == 403
    assert presidency.get(URL).status_code == 200
    assert secretary.put(URL, files={"file": ("letterhead.docx", secretariat())}).status_code == 422
    assert put(secretary, b"no zip").json()["field"] == "file"
    assert put(secretary, b"x" * (1024 * 1024 + 1)).status_code == 413
    put(secretary, secretariat())
    assert put(secretary, secretariat()).status_code == 409
    assert secretary.delete(URL, headers={"if-match": '"0"'}).status_code == 409
