from datetime import timedelta

import pytest


def test_the_window_is_opened_given_a_deadline_and_closed(table):
    chair, page = table.site.by("Paula"), f"{table.declaration}/window"
    day = (table.site.now() + timedelta(days=9)).strftime("%Y-%m-%dT%H:%M")
    assert table.send(chair, page, page, act="deadline", deadline=day).status_code == 303
    assert table.room.declaration().deadline.strftime("%Y-%m-%dT%H:%M") == day
    assert f'value="{day}"' in chair.get(page).text
    assert table.send(chair, page, page, act="deadline", deadline="").status_code == 303
    assert table.room.declaration().deadline is None
    assert table.send(chair, page, page, act="close").status_code == 303
    assert '<span class="badge bad">closed</span>' in table.site.by("Hugo").get(table.declaration).text
    assert table.send(chair, page, page, act="open", deadline=day).status_code == 303
    assert '<span class="badge good">open</span>' in table.site.by("Hugo").get(table.declaration).text


@pytest.mark.parametrize(
    ("deadline", "said"),
    [("2001-01-01T10:00", "This deadline has passed already."), ("soon", "Please give a date and an hour")],
)
def test_a_deadline_that_cannot_be_comes_back_as_typed(table, deadline, said):
    page = f"{table.declaration}/window"
    answer = table.send(table.site.by("Sofía"), page, page, act="deadline", deadline=deadline)
    assert answer.status_code == 422
    assert said in answer.text
    assert f'value="{deadline}"' in answer.text


def test_who_was_slower_sees_what_changed(table):
    slow, fast, page = table.site.by("Sofía"), table.site.by("Teresa"), f"{table.declaration}/window"
    opened = slow.get(page)
    table.send(fast, page, page, act="close")
    answer = table.resend(slow, opened, page, act="deadline", deadline="")
    assert answer.status_code == 409
    assert "closed the window for amendments" in answer.text


@pytest.mark.parametrize("name", ["Hugo", "Gustavo", "Olga"])
def test_only_the_chair_side_moves_it(table, name):
    page = f"{table.declaration}/window"
    assert table.site.by(name).get(page).status_code == 403
    assert table.site.by(name).post(page, data={"act": "close", "expected": "9"}).status_code == 403
