import re

import pytest

from app.drafting import comments, terms
from app.drafting.models import Declaration
from tests.drafting.room import WORDS


def plain(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_the_text_is_read_with_what_is_said_beside_it(table):
    room = table.room
    tabled = room.table(room.replacing("p3", "more efficient", "better"), by=room.honduras)
    room.table(room.adding("A new one.", "p3"), by=room.honduras)
    with room.writing() as session:
        declaration = session.get_one(Declaration, room.declaration_id)
        key = room.key("p3")
        comments.make(session, declaration, text="We like this.", paragraph_key=key, by=room.observer, at=room.now())
    shown = table.site.by("Gabriela").get(table.declaration)
    assert shown.status_code == 200
    for words in WORDS:
        assert words in plain(shown.text)
    place = shown.text[shown.text.index(f'id="p-{room.key("p3")}"') :]
    assert "2 amendments" in place[:1500]
    assert "1 comment" in place[:2500]
    assert f"/amendments/{tabled.id}" in place[:1500]
    assert f"/declarations/{room.declaration_id}/amend?paragraph={room.key('p3')}" in place


@pytest.mark.parametrize(
    ("name", "amends", "chairs"), [("Hugo", True, False), ("Olga", False, False), ("Sofía", False, True)]
)
def test_each_is_offered_what_they_may_do(table, name, amends, chairs):
    shown = table.site.by(name).get(table.declaration).text
    assert ("/amend?paragraph=" in shown) is amends
    assert (f'{table.declaration}/desk"' in shown) is chairs
    assert (f'{table.declaration}/window"' in shown) is chairs
    assert f"{table.declaration}/comments" in shown


def test_drafts_of_others_are_not_counted(table):
    room = table.room
    room.draft(room.deleting("p4"), by=room.guatemala)
    assert "1 draft of yours" in table.site.by("Gabriela").get(table.declaration).text
    for name in ("Hugo", "Sofía", "Olga"):
        shown = table.site.by(name).get(table.declaration).text
        assert "draft of yours" not in shown
        assert "1 amendment" not in shown


def test_terms_to_avoid_are_marked_in_the_text_across_its_marks(table):
    room = table.room
    with room.writing() as session:
        declaration = session.get_one(Declaration, room.declaration_id)
        terms.ask(session, declaration, term="BORDER management", by=room.united_states, at=room.now())
    shown = table.site.by("Hugo").get(table.declaration).text
    assert re.search(r"<mark[^>]*>border management</mark>", shown)


def test_it_is_there_in_spanish(table):
    shown = table.site.by("Hugo", "es").get(table.declaration).text
    assert "historial" in shown
    assert "enmendar" in shown
