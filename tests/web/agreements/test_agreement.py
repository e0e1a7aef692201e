import re
from datetime import date

import pytest

from app.agreements.agreements import Owner
from app.agreements.states import Force, Office, State


@pytest.fixture
def talked(room):
    """A meeting and what was agreed there."""
    meeting_id = room.convene(starts_on=date(2017, 3, 29))
    room.agree(meeting_id, "Publish the report.", Owner(office=Office.SECRETARIAT), due_on=date(2017, 3, 29))
    room.agree(meeting_id, "Hold an online meeting.", due_on=date(2017, 4, 24))
    room.agree(meeting_id, "Write the input.", Owner(room.guatemala.id, inferred=True), due_note="in spring")
    room.agree(meeting_id, "A common deadline.", force=Force.NOT_AGREED)
    return meeting_id


def whats(page):
    return re.findall(r'href="/agreements/[0-9a-f-]{36}">([^<]+)<', page)


@pytest.mark.parametrize(
    ("only", "expected"),
    [
        ("", ["Publish the report.", "Hold an online meeting.", "Write the input."]),
        ("overdue", ["Publish the report."]),
        ("flagged", ["Hold an online meeting.", "Write the input."]),
        ("mine", ["Write the input."]),
        ("closed", []),
        ("nonsense", ["Publish the report.", "Hold an online meeting.", "Write the input."]),
    ],
)
def test_the_agreements_of_a_process(site, talked, only, expected):
    page = site.by("Ana").get(f"/processes/rcm/agreements?only={only}").text
    assert whats(page) == expected


def test_what_is_missing_is_said_in_words(site, talked):
    english, spanish = (
        site.by("Ana", language).get("/processes/rcm/agreements?only=all").text for language in ("en", "es")
    )
    for words in (
        "nobody named",
        "no date set",
        "overdue",
        "(inferred)",
        "could not be agreed",
        "how the secretariat reads it",
    ):
        assert words in english
    for words in ("sin responsable designado", "sin fecha fijada", "vencido", "(por inferencia)", "no se logró acuerdo"):
        assert words in spanish


def test_the_agreements_of_a_meeting_with_what_was_not_agreed_apart(site, talked):
    page = site.by("Ana").get(f"/meetings/{talked}/agreements").text
    assert whats(page)[-1] == "A common deadline."
    assert page.index("Non-agreements") < page.index("A common deadline.")
    assert "Take down an agreement" not in page
    assert "Take down an agreement" in site.by("Sofía").get(f"/meetings/{talked}/agreements").text


def test_an_agreement_is_reported_on_and_has_a_history(site, room):
    agreement_id = room.agree(room.convene(), "Write the input.", Owner(room.guatemala.id))
    url = f"/agreements/{agreement_id}"
    delegate = site.by("Ana")
    assert "The meeting set no date for this." in delegate.get(url).text
    report = {"text": "Half of it is written.", "state": "done"}
    assert delegate.post(f"{url}/reports", data=report).status_code == 303
    page = site.by("Hugo").get(url).text
    assert "Half of it is written." in page
    assert "<del>still open</del>" in page and "<ins>done</ins>" in page
    assert "Ana, Guatemala" in page
    assert "Put the report on record" not in page
    assert site.by("Hugo").post(f"{url}/reports", data=report).status_code == 403
    assert room.agreement(agreement_id).line.state is State.DONE


def test_an_empty_report_comes_back(site, room):
    agreement_id = room.agree(room.convene(), "Write the input.", Owner(room.guatemala.id))
    for data, sentence in (
        ({"text": " ", "state": "open"}, "Say how it is coming along"),
        ({"text": "Kept in the form", "state": "lost"}, "Please choose one of the list."),
    ):
        answer = site.by("Ana").post(f"/agreements/{agreement_id}/reports", data=data)
        assert answer.status_code == 422
        assert sentence in answer.text
        assert data["text"] in answer.text


def test_for_who_has_no_seat_there_is_no_such_agreement(site, room):
    agreement_id = room.agree(room.convene(), "Write the input.")
    stranger = site.by("Bruno")
    assert stranger.get(f"/agreements/{agreement_id}").status_code == 404
    assert stranger.get(f"/agreements/{agreement_id}/correct").status_code == 404
    assert stranger.post(f"/agreements/{agreement_id}/reports", data={"text": "x", "state": "open"}).status_code == 404
    assert stranger.get("/processes/rcm/agreements").status_code == 404
    assert site.by("Ana").get(f"/agreements/{room.guatemala.id}").status_code == 404


def test_both_processes_see_what_they_agreed_together(site, room):
    agreement_id = room.agree(room.convene(together=True), "Summarise.", Owner(room.brazil.id))
    assert whats(site.by("Bruno").get("/processes/sacm/agreements").text) == ["Summarise."]
    answer = site.by("Bruno").post(f"/agreements/{agreement_id}/reports", data={"text": "Sent.", "state": "done"})
    assert answer.status_code == 303
