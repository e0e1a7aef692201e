from datetime import date, timedelta

import pytest

from app.agreements import queries
from app.agreements.agreements import Owner
from app.agreements.queries import Only
from app.agreements.states import Force, Office, State
from app.db import reading
from app.drafting import declarations
from app.errors import Unknown
from tests.support.world import NOW

SECRETARIAT, MEMBERS = Owner(office=Office.SECRETARIAT), Owner(office=Office.ALL_MEMBERS)
TODAY = NOW.date()


@pytest.fixture
def talked(room):
    """A meeting with an agreement of every kind."""
    meeting_id = room.convene(starts_on=TODAY)
    room.agree(meeting_id, "late", SECRETARIAT, due_on=TODAY - timedelta(days=1))
    room.agree(meeting_id, "today", MEMBERS, due_on=TODAY)
    room.agree(meeting_id, "nobody", due_on=TODAY + timedelta(days=9))
    room.agree(meeting_id, "undated", Owner(room.guatemala.id), due_note="in spring")
    room.agree(meeting_id, "unsettled", force=Force.NOT_AGREED, due_on=TODAY - timedelta(days=1))
    done = room.agree(meeting_id, "done", due_on=TODAY - timedelta(days=3))
    room.report(done, "", State.DONE, room.sofia)
    return meeting_id


def of_process(room, process, by, only=Only.ALL, at=NOW):
    with reading(room.engine) as session:
        return queries.agreements_of(session, process, by=by, language="en", at=at, only=only)


def whats(lines):
    return [line.what for line in lines]


@pytest.mark.parametrize(
    ("only", "expected"),
    [
        (Only.OPEN, ["late", "today", "nobody", "undated"]),
        (Only.OVERDUE, ["late"]),
        (Only.FLAGGED, ["nobody", "undated"]),
        (Only.MINE, ["today", "undated"]),
        (Only.CLOSED, ["done"]),
        (Only.ALL, ["late", "unsettled", "today", "nobody", "undated", "done"]),
    ],
)
def test_the_views_of_a_process(room, talked, only, expected):
    found = of_process(room, room.rcm, room.ana, only)
    assert whats(found.lines) == expected
    assert found.counts[only] == len(expected)


def test_what_is_due_today_is_overdue_tomorrow(room, talked):
    tomorrow = of_process(room, room.rcm, room.ana, Only.OVERDUE, NOW + timedelta(days=1))
    assert whats(tomorrow.lines) == ["late", "today"]


@pytest.mark.parametrize(
    ("who", "expected"),
    [("sofia", ["late"]), ("ana", ["today", "undated"]), ("hugo", ["today"]), ("paula", ["today"]), ("olga", [])],
)
def test_everybody_finds_what_is_theirs(room, talked, who, expected):
    with reading(room.engine) as session:
        by = getattr(room, who)
        assert whats(queries.mine(session, room.rcm, by=by, language="en", at=NOW)) == expected


def test_who_may_report_is_told_so(room, talked):
    lines = of_process(room, room.rcm, room.ana).lines
    assert [line.what for line in lines if line.may_report] == ["today", "undated"]
    assert all(line.may_report for line in of_process(room, room.rcm, room.sofia).lines)


def test_agreements_of_a_joint_meeting_are_of_both_processes(room, talked):
    joint = room.agree(room.convene("Joint", together=True), "together", MEMBERS)
    assert whats(of_process(room, room.sacm, room.bruno).lines) == ["together"]
    assert "together" in whats(of_process(room, room.rcm, room.ana).lines)
    assert room.agreement(joint, by=room.bruno).line.mine


def test_what_one_may_not_see_does_not_exist(room, talked):
    agreement_id = of_process(room, room.rcm, room.ana).lines[0].id
    with pytest.raises(Unknown):
        of_process(room, room.rcm, room.bruno)
    with pytest.raises(Unknown):
        room.agreement(agreement_id, by=room.bruno)
    with reading(room.engine) as session, pytest.raises(Unknown):
        queries.agreements_of_meeting(session, talked, by=room.bruno, language="en", at=NOW)


def test_agreements_of_a_meeting_by_number(room, talked):
    with reading(room.engine) as session:
        lines = queries.agreements_of_meeting(session, talked, by=room.olga, language="en", at=NOW)
    assert [line.number for line in lines] == [1, 2, 3, 4, 5, 6]


def test_a_declaration_not_yet_issued_is_not_named_to_delegations(room):
    meeting_id = room.convene()
    with room.at(meeting_id) as (session, _meeting):
        about = {"process_id": room.rcm.id, "title": "Draft declaration", "language": "en"}
        draft = declarations.open_draft(session, **about, by=room.sofia, at=NOW)
    item = room.add(meeting_id, "The declaration")
    agreement_id = room.agree(meeting_id, "Write it.", agenda_item_id=item, declaration_id=draft.id)
    assert room.agreement(agreement_id, by=room.paula).declaration == "Draft declaration"
    seen = room.agreement(agreement_id, by=room.ana)
    assert (seen.declaration_id, seen.declaration, seen.agenda_item) == (None, "", "The declaration")


def test_the_earliest_date_comes_first(room):
    meeting_id = room.convene()
    for day in (9, 3, 6):
        room.agree(meeting_id, f"by {day}", MEMBERS, due_on=date(2017, 6, day))
    assert whats(of_process(room, room.rcm, room.ana).lines) == ["by 3", "by 6", "by 9"]
