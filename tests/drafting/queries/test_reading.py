from app.drafting import decisions, queries, terms
from app.drafting.models import Declaration


def at(reading, room, name):
    return next(each for each in reading.paragraphs if each.paragraph.key == room.key(name))


def test_amendments_stand_at_the_paragraphs_they_speak_of(small_room):
    room = small_room
    room.issue()
    room.table(room.replacing("p2", "offences", "crimes"), room.deleting("p4"), by=room.honduras)
    room.table(room.adding("After three.", "p3"), by=room.honduras)
    room.table(room.adding("First of all.", None), by=room.united_states)
    room.table(reason="Be brief.", by=room.united_states)
    room.draft(room.deleting("p5"), by=room.guatemala)
    found = room.ask(queries.reading, room.declaration_id, by=room.guatemala)
    assert [[each.name for each in at(found, room, name).amendments] for name in ("p1", "p2", "p3", "p4", "p5")] == [
        [],
        ["AM.1"],
        ["AM.2"],
        ["AM.1"],
        [],
    ]
    assert [each.name for each in found.opening] == ["AM.3"]
    assert [each.name for each in found.general] == ["AM.4"]
    assert len(at(found, room, "p5").drafts) == 1
    others = room.ask(queries.reading, room.declaration_id, by=room.honduras)
    assert not at(others, room, "p5").drafts


def test_what_was_decided_against_is_no_longer_beside_the_text(small_room):
    room = small_room
    room.issue()
    room.decide(decisions.not_accept, room.table(room.deleting("p4")))
    assert not at(room.ask(queries.reading, room.declaration_id), room, "p4").amendments


def test_terms_are_marked_and_the_words_stay_as_they_were(small_room):
    room = small_room
    room.issue()
    with room.writing() as session:
        declaration = session.get_one(Declaration, room.declaration_id)
        for term, wish in (("orderly and regular", "avoid"), ("regular migration", "avoid"), ("consular", "use")):
            terms.ask(session, declaration, term=term, wish=wish, by=room.united_states, at=room.now())
    found = room.ask(queries.reading, room.declaration_id)
    words = at(found, room, "p3").words
    assert "".join(each.run.text for each in words) == room.words("p3")
    assert "".join(each.run.text for each in words if each.is_term) == "orderly and regular migration"
    assert not any(each.is_term for each in at(found, room, "p4").words)
