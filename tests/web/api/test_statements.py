import pytest

from tests.meetings.room import Room
from tests.support.site import Site


@pytest.fixture
def room(embedded_engine):
    return Room(embedded_engine)


@pytest.fixture
def site(room, tmp_path):
    return Site(room.engine, settings={"data_dir": tmp_path})


def test_statements_are_taken_down_corrected_and_taken_out(room, site):
    meeting_id = room.convene()
    item_id = str(room.add(meeting_id, "Opening"))
    url = f"/api/v1/meetings/{meeting_id}/statements"
    secretary, reader = site.program("Sofía", "read", "manage"), site.program("Ana", "read", "manage")
    asked = {"words": "Asks for time.", "delegation_id": str(room.guatemala.id), "item_id": item_id}
    made = secretary.post(url, json=asked)
    assert made.status_code == 201
    assert reader.post(url, json=asked).status_code == 403
    one = f"{url}/{made.json()['id']}"
    told = reader.get(url)
    assert told.json() == [asked | {"speaker": "", "id": made.json()["id"], "who": "Guatemala", "number": "1"}]
    changed = {"words": "Asks for a week.", "speaker": "Civil society"}
    assert secretary.put(one, json=changed).status_code == 422
    assert secretary.put(one, json=changed, headers={"If-Match": told.headers["etag"]}).status_code == 204
    assert secretary.put(one, json=changed, headers={"If-Match": told.headers["etag"]}).status_code == 409
    assert [each["who"] for each in reader.get(url).json()] == ["Civil society"]
    assert secretary.delete(one).status_code == 204
    assert reader.get(url).json() == []
