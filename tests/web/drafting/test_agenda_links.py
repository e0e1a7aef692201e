import re

import pytest

from app.db import writing
from app.meetings import agenda, meetings
from app.meetings.meetings import Particulars


@pytest.fixture
def item(table):
    """An agenda item of a meeting of the process."""
    room = table.room
    with writing(room.engine) as session:
        meeting = meetings.convene(session, room.process, Particulars(title="Online"), by=room.secretary, at=room.now())
        version = meeting.version
        return agenda.add(session, meeting, "Input", expected=version, by=room.secretary, at=room.now())


def test_a_text_and_a_paragraph_are_put_under_an_item_and_taken_from_it(table, item):
    chair, page = table.site.by("Sofía"), f"{table.declaration}/agenda"
    assert table.send(chair, page, page, item=str(item.id)).status_code == 303
    assert table.send(chair, page, page, item=str(item.id), paragraph=table.room.key("p3")).status_code == 303
    read = table.site.by("Hugo").get(table.declaration).text
    assert read.count("Input") == 2
    twice = table.send(chair, page, page, item=str(item.id))
    assert twice.status_code == 409
    assert "This is under that agenda item already." in twice.text
    for remove in re.findall(r'action="([^"]+/remove)"', chair.get(page).text):
        assert table.site.by("Hugo").post(remove).status_code == 403
        assert chair.post(remove).status_code == 303
    assert "Input" not in table.site.by("Hugo").get(table.declaration).text


def test_an_item_must_be_chosen_by_the_chair_side(table, item):
    page = f"{table.declaration}/agenda"
    answer = table.site.by("Sofía").post(page, data={"item": ""})
    assert answer.status_code == 422
    assert "Please choose an agenda item." in answer.text
    assert table.site.by("Hugo").get(page).status_code == 403
