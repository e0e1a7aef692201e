"""Issuing texts, and what becomes of what is pending."""

import pytest
from sqlmodel import select

from app.db import reading
from app.drafting import amendments, decisions, declarations, queries, revisions
from app.drafting.errors import Contradictory, MovedOn
from app.drafting.models import Incorporation, Landing, Revision
from app.drafting.states import State
from app.drafting.texts import text_of
from app.errors import Denied, Malformed, OutOfPlace
from app.record.chain import verify
from app.text.document import Document
from app.text.fingerprint import fingerprint
from tests.drafting.room import WORDS, Room


class TestTheFirst:
    def test_it_is_the_draft(self, room: Room) -> None:
        revision = room.issue()
        assert (revision.number, revision.name, revision.renumbered) == (0, "Zero draft", True)
        assert [paragraph.text for paragraph in room.text()] == list(WORDS)
        assert revision.fingerprint == fingerprint(room.text())
        view = room.ask(queries.current, room.declaration_id, by=room.observer)
        assert list(view.labels.values()) == ["PP1", "OP1", "OP2", "OP3", "OP4"]
        assert view.is_current

    def test_under_a_name(self, small_room: Room) -> None:
        small_room.open()
        assert small_room.chair(revisions.issue_first, name=" Chair's text ").name == "Chair's text"

    def test_refused(self, small_room: Room) -> None:
        small_room.open(Document())
        with pytest.raises(OutOfPlace, match="nothing"):
            small_room.chair(revisions.issue_first)
        small_room.open()
        with pytest.raises(Denied):
            small_room.chair(revisions.issue_first, by=small_room.guatemala_head)
        with pytest.raises(MovedOn):
            small_room.chair(revisions.issue_first, expected=7)
        with pytest.raises(OutOfPlace):
            small_room.next()


class TestTheNext:
    def test_all_that_was_accepted(self, room: Room) -> None:
        room.issue()
        accepted = room.table(room.replacing("p2", "offences", "crimes"), by=room.guatemala_head)
        modified = room.table(room.replacing("p3", " and more efficient border management", ""))
        refused = room.table(room.deleting("p4"))
        added = room.table(room.adding("We will act against the smuggling of migrants.", "p5"))
        room.accept(accepted)
        room.accept(added)
        shorter = room.replacing("p3", "more efficient border management", "border management")
        room.decide(decisions.modify, modified, [shorter])
        room.decide(decisions.not_accept, refused)
        revision = room.next(note="After the morning session.")
        assert (revision.number, revision.name, revision.note) == (1, "Rev.1", "After the morning session.")
        assert [paragraph.text for paragraph in room.text()] == [
            WORDS[0],
            WORDS[1].replace("offences", "crimes"),
            "We will promote safe, orderly and regular migration and border management.",
            *WORDS[3:],
            "We will act against the smuggling of migrants.",
        ]
        states = [room.row(each).state for each in (accepted, modified, added, refused)]
        assert states == [State.INCORPORATED] * 3 + [State.NOT_ACCEPTED]
        with reading(room.engine) as session:
            incorporated = {row.amendment_id for row in session.exec(select(Incorporation))}
            assert incorporated == {accepted.id, modified.id, added.id}
            assert verify(session).whole

    def test_the_former_text_stays(self, room: Room) -> None:
        zero = room.issue()
        room.accept(room.table(room.deleting("p2")))
        room.next()
        with reading(room.engine) as session:
            assert fingerprint(text_of(session, zero.id)) == session.get_one(Revision, zero.id).fingerprint
        redline = room.ask(queries.compare, zero.id, room.ask(queries.current, room.declaration_id).head.id).redline
        assert [line.paragraph.key for line in redline.lines if line.deleted_by] == [room.key("p2")]

    def test_numbers_hold_until_it_is_numbered_anew(self, room: Room) -> None:
        room.issue()
        room.accept(room.table(room.adding("A new item.", "p2")))
        room.next()
        assert list(room.ask(queries.current, room.declaration_id).labels.values())[:4] == [
            "PP1",
            "OP1",
            "OP1 bis",
            "OP2",
        ]
        room.accept(room.table(room.deleting("p5")))
        room.next(renumber=True)
        assert list(room.ask(queries.current, room.declaration_id).labels.values()) == [
            "PP1",
            "OP1",
            "OP2",
            "OP3",
            "OP4",
        ]

    def test_what_contradicts_is_named_and_nothing_issued(self, room: Room) -> None:
        room.issue()
        one = room.table(room.replacing("p2", "offences", "crimes"))
        other = room.table(room.replacing("p2", "offences", "serious offences"), by=room.united_states)
        rest = room.table(room.replacing("p2", "offences", "trafficking"), by=room.guatemala_head)
        room.accept(one)
        room.accept(rest)
        with pytest.raises(Contradictory) as told:
            room.next()
        assert "AM.1" in str(told.value) and "AM.3" in str(told.value) and "offences" in str(told.value)
        assert [(each.one, each.other) for each in told.value.contradictions] == [("AM.1", "AM.3")]
        assert len(room.ask(queries.declaration, room.declaration_id).revisions) == 1
        assert [room.row(each).state for each in (one, other, rest)] == ["accepted", "tabled", "accepted"]

    def test_additions_at_one_place_in_the_order_the_room_says(self, room: Room) -> None:
        room.issue()
        first = room.table(room.adding("First.", "p5"), room.adding("First, continued.", "p5", "more"))
        second = room.table(room.adding("Second.", "p5"), by=room.united_states)
        room.accept(first)
        room.accept(second)
        with pytest.raises(Contradictory, match="which comes first"):
            room.next()
        with pytest.raises(Malformed):
            room.next(order=[room.process.id])
        room.next(order=[second.id, first.id])
        assert [paragraph.text for paragraph in room.text()][5:] == ["Second.", "First.", "First, continued."]
        assert room.row(first).state == room.row(second).state == State.INCORPORATED

    def test_refused(self, small_room: Room) -> None:
        small_room.issue()
        with pytest.raises(OutOfPlace, match="accepted"):
            small_room.next()
        small_room.accept(small_room.table(reason="Let it be short."))
        with pytest.raises(OutOfPlace):
            small_room.next()
        small_room.accept(small_room.table(small_room.deleting("p2")))
        with pytest.raises(Malformed, match="name"):
            small_room.next(name="Zero draft")
        with pytest.raises(Denied):
            small_room.next(by=small_room.honduras)
        with pytest.raises(MovedOn):
            small_room.next(expected=1)

    def test_names_by_custom(self, small_room: Room) -> None:
        small_room.issue()
        for name in ("Rev.2", None, None):
            small_room.accept(small_room.table(small_room.replacing("p1", "all", "all,")))
            small_room.next(name=name)
        heads = small_room.ask(queries.declaration, small_room.declaration_id).revisions
        assert [head.name for head in heads] == ["Zero draft", "Rev.2", "Rev.3", "Rev.4"]


