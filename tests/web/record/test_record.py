import re

from sqlalchemy import text

from app.drafting import queries
from app.record.queries import PAGE


def test_every_act_in_words_with_who_and_for_whom(table):
    room = table.room
    words = room.replacing("p2", "offences", "crimes")
    room.table(words, by=room.guatemala_head, reason="Secret reason.", audience="delegation")
    shown = table.site.by("Sofía").get("/processes/rcm/record").text
    told = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", shown))
    assert "Gustavo (Guatemala) tabled an amendment: AM.1" in told
    assert "Sofía (technical secretariat) issued a revision: Zero draft" in told
    assert "Secret reason." not in shown
    assert "presentó una enmienda" in table.site.by("Paula", "es").get("/processes/rcm/record").text


def test_it_is_paged(table):
    room, chair = table.room, table.site.by("Sofía")
    for place in range(PAGE):
        room.world.delegation(room.process, ("AR", "BO", "BR", "CL", "CO")[place % 5]) if place < 5 else room.draft(
            room.deleting("p2")
        )
    first = chair.get("/processes/rcm/record")
    assert first.text.count('<li id="a-') == PAGE
    older = re.search(r'href="(/processes/rcm/record\?before=\d+)"', first.text)[1]
    second = chair.get(older).text
    assert "founded the process" in second
    assert not set(re.findall(r'id="(a-\d+)"', first.text)) & set(re.findall(r'id="(a-\d+)"', second))


def test_the_chain_is_verified_and_a_cut_is_found(table):
    chair = table.site.by("Sofía")
    shown = chair.get("/processes/rcm/record/verify").text
    assert "The record is whole." in shown
    head = re.search(r'class="hash">([0-9a-f]{64})<', shown)[1]
    assert "The record is whole." in chair.get(f"/processes/rcm/record/verify?head={head.upper()}").text
    assert "The record does not hold." in chair.get(f"/processes/rcm/record/verify?head={'0' * 63}1").text
    with table.room.engine.begin() as connection:
        triggers = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'record_entry'"
        for (name,) in connection.execute(text(triggers)).all():
            connection.execute(text(f"DROP TRIGGER {name}"))
        connection.execute(text("UPDATE record_entry SET actor = 'Somebody' WHERE position = 3"))
    shown = chair.get("/processes/rcm/record/verify").text
    assert "The record does not hold." in shown
    assert "Up to number 2" in shown


def test_a_translation_kept_otherwise_than_recorded_is_named(table):
    room = table.room
    revision = room.ask(queries.current, room.declaration_id).head
    page = f"/revisions/{revision.id}/languages/es/paragraphs/{room.key('p1')}"
    assert table.send(table.site.by("Sofía"), page, page, text="Reafirmando los derechos,").status_code == 303
    with room.engine.begin() as connection:
        connection.execute(text("DROP TRIGGER translation_refuses_update"))
        connection.execute(text("UPDATE translation SET runs = '[]'"))
    shown = table.site.by("Sofía").get("/processes/rcm/record/verify").text
    assert "translation of a paragraph" in shown and "not as it was recorded" in shown


def test_it_is_for_the_chair_side(table):
    for name in ("Hugo", "Gustavo", "Olga"):
        for page in ("/processes/rcm/record", "/processes/rcm/record/verify"):
            assert table.site.by(name).get(page).status_code == 403
    table.room.world.secretary(table.room.world.process("sacm"), "Tomás")
    assert table.site.by("Tomás").get("/processes/rcm/record").status_code == 404
