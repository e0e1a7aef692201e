"""What delegations put on record: entered, confirmed, withdrawn, never altered."""

from collections.abc import Callable

import pytest
from sqlmodel import Session, select

from app.db import reading
from app.drafting.models import Declaration
from app.errors import Denied, Malformed, OutOfPlace, Stale, TooLarge, Unknown
from app.positions import positions
from app.positions.models import Position
from app.positions.states import Kind, Standing
from app.record import chain
from app.record.models import Entry
from tests.positions.around import WORDS, Around
from tests.stories.test_concurrency import at_once
from tests.support.world import NOW


def test_a_reservation_is_entered_and_seen_by_everybody_who_takes_part(around: Around) -> None:
    entered = around.enter("p3", words="  Honduras reserves.\r\n", language="es")
    for by in (around.guatemala, around.observer, around.secretary, around.presidency):
        (view,) = around.on_record(by).reservations
        assert (view.id, view.delegation, view.words, view.language) == (entered, "Honduras", "Honduras reserves.", "es")
        assert (view.paragraph_key, view.standing, view.entered_on) == (around.key("p3"), Standing.STANDING, "Zero draft")
        assert not view.mine
        assert not view.may_answer
    assert around.one(entered, around.honduras).may_answer


def test_an_explanation_of_position_is_on_the_whole_text(around: Around) -> None:
    entered = around.enter(kind="explanation", words="We joined the consensus.\nWe say why.")
    found = around.on_record()
    assert (found.reservations, found.count) == ((), 1)
    (view,) = found.explanations
    assert (view.id, view.kind, view.words) == (entered, Kind.EXPLANATION, "We joined the consensus.\nWe say why.")
    with pytest.raises(Malformed):
        around.enter("p3", kind="explanation")


def test_the_secretariat_the_presidency_and_observers_hold_no_position(around: Around) -> None:
    for by in (around.secretary, around.presidency, around.observer):
        with pytest.raises(Denied):
            around.enter("p1", by=by)
    assert around.on_record().count == 0


def test_where_a_delegation_wants_clearance_only_its_head_enters_and_withdraws(around: Around) -> None:
    with pytest.raises(Denied):
        around.enter("p1", by=around.guatemala)
    entered = around.enter("p1", by=around.guatemala_head)
    with pytest.raises(Denied):
        around.withdraw(entered, by=around.guatemala)
    assert not around.one(entered, around.guatemala).may_answer
    around.withdraw(entered, by=around.guatemala_head)


def test_nobody_answers_for_another_delegation(around: Around) -> None:
    entered = around.enter("p3")
    for by in (around.guatemala_head, around.united_states, around.secretary, around.presidency, around.observer):
        with pytest.raises(Denied):
            around.withdraw(entered, by=by)
        with pytest.raises(Denied):
            around.confirm(entered, by=by)


def test_refused(small: Around) -> None:
    for wrong in ({"words": " \n"}, {"language": "de"}, {"kind": "objection"}):
        with pytest.raises(Malformed):
            small.enter("p1", **wrong)
    with pytest.raises(TooLarge):
        small.enter("p1", words="x" * 10_001)
    small.keys["nowhere"] = "zzzzzzzzzz"
    with pytest.raises(Unknown):
        small.enter("nowhere")
    zero = small.declaration().id
    with pytest.raises(Stale):
        small.enter("p1", on=zero)
    assert small.on_record().count == 0


def test_nothing_is_entered_on_a_text_that_is_not_issued(small: Around) -> None:
    small.open()
    with pytest.raises(OutOfPlace):
        small.enter()
    assert small.on_record().every == ()


def test_a_form_sent_twice_is_one_reservation_and_words_withdrawn_may_be_entered_again(small: Around) -> None:
    first = small.enter("p3")
    with pytest.raises(OutOfPlace):
        small.enter("p3")
    small.enter("p4")
    small.enter("p3", by=small.united_states)
    small.withdraw(first)
    small.enter("p3")
    assert (small.on_record().count, len(small.on_record().reservations)) == (3, 4)


def test_a_revision_that_leaves_the_paragraph_alone_leaves_the_reservation_alone(around: Around) -> None:
    entered = around.enter("p3")
    around.changed("p4", "strengthen", "widen")
    view = around.one(entered)
    assert (view.standing, view.changed, view.entered_on) == (Standing.STANDING, None, "Zero draft")
    with pytest.raises(OutOfPlace):
        around.confirm(entered)


