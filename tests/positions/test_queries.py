"""Positions as pages read them."""

import pytest

from app.errors import Unknown
from app.positions.queries import awaiting
from tests.positions.around import Around


def test_reservations_come_in_the_order_of_the_text_and_explanations_in_that_of_the_alphabet(small: Around) -> None:
    late = small.enter("p5")
    early = small.enter("p1", by=small.united_states)
    whole = small.enter(by=small.guatemala_head)
    gone = small.enter("p2")
    small.enter(kind="explanation", by=small.united_states)
    small.enter(kind="explanation", by=small.guatemala_head)
    small.without("p2")
    found = small.on_record()
    assert [each.id for each in found.reservations] == [whole, early, late, gone]
    assert [each.delegation for each in found.explanations] == ["Guatemala", "United States"]
    assert [each.delegation for each in small.on_record(language="es").explanations] == ["Estados Unidos", "Guatemala"]


def test_what_is_withdrawn_is_shown_and_not_counted(small: Around) -> None:
    kept, taken_back = small.enter("p1"), small.enter("p1", words="Another.")
    small.withdraw(taken_back)
    found = small.on_record()
    assert [each.id for each in found.on(small.key("p1"))] == [kept, taken_back]
    assert (found.count, dict(found.by_paragraph)) == (1, {small.key("p1"): 1})


def test_what_waits_for_a_delegation(small: Around) -> None:
    entered = small.enter("p3")
    small.enter("p3", by=small.guatemala_head)
    small.enter("p4")
    small.changed("p3", "border management", "cooperation")

    def waiting(by):
        found = small.ask(awaiting, small.process.id, by=by)
        return [each.id for each in found.get(small.declaration_id, ())]

    assert waiting(small.honduras) == [entered]
    assert len(waiting(small.guatemala_head)) == 1
    for by in (small.guatemala, small.secretary, small.united_states, small.observer):
        assert waiting(by) == []


def test_for_who_has_no_seat_there_is_nothing(small: Around) -> None:
    small.enter("p3")
    stranger = small.world.secretary(small.world.process("sacm"), "Zoe")
    with pytest.raises(Unknown):
        small.on_record(stranger)
    assert small.ask(awaiting, small.process.id, by=stranger) == {}
