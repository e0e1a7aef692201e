import re
from datetime import date

import pytest

KNOWN = {"title": "Online meeting", "starts_on": "2017-04-24", "date_note": "tentative", "online": "1", "body": "plenary"}


def convened(answer):
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def test_meetings_to_come_and_over_with_dates_in_the_language(site, room):
    room.convene("Two days", starts_on=date(2017, 4, 24), ends_on=date(2017, 4, 25))
    room.convene("No date", starts_on=None)
    room.convene("Long ago", starts_on=date(2017, 1, 9))
    english, spanish = (site.by("Ana", language).get("/processes/rcm/meetings").text for language in ("en", "es"))
    assert re.findall(r"/meetings/[0-9a-f-]{36}\">([^<]+)<", english) == ["Two days", "No date", "Long ago"]
    assert "no date set" in english
    assert "24–25 de abril de 2017" in spanish
    assert "sin fecha fijada" in spanish
    assert "Convene a meeting" not in english
    assert "Convene a meeting" in site.by("Paula").get("/processes/rcm/meetings").text


def test_a_meeting_is_convened_with_another_process(site, room):
    secretary = site.by("Sofía")
    assert "South American Conference on Migration" in secretary.get("/processes/rcm/meetings/new").text
    url = convened(secretary.post("/processes/rcm/meetings", data=KNOWN | {f"with_{room.sacm.id}": "troika"}))
    page = site.by("Bruno").get(url).text
    assert "Online meeting" in page
    assert "(tentative)" in page
    assert "SACM" in page and "troika" in page
    assert site.by("Bruno").get("/processes/sacm/meetings").text.count(url) == 1


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"title": ""}, "This cannot be left empty."),
        ({"ends_on": "2017-04-01"}, "A meeting cannot end before it begins."),
        ({"starts_on": "soon"}, "Please give a date as year-month-day"),
        ({"body": "congress"}, "Please choose one of the list."),
        ({"link": "ftp://x"}, "A link begins with https://."),
    ],
)
def test_a_refused_form_comes_back_as_it_was_typed(site, wrong, sentence):
    typed = KNOWN | {"purpose": "To settle how the Conference gives its input."} | wrong
    answer = site.by("Sofía").post("/processes/rcm/meetings", data=typed)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert "To settle how the Conference gives its input." in answer.text
    assert 'value="tentative"' in answer.text


def test_delegations_neither_convene_nor_change(site, room):
    meeting_id = room.convene()
    for name in ("Ana", "Olga"):
        client = site.by(name)
        assert client.get("/processes/rcm/meetings/new").status_code == 403
        assert client.post("/processes/rcm/meetings", data=KNOWN).status_code == 403
        assert client.get(f"/meetings/{meeting_id}/particulars").status_code == 403
        assert client.post(f"/meetings/{meeting_id}/particulars", data=KNOWN | {"version": "1"}).status_code == 403
        assert client.post(f"/meetings/{meeting_id}/state", data={"state": "held", "version": "1"}).status_code == 403
    assert room.seen(meeting_id).line.version == 1


@pytest.mark.parametrize("path", ["", "/agreements", "/documents", "/attendance", "/particulars"])
def test_for_who_has_no_seat_there_is_no_such_meeting(site, room, path):
    meeting_id = room.convene()
    assert site.by("Bruno").get(f"/meetings/{meeting_id}{path}").status_code == 404
    assert site.by("Ana").get(f"/meetings/{room.guatemala.id}{path}").status_code == 404
    assert site.by("Bruno").get("/processes/rcm/meetings").status_code == 404
    asked = site.nobody().get(f"/meetings/{meeting_id}{path}")
    assert (asked.status_code, asked.headers["location"].split("?")[0]) == (303, "/sign-in")


def test_the_particulars_change_and_a_stale_form_changes_nothing(site, room):
    meeting_id = room.convene()
    secretary = site.by("Sofía")
    assert 'value="San Salvador"' in secretary.get(f"/meetings/{meeting_id}/particulars").text
    first = KNOWN | {"version": "1", "place": "Antigua"}
    assert secretary.post(f"/meetings/{meeting_id}/particulars", data=first).status_code == 303
    second = secretary.post(f"/meetings/{meeting_id}/particulars", data=first | {"place": "Tegucigalpa"})
    assert second.status_code == 409
    assert "Somebody changed this meeting since you opened the page." in second.text
    assert 'value="Tegucigalpa"' in second.text
    assert room.seen(meeting_id).line.place == "Antigua"


def test_a_meeting_is_held_and_that_is_taken_back(site, room):
    meeting_id = room.convene()
    secretary = site.by("Sofía")
    for version, state, shown in (
        ("1", "held", "took place"),
        ("2", "planned", "to be held"),
        ("3", "cancelled", "cancelled"),
    ):
        answer = secretary.post(f"/meetings/{meeting_id}/state", data={"state": state, "version": version})
        assert answer.status_code == 303
        assert shown in secretary.get(f"/meetings/{meeting_id}").text
    for state, status in (("held", 409), ("gone", 422)):
        data = {"state": state, "version": "4"}
        assert secretary.post(f"/meetings/{meeting_id}/state", data=data).status_code == status
