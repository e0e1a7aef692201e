"""What a delegation does with its amendments."""

from datetime import timedelta

import pytest

from app.drafting import amendments, decisions, declarations, queries
from app.drafting.states import State
from app.errors import Denied, Malformed, OutOfPlace, Stale, TooLarge, Unknown
from app.text.change import Delete, Insert, Keep, Replace
from app.text.paragraph import Paragraph, Role
from app.text.runs import Mark, Run, runs_of
from tests.drafting.room import WORDS, Room
from tests.support.world import NOW


class TestDrafting:
    def test_only_its_delegation_sees_a_draft(self, small_room: Room) -> None:
        small_room.issue()
        draft = small_room.draft(small_room.replacing("p2", "offences", "crimes"))
        assert small_room.view(draft, by=small_room.honduras).draft is not None
        for other in (small_room.guatemala, small_room.secretary, small_room.presidency, small_room.observer):
            with pytest.raises(Unknown):
                small_room.view(draft, by=other)
            assert small_room.ask(queries.amendments_of, small_room.declaration_id, by=other) == ()

    def test_who_drafts(self, small_room: Room) -> None:
        small_room.issue()
        for other in (small_room.secretary, small_room.observer, small_room.presidency):
            with pytest.raises(Denied):
                small_room.draft(small_room.replacing("p2", "offences", "crimes"), by=other)
        assert small_room.draft(small_room.deleting("p2"), by=small_room.mexico).delegation_id == small_room.mx.id

    def test_what_a_delegation_writes_is_not_for_its_presidency(self, small_room: Room) -> None:
        small_room.issue()
        draft = small_room.draft(small_room.deleting("p2"), by=small_room.mexico)
        with pytest.raises(Unknown):
            small_room.view(draft, by=small_room.presidency)
        assert small_room.ask(queries.amendments_of, small_room.declaration_id, by=small_room.presidency) == ()
        for act in (amendments.table, amendments.withdraw):
            with pytest.raises(Denied):
                small_room.act(act, draft, by=small_room.presidency)
        own = small_room.table(small_room.deleting("p3"), by=small_room.mexico, reason="Between us.", audience="delegation")
        view = small_room.view(own, by=small_room.presidency)
        assert (view.mine, view.reason) == (False, None)
        assert (
            small_room.ask(queries.my_work, small_room.process.id, by=small_room.presidency, at=small_room.time).drafts
            == ()
        )

    def test_the_presidency_answers_no_request_to_co_sponsor(self, small_room: Room) -> None:
        small_room.issue()
        tabled = small_room.table(small_room.deleting("p2"))
        small_room.act(amendments.ask_sponsors, tabled, [small_room.mx.id], by=small_room.honduras)
        assert small_room.view(tabled, by=small_room.mexico).my_answer == "open"
        assert small_room.view(tabled, by=small_room.presidency).my_answer is None

    def test_nothing_issued_yet(self, small_room: Room) -> None:
        small_room.open()
        with pytest.raises(OutOfPlace):
            small_room.draft(reason="Let it be short.")

    def test_a_paragraph_emptied_by_mistake(self, small_room: Room) -> None:
        small_room.issue()
        with pytest.raises(Malformed, match="delete"):
            small_room.draft(Replace(small_room.key("p2"), runs_of(" \u200b ")))
        with pytest.raises(Malformed):
            small_room.draft(Insert(Paragraph("x", Role.OPERATIVE, ()), None))

    def test_no_difference(self, small_room: Room) -> None:
        small_room.issue()
        with pytest.raises(Malformed, match="no difference"):
            small_room.draft(Replace(small_room.key("p2"), runs_of(WORDS[1] + "  ")))

    def test_no_change_is_a_proposal(self, small_room: Room) -> None:
        small_room.issue()
        kept = small_room.table(Keep(small_room.key("p3")))
        assert small_room.view(kept).tabled.acts == (Keep(small_room.key("p3")),)

    def test_words_left_alone_are_no_act(self, small_room: Room) -> None:
        small_room.issue()
        draft = small_room.draft(Replace(small_room.key("p1"), runs_of(WORDS[0])), small_room.deleting("p2"))
        assert small_room.view(draft, by=small_room.honduras).draft.acts == (Delete(small_room.key("p2")),)

    def test_what_does_not_fit_the_text(self, small_room: Room) -> None:
        small_room.issue()
        with pytest.raises(Malformed, match="not in the present text"):
            small_room.draft(Delete("nowhere"))
        with pytest.raises(Malformed, match="cannot both be"):
            small_room.draft(small_room.deleting("p2"), small_room.replacing("p2", "offences", "crimes"))

    def test_too_long(self, small_room: Room) -> None:
        small_room.issue()
        with pytest.raises(TooLarge):
            small_room.draft(Replace(small_room.key("p2"), runs_of("word " * 10_000)))
        with pytest.raises(TooLarge):
            small_room.draft(small_room.deleting("p2"), reason="x" * 10_001)

    def test_text_is_normalised_and_marks_survive(self, small_room: Room) -> None:
        small_room.issue()
        bold = (Run("Migracio\u0301n\x07 ", frozenset({Mark.BOLD})), Run("segura "))
        draft = small_room.draft(Replace(small_room.key("p2"), bold))
        (act,) = small_room.view(draft, by=small_room.honduras).draft.acts
        assert act.runs == (Run("Migración ", frozenset({Mark.BOLD})), Run("segura"))

    def test_new_paragraphs_get_keys_of_ours(self, small_room: Room) -> None:
        small_room.issue()
        taken = small_room.key("p1")
        first = Insert(Paragraph(taken, Role.OPERATIVE, runs_of("One.")), None)
        second = Insert(Paragraph("b", Role.OPERATIVE, runs_of("Two.")), taken)
        draft = small_room.draft(first, second)
        one, two = small_room.view(draft, by=small_room.honduras).draft.acts
        assert one.paragraph.key not in (taken, "b") and two.after == one.paragraph.key

    def test_its_new_paragraphs_keep_their_keys(self, small_room: Room) -> None:
        small_room.issue()
        draft = small_room.draft(small_room.adding("A new item.", "p5"))
        (before,) = small_room.view(draft, by=small_room.honduras).draft.acts
        edited = Insert(Paragraph(before.paragraph.key, Role.OPERATIVE, runs_of("A newer item.")), before.after)
        small_room.act(amendments.edit, draft, acts=[edited], reason="", audience="all", by=small_room.honduras)
        assert small_room.view(draft, by=small_room.honduras).draft.acts == (edited,)

    def test_two_of_one_delegation_at_once(self, small_room: Room) -> None:
        small_room.issue()
        draft = small_room.draft(small_room.deleting("p2"))
        acts = [small_room.deleting("p3")]
        small_room.act(amendments.edit, draft, acts=acts, reason="", audience="all", by=small_room.honduras)
        with pytest.raises(Stale):
            small_room.act(
                amendments.edit, draft, acts=acts, reason="x", audience="all", expected=1, by=small_room.honduras
            )

    def test_the_audience_is_one_of_three(self, small_room: Room) -> None:
        small_room.issue()
        with pytest.raises(Malformed):
            small_room.draft(small_room.deleting("p2"), audience="friends")


