"""What is on record against a text, and a delegation's later word on it."""

import re

import pytest


@pytest.fixture
def entered(table):
    """A reservation of Honduras against the third paragraph; the address of the page."""
    key = table.room.key("p3")
    address = f"{table.declaration}/positions"
    hugo = table.site.by("Hugo")
    table.send(hugo, f"{address}/enter?paragraph={key}", address, words="Honduras reserves its position.")
    return address


def change(table):
    table.room.accept(table.room.table(table.room.replacing("p3", "border management", "cooperation")))
    table.room.next()
    table.site.go_to(table.room.now())


def act(client, page, verb):
    return re.search(rf'action="([^"]+/{verb})"', client.get(page).text)[1]


def test_it_is_flagged_when_the_paragraph_changes_and_confirmed(table, entered):
    hugo = table.site.by("Hugo")
    assert "/confirm" not in hugo.get(entered).text
    change(table)
    shown = hugo.get(entered).text
    assert "the paragraph has changed since" in shown
    assert ">cooperation</ins>" in shown
    assert "to look at again" in hugo.get("/").text
    assert "the paragraph has changed since" in table.site.by("Sofía").get(entered).text
    assert "/confirm" not in table.site.by("Sofía").get(entered).text
    assert table.send(hugo, entered, act(hugo, entered, "confirm")).status_code == 303
    shown = hugo.get(entered).text
    assert "Confirmed on Rev.1" in shown
    assert "changed since" not in shown
    assert "to look at again" not in hugo.get("/").text


def test_it_stays_when_the_paragraph_goes(table, entered):
    table.room.accept(table.room.table(table.room.deleting("p3")))
    table.room.next()
    for address in (entered, f"{table.declaration}/paragraphs/{table.room.key('p3')}"):
        shown = table.site.by("Gabriela").get(address).text
        assert "the paragraph is no longer in the text" in shown
        assert "Honduras reserves its position." in shown


def test_it_is_kept_when_it_is_withdrawn(table, entered):
    hugo = table.site.by("Hugo")
    withdraw = act(hugo, entered, "withdraw")
    assert table.site.by("Gabriela").post(withdraw, data={"expected": "1"}).status_code == 403
    assert table.send(hugo, entered, withdraw).status_code == 303
    shown = table.site.by("Gabriela").get(entered).text
    assert "Honduras reserves its position." in shown
    assert "Withdrawn on" in shown
    again = hugo.post(withdraw, data={"expected": "2"})
    assert again.status_code == 409
    assert "This has been withdrawn already." in again.text
    assert "1 reservation</a>" not in hugo.get(table.declaration).text


def test_the_slower_of_two_is_told(table, entered):
    hugo = table.site.by("Hugo")
    opened = hugo.get(entered)
    change(table)
    confirm = act(hugo, entered, "confirm")
    table.send(hugo, entered, confirm)
    answer = table.resend(hugo, opened, confirm.replace("/confirm", "/withdraw"))
    assert answer.status_code == 409
    assert "Somebody of your delegation has answered" in answer.text


def test_it_is_worded_in_spanish(table, entered):
    shown = table.site.by("Hugo", "es").get(entered).text
    assert "<h1>Reservas y explicaciones</h1>" in shown
    assert "Honduras reserves its position." in shown


def test_a_position_of_another_text_does_not_exist_here(table, entered):
    hugo = table.site.by("Hugo")
    withdraw = act(hugo, entered, "withdraw")
    first = str(table.room.declaration_id)
    table.room.issue()
    assert hugo.post(withdraw.replace(first, str(table.room.declaration_id)), data={"expected": "1"}).status_code == 404
