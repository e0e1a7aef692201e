"""The history of a paragraph."""

import pytest

from app.drafting import amendments, decisions, queries
from app.errors import Unknown
from tests.drafting.room import WORDS, Room


def test_who_proposed_which_words_and_what_became_of_them(room: Room) -> None:
    room.issue()
    taken = room.table(room.replacing("p2", "offences", "crimes"), by=room.guatemala_head, reason="They are crimes.")
    refused = room.table(room.deleting("p2"))
    room.table(room.deleting("p5"))
    room.decide(decisions.not_accept, refused, note="No support.")
    room.accept(taken)
    room.next()
    room.accept(room.table(room.deleting("p2"), by=room.united_states))
    room.next()
    events = room.ask(queries.paragraph_history, room.declaration_id, room.key("p2"), by=room.observer)
    told = [(event.kind, event.revision, event.amendment.name if event.amendment else "") for event in events]
    assert told == [
        ("issued", "Zero draft", ""),
        ("tabled", "Zero draft", "AM.1"),
        ("tabled", "Zero draft", "AM.2"),
        ("not_accepted", "Zero draft", "AM.2"),
        ("accepted", "Zero draft", "AM.1"),
        ("issued", "Rev.1", ""),
        ("incorporated", "Rev.1", "AM.1"),
        ("tabled", "Rev.1", "AM.4"),
        ("accepted", "Rev.1", "AM.4"),
        ("gone", "Rev.2", ""),
        ("incorporated", "Rev.2", "AM.4"),
    ]
    assert events[0].paragraph.text == WORDS[1] and events[0].label == "OP1"
    assert "crimes" in events[5].paragraph.text
    assert events[1].text == "They are crimes." and events[3].text == "No support."
    assert any(piece.inserted_by == taken.id for line in events[1].lines for piece in line.pieces)


def test_a_paragraph_that_was_added(small_room: Room) -> None:
    small_room.issue()
    amendment = small_room.table(small_room.adding("A new item.", "p5"))
    key = amendment_key = small_room.view(amendment).tabled.acts[0].paragraph.key
    proposed = small_room.ask(queries.paragraph_history, small_room.declaration_id, key)
    assert [event.kind for event in proposed] == ["tabled"]
    small_room.accept(amendment)
    small_room.next()
    kinds = [event.kind for event in small_room.ask(queries.paragraph_history, small_room.declaration_id, amendment_key)]
    assert kinds == ["tabled", "accepted", "issued", "incorporated"]


def test_where_it_landed_and_the_answer(room: Room) -> None:
    room.issue()
    pending = room.table(room.replacing("p2", "offences", "crimes"))
    room.accept(room.table(room.replacing("p2", "transit", "origin, transit"), by=room.united_states))
    room.next()
    room.act(amendments.confirm_landing, pending, by=room.honduras)
    events = room.ask(queries.paragraph_history, room.declaration_id, room.key("p2"))
    assert [(event.kind, event.text) for event in events if event.amendment and event.amendment.id == pending.id] == [
        ("tabled", ""),
        ("landed", "adapted"),
        ("answered", "confirmed"),
    ]


def test_reasons_stay_with_their_audience(small_room: Room) -> None:
    small_room.issue()
    small_room.table(small_room.deleting("p3"), reason="A claim.", audience="delegation")
    events = small_room.ask(queries.paragraph_history, small_room.declaration_id, small_room.key("p3"))
    assert "A claim." not in {event.text for event in events}


def test_no_such_paragraph(small_room: Room) -> None:
    small_room.issue()
    draft = small_room.draft(small_room.adding("A new item.", "p5"))
    key = small_room.view(draft, by=small_room.honduras).draft.acts[0].paragraph.key
    for unknown in ("nowhere", key):
        with pytest.raises(Unknown):
            small_room.ask(queries.paragraph_history, small_room.declaration_id, unknown)
