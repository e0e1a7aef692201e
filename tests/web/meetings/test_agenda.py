import re

import pytest

from app.db import writing
from app.drafting import declarations, queries, revisions
from app.meetings.states import AgendaState
from tests.support.world import NOW


@pytest.fixture
def meeting(room):
    """A meeting with three items, one of them nested, and its address."""
    meeting_id = room.convene()
    opening = room.add(meeting_id, "Opening")
    room.add(meeting_id, "Words of welcome", opening, delegation_id=room.salvador.id)
    room.add(meeting_id, "Agreements")
    return meeting_id


def send(client, meeting_id, path, room, **data):
    version = room.seen(meeting_id).line.version
    return client.post(f"/meetings/{meeting_id}/agenda{path}", data={"version": version} | data)


def item(room, meeting_id, title):
    return next(each.id for each in room.seen(meeting_id).items if each.title == title)


def test_the_agenda_is_read_under_its_numbers(site, meeting):
    page = site.by("Ana").get(f"/meetings/{meeting}").text
    assert re.findall(r'class="number">([\d.]+)<', page) == ["1", "1.1", "2"]
    assert "El Salvador" in page
    for act in ("Add an item", "Move up", "Submit the agenda"):
        assert act not in page
        assert act in site.by("Sofía").get(f"/meetings/{meeting}").text


def test_items_are_added_changed_moved_and_removed(site, room, meeting):
    secretary = site.by("Sofía")
    agreements = item(room, meeting, "Agreements")
    assert send(secretary, meeting, "", room, title="Roadmap", parent_id=agreements).status_code == 303
    opening = item(room, meeting, "Opening")
    assert send(secretary, meeting, f"/{agreements}/shift", room, where="up").status_code == 303
    assert room.numbers(meeting) == ["1 Agreements", "1.1 Roadmap", "2 Opening", "2.1 Words of welcome"]
    roadmap = item(room, meeting, "Roadmap")
    form = secretary.get(f"/meetings/{meeting}/agenda/{roadmap}").text
    assert f'value="{roadmap}"' not in form, "an item is not offered a place under itself"
    changed = send(secretary, meeting, f"/{roadmap}", room, title="The roadmap", parent_id=opening, note="In writing")
    assert changed.status_code == 303
    assert room.numbers(meeting) == ["1 Agreements", "2 Opening", "2.1 Words of welcome", "2.2 The roadmap"]
    assert send(secretary, meeting, f"/{roadmap}/remove", room).status_code == 303
    refused = send(secretary, meeting, f"/{opening}/remove", room)
    assert refused.status_code == 409
    assert "Take off what stands under this item first." in refused.text


def test_a_refused_item_comes_back_as_it_was_typed(site, room, meeting):
    refused = send(site.by("Sofía", "es"), meeting, "", room, title=" ", note="Una nota que no se pierde")
    assert refused.status_code == 422
    assert "Una nota que no se pierde" in refused.text
    assert '<details class="panel" open>' in refused.text


def test_who_writes_on_an_older_agenda_is_told(site, room, meeting):
    refused = site.by("Sofía").post(f"/meetings/{meeting}/agenda", data={"version": "1", "title": "Roadmap"})
    assert refused.status_code == 409
    assert 'value="Roadmap"' in refused.text
    assert len(room.numbers(meeting)) == 3


def test_an_agenda_is_submitted_and_approved_and_then_stands(site, room, meeting):
    secretary = site.by("Sofía")
    for state, shown in (("submitted", "agenda submitted for approval"), ("approved", "agenda approved")):
        assert send(secretary, meeting, "/state", room, state=state).status_code == 303
        assert shown in site.by("Ana").get(f"/meetings/{meeting}").text
    assert send(secretary, meeting, "", room, title="Late").status_code == 409
    assert send(secretary, meeting, "/state", room, state="submitted").status_code == 303
    assert send(secretary, meeting, "/state", room, state="nonsense").status_code == 422
    assert room.seen(meeting).line.agenda_state is AgendaState.SUBMITTED


def test_delegations_write_no_agenda(site, room, meeting):
    opening = item(room, meeting, "Opening")
    client = site.by("Ana")
    for path, data in (
        ("", {"title": "Ours"}),
        (f"/{opening}", {"title": "Ours"}),
        (f"/{opening}/shift", {"where": "down"}),
        (f"/{opening}/remove", {}),
        ("/state", {"state": "submitted"}),
    ):
        assert send(client, meeting, path, room, **data).status_code == 403
    assert room.numbers(meeting)[0] == "1 Opening"


@pytest.fixture
def declaration(room):
    """A declaration of two paragraphs, issued."""
    with writing(room.engine) as session:
        about = {"process_id": room.rcm.id, "title": "Draft declaration", "language": "en"}
        text = "Recalling our commitments,\nWe will protect all migrants."
        made = declarations.open_from_text(session, **about, text=text, by=room.sofia, at=NOW)
        revisions.issue_first(session, made, expected=made.version, name="Zero draft", by=room.sofia, at=NOW)
        current = queries.current(session, made.id, by=room.sofia, language="en")
        return made.id, [paragraph.key for paragraph in current.document]


def test_a_text_and_a_paragraph_stand_under_an_item(site, room, meeting, declaration):
    declaration_id, keys = declaration
    opening = item(room, meeting, "Opening")
    secretary = site.by("Sofía")
    for text in (str(declaration_id), f"{declaration_id}/{keys[0]}"):
        assert send(secretary, meeting, f"/{opening}/texts", room, text=text).status_code == 303
    page = site.by("Ana").get(f"/meetings/{meeting}").text
    assert f"/declarations/{declaration_id}#p-{keys[0]}" in page
    assert "PP1 · Draft declaration" in page
    again = send(secretary, meeting, f"/{opening}/texts", room, text=str(declaration_id))
    assert again.status_code == 409
    assert "This is under that agenda item already." in again.text
    held = send(secretary, meeting, f"/{item(room, meeting, 'Words of welcome')}/remove", room)
    assert held.status_code == 303
    assert send(secretary, meeting, f"/{opening}/remove", room).status_code == 409
    taken = re.findall(r"/texts/([0-9a-f-]{36})/remove", secretary.get(f"/meetings/{meeting}/agenda/{opening}").text)
    for link in taken:
        assert send(secretary, meeting, f"/{opening}/texts/{link}/remove", room).status_code == 303
    assert send(secretary, meeting, f"/{opening}/remove", room).status_code == 303


def test_texts_are_put_under_items_by_the_chair_side(site, room, meeting, declaration):
    declaration_id, _keys = declaration
    opening = item(room, meeting, "Opening")
    assert send(site.by("Ana"), meeting, f"/{opening}/texts", room, text=str(declaration_id)).status_code == 403
    secretary = site.by("Sofía")
    for text, status in (("nonsense", 422), (str(opening), 404), (f"{declaration_id}/nonsense", 404)):
        assert send(secretary, meeting, f"/{opening}/texts", room, text=text).status_code == status


def test_the_other_process_does_not_see_our_text_at_a_joint_meeting(site, room, declaration):
    declaration_id, _keys = declaration
    joint = room.convene("Joint", together=True)
    opening = room.add(joint, "Opening")
    send(site.by("Sofía"), joint, f"/{opening}/texts", room, text=str(declaration_id))
    assert "Draft declaration" in site.by("Ana").get(f"/meetings/{joint}").text
    assert "Draft declaration" not in site.by("Bruno").get(f"/meetings/{joint}").text