class TestGeneralProposals:
    def test_it_is_its_statement(self, small_room: Room) -> None:
        small_room.issue()
        proposal = small_room.table(reason="The declaration should be succinct.")
        view = small_room.view(proposal, by=small_room.observer)
        assert view.is_general and view.reason == "The declaration should be succinct."

    def test_a_statement_everybody_reads(self, small_room: Room) -> None:
        small_room.issue()
        with pytest.raises(Malformed):
            small_room.draft(reason="  ")
        with pytest.raises(Malformed):
            small_room.draft(reason="Short.", audience="chair")


class TestTabling:
    def test_it_gets_a_number_and_is_seen(self, room: Room) -> None:
        room.issue()
        first = room.table(room.replacing("p2", "offences", "crimes"))
        second = room.table(room.deleting("p3"), by=room.united_states)
        assert (first.number, second.number) == (1, 2)
        view = room.view(first, by=room.observer)
        assert (view.name, view.state, view.sponsor_names) == ("AM.1", State.TABLED, "Honduras")

    def test_late_is_marked_not_refused(self, room: Room) -> None:
        room.issue(deadline=NOW + timedelta(minutes=30))
        in_time = room.table(room.deleting("p2"))
        room.time = NOW + timedelta(hours=1)
        late = room.table(room.deleting("p3"))
        assert (in_time.late, late.late) == (False, True)

    def test_a_closed_window_refuses_and_keeps_the_draft(self, room: Room) -> None:
        room.issue()
        draft = room.draft(room.deleting("p2"))
        room.chair(declarations.close_window)
        with pytest.raises(OutOfPlace, match="kept"):
            room.act(amendments.table, draft, by=room.honduras)
        assert room.view(draft, by=room.honduras).draft is not None
        room.chair(declarations.open_window, deadline=None)
        room.act(amendments.table, draft, by=room.honduras)

    def test_what_was_looked_at_is_what_is_tabled(self, small_room: Room) -> None:
        small_room.issue()
        draft = small_room.draft(small_room.deleting("p2"))
        acts = [small_room.deleting("p3")]
        small_room.act(amendments.edit, draft, acts=acts, reason="", audience="all", by=small_room.honduras)
        with pytest.raises(Stale):
            small_room.act(amendments.table, draft, expected=1, by=small_room.honduras)

    def test_twice(self, small_room: Room) -> None:
        small_room.issue()
        amendment = small_room.table(small_room.deleting("p2"))
        with pytest.raises(OutOfPlace, match="tabled"):
            small_room.act(amendments.table, amendment, by=small_room.honduras)

    def test_not_for_another_delegation(self, small_room: Room) -> None:
        small_room.issue()
        draft = small_room.draft(small_room.deleting("p2"))
        for other in (small_room.guatemala_head, small_room.secretary, small_room.presidency):
            with pytest.raises(Denied):
                small_room.act(amendments.table, draft, by=other)

    def test_on_an_older_text(self, room: Room) -> None:
        room.issue()
        draft = room.draft(room.replacing("p5", "return", "come back"))
        room.accept(room.table(room.deleting("p2")))
        room.next()
        with pytest.raises(OutOfPlace, match=r"Rev\.1"):
            room.act(amendments.table, draft, by=room.honduras)
        room.act(amendments.bring_forward, draft, by=room.honduras)
        room.act(amendments.table, draft, by=room.honduras)
        assert room.row(draft).state == State.TABLED

    def test_a_draft_whose_words_are_gone(self, room: Room) -> None:
        room.issue()
        draft = room.draft(room.replacing("p2", "offences", "crimes"))
        room.accept(room.table(room.deleting("p2"), by=room.united_states))
        room.next()
        with pytest.raises(OutOfPlace, match="anew"):
            room.act(amendments.bring_forward, draft, by=room.honduras)
        assert room.view(draft, by=room.honduras).draft.acts


