import re

import pytest

from app.db import reading
from app.drafting.texts import draft_text
from tests.web.drafting.negotiating import Form


def words(table):
    with reading(table.room.engine) as session:
        return [each.text for each in draft_text(session, table.room.declaration_id)]


def keys(table):
    with reading(table.room.engine) as session:
        return draft_text(session, table.room.declaration_id).keys


def paragraph(table, place):
    return f"{table.declaration}/draft/{keys(table)[place]}"


def test_a_paragraph_is_edited_in_the_notation(drafting):
    secretary, page = drafting.site.by("Sofía"), paragraph(drafting, 0)
    answer = drafting.send(secretary, page, page, text="*Reaffirming* **all** rights{note: Of 2016.},", role="preambular")
    assert answer.status_code == 303
    shown = secretary.get(drafting.declaration).text
    assert "<i>Reaffirming</i> <b>all</b> rights<sup" in shown
    assert Form(secretary.get(page).text, page).fields["text"] == "*Reaffirming* **all** rights{note: Of 2016.},"


def test_a_heading_has_a_level(small_drafting):
    secretary, page = small_drafting.site.by("Sofía"), paragraph(small_drafting, 1)
    small_drafting.send(secretary, page, page, text="Protection", role="heading", level="3")
    form = Form(secretary.get(page).text, page).fields
    assert (form["role"], form["level"]) == ("heading", "3")


def test_paragraphs_are_added_moved_and_deleted(drafting):
    secretary, before = drafting.site.by("Sofía"), words(drafting)
    add = f"{drafting.declaration}/draft/add"
    drafting.send(secretary, f"{add}?after={keys(drafting)[1]}", add, text="A third.", role="operative")
    drafting.send(secretary, add, add, text="A title", role="title")
    assert words(drafting) == ["A title", *before[:2], "A third.", *before[2:]]
    move = paragraph(drafting, 3) + "/move"
    drafting.send(secretary, drafting.declaration, move, to="up")
    assert words(drafting) == ["A title", before[0], "A third.", *before[1:]]
    drafting.send(secretary, drafting.declaration, move, to="down")
    assert words(drafting) == ["A title", *before[:2], "A third.", *before[2:]]
    page = paragraph(drafting, 3)
    unsure = drafting.send(secretary, page, page + "/delete")
    assert unsure.status_code == 422
    assert "Please confirm that this paragraph is to be deleted." in unsure.text
    drafting.send(secretary, page, page + "/delete", sure="1")
    assert words(drafting) == ["A title", *before]


def test_a_paragraph_emptied_by_mistake_comes_back_as_typed(small_drafting):
    secretary, page = small_drafting.site.by("Sofía"), paragraph(small_drafting, 0)
    answer = small_drafting.send(secretary, page, page, text="  \n ", role="closing")
    assert answer.status_code == 422
    assert "This paragraph has no words. If it is to go, delete it." in answer.text
    assert Form(answer.text, page).fields["role"] == "closing"


def test_the_slower_of_two_secretaries_sees_what_changed_and_can_go_on(drafting):
    slow, fast, page = drafting.site.by("Sofía"), drafting.site.by("Teresa"), paragraph(drafting, 1)
    opened = slow.get(page)
    drafting.send(fast, page, page, text="We will protect all migrants.", role="operative")
    answer = drafting.resend(slow, opened, page, text="We will protect everybody.")
    assert answer.status_code == 409
    assert "Teresa was faster" in answer.text
    assert "edited a paragraph of the draft" in answer.text
    assert re.search(r"<del[^>]*> who are victims", answer.text), "the words that changed are shown"
    assert Form(answer.text, page).fields["text"] == "We will protect everybody."
    assert words(drafting)[1] == "We will protect all migrants."
    assert drafting.resend(slow, answer, page).status_code == 303
    assert words(drafting)[1] == "We will protect everybody."


def test_a_move_that_came_too_late_shows_the_draft_as_it_stands(small_drafting):
    slow, fast, page = (small_drafting.site.by("Sofía"), small_drafting.site.by("Teresa"), paragraph(small_drafting, 1))
    opened = slow.get(small_drafting.declaration)
    small_drafting.send(fast, page, page, text="Other words.", role="operative")
    answer = small_drafting.resend(slow, opened, page + "/move", to="up")
    assert answer.status_code == 409
    assert "What has changed meanwhile" in answer.text
    assert "Other words." in answer.text


@pytest.mark.parametrize("name", ["Hugo", "Gustavo", "Olga"])
def test_for_delegations_there_is_no_draft(small_drafting, name):
    client = small_drafting.site.by(name)
    page = paragraph(small_drafting, 0)
    for path in (small_drafting.declaration, page, f"{small_drafting.declaration}/draft/add"):
        assert client.get(path).status_code == 404
    assert client.post(page, data={"text": "x", "role": "item", "expected": "1"}).status_code == 404


def test_what_is_not_there_is_not_found(small_drafting):
    secretary = small_drafting.site.by("Sofía")
    assert secretary.get(f"{small_drafting.declaration}/draft/nowhere").status_code == 404
    move = f"{small_drafting.declaration}/draft/nowhere/move"
    assert secretary.post(move, data={"to": "up", "expected": "1"}).status_code == 404
    assert secretary.get("/declarations/00000000-0000-0000-0000-000000000000").status_code == 404
    assert secretary.get("/declarations/nonsense").status_code == 404
