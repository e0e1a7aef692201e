import pytest

from tests.meetings.room import Room
from tests.support.site import Site


@pytest.fixture
def room(embedded_engine):
    return Room(embedded_engine)


@pytest.fixture
def site(room, tmp_path):
    return Site(room.engine, settings={"data_dir": tmp_path, "upload_limit_mb": 1})


def test_documents_go_in_and_come_out(room, site):
    secretary = site.program("Sofía", "read", "manage")
    url = f"/api/v1/meetings/{room.convene()}/documents"
    made = secretary.post(url, data={"title": "Report", "symbol": "RCM/1"}, files={"file": ("r.pdf", b"%PDF")})
    assert (made.status_code, made.json()["size"], made.json()["media_type"]) == (201, 4, "application/pdf")
    announced = secretary.post(url, data={"title": "Roadmap"}).json()
    assert announced["filename"] == ""
    reader = site.program("Ana", "read")
    assert [each["title"] for each in reader.get(url).json()] == ["Report", "Roadmap"]
    file = reader.get(f"{url}/{made.json()['id']}/file")
    assert file.content == b"%PDF"
    assert file.headers["content-disposition"].startswith("attachment")
    assert reader.get(f"{url}/{announced['id']}/file").status_code == 404
    assert secretary.put(f"{url}/{announced['id']}/file", files={"file": ("r.odt", b"odt")}).status_code == 204
    assert reader.get(f"{url}/{announced['id']}/file").content == b"odt"
    assert secretary.delete(f"{url}/{announced['id']}").status_code == 204
    assert len(reader.get(url).json()) == 1
    assert site.program("Bruno", "read").get(url).status_code == 404


def test_who_may_put_what(room, site):
    url = f"/api/v1/meetings/{room.convene()}/documents"
    assert site.program("Ana", "read", "manage").post(url, data={"title": "Ours"}).status_code == 403
    too_large = site.program("Sofía", "manage").post(
        url, data={"title": "Film"}, files={"file": ("f.mp4", b"x" * (1024 * 1024 + 1))}
    )
    assert (too_large.status_code, too_large.json()["field"]) == (413, "file")
