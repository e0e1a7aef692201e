from datetime import date

import pytest
from sqlmodel import select

from app.agreements import agreements
from app.agreements.agreements import Owner, Terms
from app.agreements.models import Progress
from app.agreements.states import Force, Office, State
from app.db import reading
from app.errors import Denied, Malformed, OutOfPlace, Stale
from app.meetings import meetings
from app.meetings.states import State as MeetingState
from app.record.chain import verify
from tests.support.world import NOW

SECRETARIAT = Owner(office=Office.SECRETARIAT)


def test_agreements_are_numbered_within_their_meeting(room):
    first, second = room.convene(), room.convene("Another")
    numbers = [room.agreement(room.agree(meeting, "Do it.")).line.number for meeting in (first, first, second)]
    assert numbers == [1, 2, 1]
    with reading(room.engine) as session:
        assert verify(session).whole


def test_what_the_meeting_left_open_stays_open(room):
    line = room.agreement(room.agree(room.convene(), "Hold an online meeting.")).line
    assert (line.owners, line.due_on, line.nobody, line.undated) == ((), None, True, True)


def test_owners_are_offices_and_delegations(room):
    meeting_id = room.convene(together=True)
    guatemala = Owner(delegation_id=room.guatemala.id, inferred=True)
    brazil = Owner(delegation_id=room.brazil.id)
    line = room.agreement(room.agree(meeting_id, "Write it.", guatemala, brazil, SECRETARIAT, SECRETARIAT)).line
    assert [(owner.office, owner.delegation, owner.inferred) for owner in line.owners] == [
        (Office.SECRETARIAT, "", False),
        (None, "Brazil", False),
        (None, "Guatemala", True),
    ]
    assert line.inferred


@pytest.mark.parametrize(
    ("terms", "field"),
    [
        (lambda room: {"what": "   "}, "what"),
        (lambda room: {"owners": (Owner(),)}, "owners"),
        (lambda room: {"owners": (Owner(room.guatemala.id, Office.PRESIDENCY),)}, "owners"),
        (lambda room: {"owners": (Owner(room.brazil.id),)}, "owners"),
        (lambda room: {"declaration_id": room.guatemala.id}, "declaration_id"),
    ],
)
def test_what_cannot_have_been_agreed_is_refused(small_room, terms, field):
    with small_room.at(small_room.convene()) as (session, meeting), pytest.raises(Malformed) as refused:
        told = Terms(**{"what": "Do it."} | terms(small_room))
        agreements.take_down(session, meeting, told, by=small_room.sofia, at=NOW)
    assert refused.value.field == field


def test_the_chair_side_takes_down_and_corrects(room):
    meeting_id = room.convene()
    for who in (room.ana, room.olga, room.susana):
        with pytest.raises(Denied):
            room.agree(meeting_id, "Ours.", by=who)
    agreement_id = room.agree(meeting_id, "Share it.", by=room.paula)
    with pytest.raises(Denied):
        room.correct(agreement_id, Terms(what="Mine."), expected=1, by=room.ana)


def test_nothing_was_agreed_at_a_cancelled_meeting(room):
    meeting_id = room.convene()
    with room.at(meeting_id) as (session, meeting):
        meetings.move_to(session, meeting, MeetingState.CANCELLED, expected=1, by=room.sofia, at=NOW)
    with pytest.raises(OutOfPlace):
        room.agree(meeting_id, "Do it.")


def test_a_correction_keeps_what_stood_before(room):
    agreement_id = room.agree(room.convene(), "Share it.", SECRETARIAT)
    due = date(2017, 4, 23)
    room.correct(agreement_id, Terms(what="Share it with all.", owners=(Owner(room.honduras.id),), due_on=due), expected=1)
    view = room.agreement(agreement_id, language="es")
    assert (view.line.what, view.version) == ("Share it with all.", 2)
    corrected, taken_down = view.history
    assert (taken_down.act, taken_down.differences) == ("agreement.take_down", ())
    seen = {each.field: (each.before, each.after) for each in corrected.differences}
    assert set(seen) == {"what", "owners", "due_on"}
    assert seen["what"] == ("Share it.", "Share it with all.")
    assert seen["due_on"] == (None, "2017-04-23")
    assert [one.office for one in seen["owners"][0]] == [Office.SECRETARIAT]
    assert [one.delegation for one in seen["owners"][1]] == ["Honduras"]


def test_the_slower_of_two_corrections_is_told(room):
    agreement_id = room.agree(room.convene(), "Share it.")
    room.correct(agreement_id, Terms(what="First."), expected=1)
    with pytest.raises(Stale):
        room.correct(agreement_id, Terms(what="Second."), expected=1)
    assert room.agreement(agreement_id).line.what == "First."


def test_who_answers_for_it_reports(room):
    agreement_id = room.agree(room.convene(), "Write it.", Owner(delegation_id=room.guatemala.id))
    for who in (room.hugo, room.olga, room.bruno):
        with pytest.raises(Denied):
            room.report(agreement_id, "Done.", State.DONE, who)
    room.report(agreement_id, "Half is written.", State.OPEN, room.ana)
    room.report(agreement_id, "Handed in.", State.DONE, room.ana)
    room.report(agreement_id, "A page is missing.", State.OPEN, room.paula)
    view = room.agreement(agreement_id)
    assert view.line.state is State.OPEN
    assert [line.note for line in view.history] == ["A page is missing.", "Handed in.", "Half is written.", ""]
    assert [line.delegation for line in view.history] == ["El Salvador", "Guatemala", "Guatemala", ""]
    with reading(room.engine) as session:
        assert len(session.exec(select(Progress)).all()) == 3


def test_a_report_says_something(room):
    agreement_id = room.agree(room.convene(), "Write it.")
    with pytest.raises(Malformed) as refused:
        room.report(agreement_id, " ", State.OPEN, room.sofia)
    assert refused.value.field == "text"
    room.report(agreement_id, "", State.DROPPED, room.sofia)
    assert room.agreement(agreement_id).line.state is State.DROPPED


def test_what_is_for_all_members_is_not_for_observers(room):
    agreement_id = room.agree(room.convene(together=True), "Send input.", Owner(office=Office.ALL_MEMBERS))
    room.report(agreement_id, "Ours is in.", State.OPEN, room.hugo)
    room.report(agreement_id, "Ours too.", State.OPEN, room.bruno)
    with pytest.raises(Denied):
        room.report(agreement_id, "Ours as well.", State.OPEN, room.olga)


def test_a_joint_meeting_gives_work_to_both_secretariats(room):
    joint = room.agree(room.convene(together=True), "Summarise.", SECRETARIAT)
    own = room.agree(room.convene(together=True), "Publish.", Owner(office=Office.PRESIDENCY))
    room.report(joint, "Sent.", State.DONE, room.susana)
    with pytest.raises(Denied):
        room.report(own, "Sent.", State.DONE, room.susana)


def test_what_could_not_be_agreed_is_written_down_too(room):
    line = room.agreement(room.agree(room.convene(), "A deadline for the text.", force=Force.NOT_AGREED)).line
    assert (line.force, line.flagged) == (Force.NOT_AGREED, False)