class TestClearing:
    def test_the_head_clears(self, room: Room) -> None:
        room.issue()
        draft = room.draft(room.deleting("p2"), by=room.guatemala)
        with pytest.raises(OutOfPlace, match="head"):
            room.act(amendments.table, draft, by=room.guatemala)
        with pytest.raises(Denied):
            room.act(amendments.clear, draft, by=room.guatemala)
        room.act(amendments.clear, draft, by=room.guatemala_head)
        assert room.row(draft).state == State.CLEARED
        version = room.act(amendments.table, draft, by=room.guatemala)
        assert version.cleared_by == room.guatemala_head.participant_id

    def test_an_edit_voids_it(self, small_room: Room) -> None:
        small_room.issue()
        draft = small_room.draft(small_room.deleting("p2"), by=small_room.guatemala)
        small_room.act(amendments.clear, draft, by=small_room.guatemala_head)
        acts = [small_room.deleting("p3")]
        small_room.act(amendments.edit, draft, acts=acts, reason="", audience="all", by=small_room.guatemala)
        assert small_room.row(draft).state == State.DRAFTED
        with pytest.raises(OutOfPlace, match="head"):
            small_room.act(amendments.table, draft, by=small_room.guatemala)

    def test_a_head_who_tables_clears(self, small_room: Room) -> None:
        small_room.issue()
        amendment = small_room.table(small_room.deleting("p2"), by=small_room.guatemala_head)
        assert amendment.state == State.TABLED

    def test_twice_or_of_nothing(self, small_room: Room) -> None:
        small_room.issue()
        draft = small_room.draft(small_room.deleting("p2"), by=small_room.guatemala)
        small_room.act(amendments.clear, draft, by=small_room.guatemala_head)
        with pytest.raises(OutOfPlace):
            small_room.act(amendments.clear, draft, by=small_room.guatemala_head)
        small_room.act(amendments.table, draft, by=small_room.guatemala)
        with pytest.raises(OutOfPlace):
            small_room.act(amendments.clear, draft, by=small_room.guatemala_head)

    def test_a_correction_is_cleared_too(self, small_room: Room) -> None:
        small_room.issue()
        amendment = small_room.table(small_room.deleting("p2"), by=small_room.guatemala_head)
        acts = [small_room.deleting("p3")]
        small_room.act(amendments.edit, amendment, acts=acts, reason="", audience="all", by=small_room.guatemala)
        with pytest.raises(OutOfPlace, match="head"):
            small_room.act(amendments.correct, amendment, by=small_room.guatemala)
        small_room.act(amendments.clear, amendment, by=small_room.guatemala_head)
        small_room.act(amendments.correct, amendment, by=small_room.guatemala)