class TestLanding:
    def test_carried_unchanged(self, room: Room) -> None:
        room.issue()
        pending, held = room.table(room.deleting("p4")), room.table(room.deleting("p5"))
        general = room.table(reason="Let it be short.")
        room.decide(decisions.hold, held)
        room.accept(room.table(room.deleting("p2"), by=room.united_states))
        revision = room.next()
        assert [room.row(each).state for each in (pending, held, general)] == ["carried", "held", "carried"]
        view = room.view(pending)
        assert view.shown.base_id == revision.id and not view.awaits_word
        room.accept(pending)
        room.next()
        assert room.row(pending).state == State.INCORPORATED

    def test_to_be_confirmed(self, room: Room) -> None:
        room.issue()
        pending = room.table(room.replacing("p2", "offences", "crimes"), by=room.guatemala_head)
        room.accept(room.table(room.replacing("p2", "transit", "origin, transit")))
        room.next()
        view = room.view(pending)
        assert view.state is State.AWAITING and view.awaits_word
        assert "origin, transit" in view.shown.acts[0].runs[0].text
        assert view.tabled.acts[0].runs[0].text == WORDS[1].replace("offences", "crimes")
        (task,) = room.ask(queries.my_work, room.process.id, by=room.guatemala, at=room.time).landings
        assert task.amendment.id == pending.id
        with pytest.raises(Denied):
            room.act(amendments.confirm_landing, pending, by=room.guatemala)
        room.act(amendments.confirm_landing, pending, by=room.guatemala_head)
        assert room.row(pending).state == State.CARRIED
        with pytest.raises(OutOfPlace):
            room.act(amendments.confirm_landing, pending, by=room.guatemala_head)

    def test_overtaken_and_restated_though_the_window_is_closed(self, room: Room) -> None:
        room.issue()
        pending = room.table(room.replacing("p2", "offences", "crimes"))
        room.decide(decisions.hold, pending)
        room.accept(room.table(room.replacing("p2", "offences", "violence"), by=room.united_states))
        room.next()
        room.chair(declarations.close_window)
        view = room.view(pending)
        assert view.state is State.OVERTAKEN and view.landings[-1].obstacles
        room.correct(pending, room.replacing("p2", "violence", "violence and crimes"))
        view = room.view(pending)
        assert (view.state, view.number, len(view.versions)) == (State.HELD, 1, 2)
        assert view.landings[-1].word.value == "restated"

    def test_overtaken_and_withdrawn(self, small_room: Room) -> None:
        small_room.issue()
        pending = small_room.table(small_room.replacing("p2", "offences", "crimes"))
        small_room.accept(small_room.table(small_room.deleting("p2"), by=small_room.united_states))
        small_room.next()
        small_room.act(amendments.withdraw, pending, by=small_room.honduras)
        view = small_room.view(pending)
        assert view.state is State.WITHDRAWN and view.landings[-1].word.value == "withdrawn"

    def test_absorbed(self, room: Room) -> None:
        room.issue()
        pending = room.table(room.replacing("p2", "offences", "crimes"))
        room.accept(room.table(room.replacing("p2", "offences", "crimes"), by=room.united_states))
        room.next()
        assert room.row(pending).state == State.ABSORBED
        room.correct(pending, room.replacing("p2", "crimes", "grave crimes"))
        assert room.row(pending).state == State.TABLED

    def test_unanswered_it_lands_again_from_the_words_its_delegation_stands_behind(self, room: Room) -> None:
        room.issue()
        own = room.replacing("p2", "offences", "crimes")
        pending = room.table(own)
        room.accept(room.table(room.replacing("p2", "transit", "origin, transit"), by=room.united_states))
        room.next()
        room.accept(room.table(room.replacing("p2", "protect", "protect all"), by=room.united_states))
        second = room.next()
        view = room.view(pending)
        assert view.state is State.AWAITING
        assert view.shown.base_id == second.id
        assert view.shown.acts[0].runs[0].text == room.words("p2").replace("offences", "crimes")
        room.act(amendments.confirm_landing, pending, by=room.honduras)
        with reading(room.engine) as session:
            assert len(session.exec(select(Landing).where(Landing.amendment_id == pending.id)).all()) == 2
        assert room.view(pending).tabled.acts == (own,)