def test_it_is_flagged_when_the_words_change_and_confirmed_on_the_new_ones(around: Around) -> None:
    entered = around.enter("p3")
    around.changed("p3", "border management", "cooperation")
    view = around.one(entered)
    assert view.standing is Standing.CHANGED
    assert "".join(each.run.text for each in view.changed.pieces if each.inserted_by) == "cooperation"
    assert "".join(each.run.text for each in view.changed.pieces if each.deleted_by) == "border management"
    around.confirm(entered)
    view = around.one(entered)
    assert (view.standing, view.affirmed_on, view.version, view.words) == (Standing.STANDING, "Rev.1", 2, WORDS)
    around.changed("p3", "cooperation", "solidarity")
    assert around.one(entered).standing is Standing.CHANGED


def test_words_that_come_back_are_the_words_it_was_entered_on(small: Around) -> None:
    entered = small.enter("p3")
    small.changed("p3", "border management", "cooperation")
    small.changed("p3", "cooperation", "border management")
    assert small.one(entered).standing is Standing.STANDING


def test_what_is_on_the_whole_text_is_flagged_when_any_of_it_changes(small: Around) -> None:
    reservation, explanation = small.enter(), small.enter(kind="explanation", words="Why.")
    small.changed("p5", "work", "strive")
    assert {small.one(each).standing for each in (reservation, explanation)} == {Standing.CHANGED}
    small.confirm(explanation)
    assert small.one(explanation).standing is Standing.STANDING
    assert small.one(reservation).standing is Standing.CHANGED


def test_a_paragraph_that_goes_does_not_take_the_reservation_with_it(around: Around) -> None:
    entered = around.enter("p3")
    around.without("p3")
    view = around.one(entered)
    assert (view.standing, view.words) == (Standing.GONE, WORDS)
    with pytest.raises(OutOfPlace):
        around.confirm(entered)
    around.withdraw(entered)
    view = around.one(entered)
    assert (view.standing, view.words, view.withdrawn_at) == (Standing.WITHDRAWN, WORDS, around.time)
    with pytest.raises(OutOfPlace):
        around.withdraw(entered, expected=2)


def test_the_slower_of_two_is_told(small: Around) -> None:
    entered = small.enter("p3")
    before = small.declaration()
    small.changed("p3", "border management", "cooperation")
    with pytest.raises(Stale):
        small.confirm(entered, on=before.id)
    small.confirm(entered)
    with pytest.raises(Stale):
        small.withdraw(entered, expected=1)
    small.withdraw(entered, expected=2)


def test_every_act_is_on_the_record(around: Around) -> None:
    entered = around.enter("p3")
    around.changed("p3", "border management", "cooperation")
    around.confirm(entered)
    around.withdraw(entered, expected=2)
    with reading(around.engine) as session:
        wanted = select(Entry).where(Entry.subject_kind == "reservation").order_by(Entry.position)
        entries = session.exec(wanted).all()
        assert [each.act for each in entries] == ["reservation.enter", "reservation.confirm", "reservation.withdraw"]
        assert {each.subject_id for each in entries} == {str(entered)}
        assert entries[0].after["words"] == WORDS
        assert {each.delegation for each in entries} == {"Honduras"}
        assert chain.verify(session).whole


def test_of_those_who_act_at_once_each_has_a_number_and_one_answer_stands(around: Around) -> None:
    """A deadlock, or a number taken twice, would end one of them with a refusal that nobody gave cause for."""

    def entering(number: int) -> Callable[[Session], None]:
        def act(session: Session) -> None:
            declaration = session.get_one(Declaration, around.declaration_id)
            given = {"kind": "reservation", "words": f"Reservation {number}.", "language": "en"}
            positions.enter(session, declaration, **given, by=around.honduras, at=NOW)

        return act

    assert at_once(around.engine, [entering(number) for number in range(6)]) == [None] * 6
    found = around.on_record().reservations
    assert sorted(each.number for each in found) == [1, 2, 3, 4, 5, 6]

    def withdrawing(session: Session) -> None:
        position = session.get_one(Position, found[0].id)
        positions.withdraw(session, position, expected=1, by=around.honduras, at=NOW)

    answers = at_once(around.engine, [withdrawing] * 3)
    assert answers.count(None) == 1
    assert {type(each) for each in answers if each is not None} == {OutOfPlace}