class TestCorrecting:
    def test_the_old_version_stays(self, room: Room) -> None:
        room.issue()
        first = room.replacing("p2", "offences", "crimes")
        second = room.replacing("p2", "offences", "serious crimes")
        amendment = room.table(first)
        room.correct(amendment, second, reason="Clearer.")
        view = room.view(amendment)
        assert [version.acts for version in view.versions] == [(first,), (second,)]
        assert (view.number, view.state, view.shown.acts) == (1, State.TABLED, (second,))

    def test_until_it_is_tabled_others_see_the_old_words(self, small_room: Room) -> None:
        small_room.issue()
        amendment = small_room.table(small_room.deleting("p2"))
        acts = [small_room.deleting("p3")]
        small_room.act(amendments.edit, amendment, acts=acts, reason="", audience="all", by=small_room.honduras)
        assert small_room.view(amendment).draft is None
        assert small_room.view(amendment).tabled.acts == (small_room.deleting("p2"),)
        small_room.act(amendments.discard_correction, amendment, by=small_room.honduras)
        assert small_room.view(amendment, by=small_room.honduras).draft is None

    def test_refused_when_the_same_closed_or_decided(self, small_room: Room) -> None:
        small_room.issue()
        amendment = small_room.table(small_room.deleting("p2"))
        with pytest.raises(OutOfPlace, match="same"):
            small_room.correct(amendment, small_room.deleting("p2"))
        small_room.chair(declarations.close_window)
        with pytest.raises(OutOfPlace, match="window"):
            small_room.correct(amendment, small_room.deleting("p3"))
        small_room.accept(amendment)
        with pytest.raises(OutOfPlace, match="accepted"):
            small_room.correct(amendment, small_room.deleting("p3"))


class TestWithdrawing:
    def test_pending(self, room: Room) -> None:
        room.issue()
        amendment = room.table(room.deleting("p2"))
        room.act(amendments.withdraw, amendment, by=room.honduras)
        view = room.view(amendment, by=room.observer)
        assert view.state is State.WITHDRAWN and view.versions
        with pytest.raises(OutOfPlace):
            room.act(amendments.withdraw, amendment, by=room.honduras)

    def test_a_draft_is_never_seen(self, small_room: Room) -> None:
        small_room.issue()
        draft = small_room.draft(small_room.deleting("p2"))
        small_room.act(amendments.withdraw, draft, by=small_room.honduras)
        with pytest.raises(Unknown):
            small_room.view(draft)

    def test_not_after_the_decision(self, small_room: Room) -> None:
        small_room.issue()
        amendment = small_room.table(small_room.deleting("p2"))
        small_room.decide(decisions.not_accept, amendment)
        with pytest.raises(OutOfPlace):
            small_room.act(amendments.withdraw, amendment, by=small_room.honduras)

    def test_not_by_others(self, small_room: Room) -> None:
        small_room.issue()
        amendment = small_room.table(small_room.deleting("p2"))
        with pytest.raises(Denied):
            small_room.act(amendments.withdraw, amendment, by=small_room.secretary)


class TestAlternatives:
    def test_one_taken_closes_the_other(self, room: Room) -> None:
        room.issue()
        here = room.table(room.adding("Access to justice shall be ensured.", "p2"))
        there = room.act(amendments.place_elsewhere, here, after=room.key("p4"), by=room.honduras)
        room.act(amendments.table, there, by=room.honduras)
        assert room.view(here).alternatives == (there.id,)
        assert room.view(here).tabled.acts[0].paragraph.runs == room.view(there).tabled.acts[0].paragraph.runs
        room.accept(there)
        closed = room.view(here)
        assert closed.state is State.NOT_ACCEPTED
        assert (closed.decision.note, closed.decision.alternative) == ("", "AM.2")
        room.decide(decisions.reopen, there)
        assert room.row(here).state == room.row(there).state == State.TABLED

    def test_closed_by_itself_stays_closed(self, small_room: Room) -> None:
        small_room.issue()
        here = small_room.table(small_room.adding("Access to justice.", "p2"))
        there = small_room.act(amendments.place_elsewhere, here, after=small_room.key("p4"), by=small_room.honduras)
        small_room.act(amendments.table, there, by=small_room.honduras)
        small_room.decide(decisions.not_accept, here)
        small_room.accept(there)
        small_room.decide(decisions.reopen, there)
        assert small_room.row(here).state == State.NOT_ACCEPTED

    def test_it_cannot_be_tabled_after(self, small_room: Room) -> None:
        small_room.issue()
        here = small_room.table(small_room.adding("Access to justice.", "p2"))
        there = small_room.act(amendments.place_elsewhere, here, after=None, by=small_room.honduras)
        small_room.accept(here)
        with pytest.raises(OutOfPlace, match=r"AM\.1"):
            small_room.act(amendments.table, there, by=small_room.honduras)

    def test_only_additions(self, small_room: Room) -> None:
        small_room.issue()
        amendment = small_room.table(small_room.deleting("p2"))
        with pytest.raises(Malformed, match="addition"):
            small_room.act(amendments.place_elsewhere, amendment, after=None, by=small_room.honduras)
