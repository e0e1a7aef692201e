import re

import pytest

from app.word.read import read


@pytest.fixture
def meeting(room):
    meeting_id = room.convene()
    room.add(meeting_id, "Opening")
    return f"/meetings/{meeting_id}/statements"


def form(room, **changed):
    return {"delegation": str(room.guatemala.id), "speaker": "", "item": "", "words": "Asks for <time>."} | changed


def test_a_statement_is_taken_down_read_corrected_and_taken_out(site, room, meeting):
    secretary = site.by("Sofía")
    assert secretary.post(meeting, data=form(room)).status_code == 303
    reader = site.by("Olga").get(meeting)
    assert "Asks for &lt;time&gt;." in reader.text and "Guatemala" in reader.text
    assert "Take down a statement" not in reader.text
    (address,) = set(re.findall(rf'href="({meeting}/[^"]+)"', secretary.get(meeting).text))
    page = secretary.get(address).text
    assert "Asks for &lt;time&gt;." in page
    version = re.search(r'name="version" value="(\d+)"', page)[1]
    changed = form(room, delegation="", speaker="Civil society", words="Asks for a week.", version=version)
    assert secretary.post(address, data=changed).status_code == 303
    assert "Civil society" in site.by("Ana").get(meeting).text
    assert secretary.post(f"{address}/strike").status_code == 303
    assert "No statement has been taken down." in site.by("Ana").get(meeting).text


def test_what_is_refused_is_still_in_the_form(site, room, meeting):
    answer = site.by("Sofía").post(meeting, data=form(room, speaker="Somebody else too"))
    assert answer.status_code == 422
    assert "Choose the delegation that spoke" in answer.text
    assert "Asks for &lt;time&gt;." in answer.text and "Somebody else too" in answer.text


def test_who_may_not_finds_no_form_and_no_way(site, room, meeting):
    site.by("Sofía").post(meeting, data=form(room))
    (address,) = set(re.findall(rf'href="({meeting}/[^"]+)"', site.by("Sofía").get(meeting).text))
    assert site.by("Ana").get(address).status_code == 404
    assert site.by("Ana").post(meeting, data=form(room)).status_code == 403
    assert site.by("Bruno").get(meeting).status_code == 404


def test_the_report_says_what_was_said(site, room, meeting):
    site.by("Sofía").post(meeting, data=form(room, words="One.\nTwo."))
    sofia = site.by("Sofía")
    made = sofia.post(meeting.replace("/statements", "/reports"), data={"kind": "report", "language": "en"})
    data = sofia.get(made.headers["location"]).content
    told = [found.text for found in read(data).paragraphs]
    assert told[told.index("Statements") :][:5] == [
        "Statements",
        "Under no item of the agenda",
        "Guatemala",
        "One.",
        "Two.",
    ]
