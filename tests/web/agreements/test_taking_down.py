from datetime import date

import pytest

from app.agreements import queries
from app.agreements.agreements import Owner
from app.agreements.states import Force, Office
from app.db import reading
from tests.support.world import NOW


def lines(room, meeting_id):
    with reading(room.engine) as session:
        return queries.agreements_of_meeting(session, meeting_id, by=room.sofia, language="en", at=NOW)


def test_an_agreement_is_taken_down(site, room):
    meeting_id = room.convene(together=True)
    item = room.add(meeting_id, "Agreements")
    secretary = site.by("Sofía")
    form = secretary.get(f"/meetings/{meeting_id}/agreements/new").text
    assert "Brazil (SACM)" in form and "1 Agreements" in form
    data = {
        "what": "Send the input.",
        "force": "suggested",
        "owner_0": "office:all_members",
        "owner_2": f"delegation:{room.brazil.id}",
        "inferred_2": "1",
        "due_on": "2017-04-23",
        "agenda_item_id": str(item),
    }
    assert secretary.post(f"/meetings/{meeting_id}/agreements", data=data).status_code == 303
    (line,) = lines(room, meeting_id)
    assert (line.what, line.force, line.due_on) == ("Send the input.", Force.SUGGESTED, date(2017, 4, 23))
    assert [(one.office, one.delegation, one.inferred) for one in line.owners] == [
        (Office.ALL_MEMBERS, "", False),
        (None, "Brazil", True),
    ]
    page = secretary.get(f"/agreements/{line.id}").text
    assert "only suggested" in page and f"#i-{item}" in page


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"what": " "}, "Say what was agreed."),
        ({"due_on": "2017-13-01"}, "Please give a date"),
        ({"owner_1": "office:pope"}, "Please choose one of the list."),
        ({"owner_1": "nonsense"}, "Please choose one of the list."),
        ({"force": "must"}, "Please choose one of the list."),
        ({"agenda_item_id": "x"}, "Please choose one of the list."),
    ],
)
def test_a_refused_agreement_comes_back_as_it_was_typed(site, room, wrong, sentence):
    meeting_id = room.convene()
    typed = {"what": "Send it.", "owner_0": f"delegation:{room.honduras.id}", "due_note": "before the meeting"} | wrong
    answer = site.by("Sofía").post(f"/meetings/{meeting_id}/agreements", data=typed)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert f'<option value="delegation:{room.honduras.id}" selected' in answer.text
    assert 'value="before the meeting"' in answer.text
    assert lines(room, meeting_id) == ()


def test_a_correction_and_a_stale_one(site, room):
    meeting_id = room.convene()
    owners = [
        Owner(office=Office.SECRETARIAT),
        Owner(room.honduras.id, inferred=True),
        Owner(room.guatemala.id),
        Owner(room.salvador.id),
    ]
    agreement_id = room.agree(meeting_id, "Write it.", *owners)
    secretary = site.by("Sofía")
    form = secretary.get(f"/agreements/{agreement_id}/correct").text
    assert form.count("<select") == 5 + 2, "one place for each owner and one free, the item and the declaration"
    assert f'<option value="delegation:{room.salvador.id}" selected' in form
    data = {"version": "1", "what": "Write it again.", "owner_0": "office:presidency"}
    assert secretary.post(f"/agreements/{agreement_id}/correct", data=data).status_code == 303
    page = secretary.get(f"/agreements/{agreement_id}").text
    assert "<del>Write it.</del>" in page and "<ins>Presidency pro tempore</ins>" in page
    stale = secretary.post(f"/agreements/{agreement_id}/correct", data=data | {"what": "Mine instead."})
    assert stale.status_code == 409
    assert "Mine instead." in stale.text
    assert room.agreement(agreement_id).line.what == "Write it again."


def test_delegations_take_nothing_down(site, room):
    meeting_id = room.convene()
    agreement_id = room.agree(meeting_id, "Write it.", Owner(room.guatemala.id))
    client = site.by("Ana")
    assert client.get(f"/meetings/{meeting_id}/agreements/new").status_code == 403
    assert client.post(f"/meetings/{meeting_id}/agreements", data={"what": "Ours."}).status_code == 403
    assert client.get(f"/agreements/{agreement_id}/correct").status_code == 403
    assert client.post(f"/agreements/{agreement_id}/correct", data={"what": "Ours.", "version": "1"}).status_code == 403
    assert len(lines(room, meeting_id)) == 1
