"""The desk of the secretariat."""

import pytest

from app.drafting import amendments, decisions, queries
from app.drafting.queries import DeskParagraph
from app.drafting.states import Step
from app.errors import Denied, OutOfPlace
from app.text.redline import Line
from tests.drafting.room import Room


def paragraph(room: Room, name: str | None) -> DeskParagraph:
    key = room.key(name) if name else None
    (found,) = [each for each in room.desk().paragraphs if (each.paragraph.key if each.paragraph else None) == key]
    return found


def shown(line: Line) -> str:
    signs = []
    for piece in line.pieces:
        if piece.deleted_by:
            signs.append(f"[-{piece.run.text}-]")
        elif piece.inserted_by:
            signs.append(f"[+{piece.run.text}+]")
        else:
            signs.append(piece.run.text)
    return "".join(signs)


def test_every_amendment_as_a_redline_under_its_name(room: Room) -> None:
    room.issue()
    room.table(room.replacing("p2", "offences", "crimes"), by=room.guatemala_head, reason="They are crimes.")
    room.table(room.deleting("p2"))
    room.table(room.adding("A new item.", "p2"), by=room.united_states)
    here = paragraph(room, "p2")
    assert here.label == "OP1"
    assert [entry.amendment.sponsor_names for entry in here.entries] == ["Guatemala", "Honduras", "United States"]
    first, second, third = (entry.lines for entry in here.entries)
    assert "victims of [-offences-][+crimes+] in" in shown(first[0])
    assert second[0].deleted_by is not None
    assert shown(third[0]) == "[+A new item.+]" and third[0].inserted_by is not None
    assert not paragraph(room, "p3").entries


def test_clashes_with_whom_and_on_which_words(room: Room) -> None:
    room.issue()
    one = room.table(room.replacing("p2", "offences", "crimes"), by=room.guatemala_head)
    room.table(room.replacing("p2", "offences", "serious harm"))
    apart = room.table(room.replacing("p2", "protect", "shelter"), by=room.united_states)
    here = paragraph(room, "p2")
    first, _, third = here.entries
    (clash,) = first.clashes
    assert (clash.other, clash.sponsors, clash.words, clash.kind) == ("AM.2", "Honduras", "offences", "words")
    assert not third.clashes and here.is_contested
    room.decide(decisions.not_accept, one)
    assert not paragraph(room, "p2").is_contested
    assert apart.number == 3


def test_alternatives_are_no_rivals(small_room: Room) -> None:
    small_room.issue()
    here = small_room.table(small_room.adding("Access to justice.", "p2"))
    there = small_room.act(amendments.place_elsewhere, here, after=small_room.key("p2"), by=small_room.honduras)
    small_room.act(amendments.table, there, by=small_room.honduras)
    assert not paragraph(small_room, "p2").is_contested


def test_before_the_first_paragraph(small_room: Room) -> None:
    small_room.issue()
    assert small_room.desk().paragraphs[0].paragraph is not None
    small_room.table(small_room.adding("A title.", None))
    assert [shown(line) for entry in paragraph(small_room, None).entries for line in entry.lines] == ["[+A title.+]"]


def test_what_is_ready_and_what_it_makes(room: Room) -> None:
    room.issue()
    one = room.table(room.deleting("p2"))
    rival = room.table(room.replacing("p2", "offences", "crimes"), by=room.guatemala_head)
    assert room.desk().next_text is None and room.desk().ready == ()
    room.accept(one)
    desk = room.desk()
    assert desk.ready == (one.id,) and desk.next_name == "Rev.1"
    assert room.key("p2") not in desk.next_text
    room.accept(rival)
    desk = room.desk()
    assert desk.next_text is None
    assert [(each.one, each.other) for each in desk.contradictions] == [("AM.1", "AM.2")]


def test_what_the_room_can_do(small_room: Room) -> None:
    small_room.issue()
    amendment = small_room.table(small_room.deleting("p2"))
    (entry,) = paragraph(small_room, "p2").entries
    assert entry.steps == (Step.ACCEPT, Step.MODIFY, Step.NOT_ACCEPT, Step.HOLD)
    small_room.accept(amendment)
    (entry,) = paragraph(small_room, "p2").entries
    assert entry.steps == (Step.REOPEN,)


def test_different_words_are_what_is_shown(small_room: Room) -> None:
    small_room.issue()
    amendment = small_room.table(small_room.replacing("p2", "offences", "crimes"))
    small_room.decide(decisions.modify, amendment, [small_room.replacing("p2", "offences", "crime")])
    (entry,) = paragraph(small_room, "p2").entries
    assert "[+crime+]" in shown(entry.lines[0])


def test_general_and_displaced(room: Room) -> None:
    room.issue()
    general = room.table(reason="Let it be short.")
    gone = room.table(room.replacing("p2", "offences", "crimes"))
    room.accept(room.table(room.deleting("p2"), by=room.united_states))
    room.next()
    desk = room.desk()
    assert [entry.amendment.id for entry in desk.general] == [general.id]
    assert [entry.amendment.id for entry in desk.displaced] == [gone.id]


def test_withdrawn_is_not_on_it(small_room: Room) -> None:
    small_room.issue()
    amendment = small_room.table(small_room.deleting("p2"))
    small_room.act(amendments.withdraw, amendment, by=small_room.honduras)
    assert not paragraph(small_room, "p2").entries


def test_for_the_chair_side(small_room: Room) -> None:
    small_room.open()
    with pytest.raises(OutOfPlace):
        small_room.desk()
    small_room.issue()
    for other in (small_room.honduras, small_room.guatemala_head, small_room.observer):
        with pytest.raises(Denied):
            small_room.ask(queries.desk, small_room.declaration_id, by=other)
    assert small_room.ask(queries.desk, small_room.declaration_id, by=small_room.presidency).paragraphs
