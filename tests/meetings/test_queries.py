from datetime import date, timedelta

import pytest

from app.db import reading
from app.errors import Unknown
from app.meetings import meetings, queries
from app.meetings.states import State
from tests.support.world import NOW


def listed(room, process, by, at=NOW):
    with reading(room.engine) as session:
        return queries.meetings_of(session, process, by=by, language="en", at=at)


def titles(lines):
    return [line.title for line in lines]


def test_meetings_to_come_and_over(room):
    room.convene("Later", starts_on=date(2017, 5, 2))
    room.convene("No date yet", starts_on=None, date_note="autumn")
    room.convene("Two days", starts_on=date(2017, 3, 29), ends_on=date(2017, 3, 30))
    room.convene("Yesterday", starts_on=date(2017, 3, 29))
    held = room.convene("Held early", starts_on=date(2017, 4, 1))
    with room.at(held) as (session, meeting):
        meetings.move_to(session, meeting, State.HELD, expected=1, by=room.sofia, at=NOW)
    view = listed(room, room.rcm, room.ana)
    assert titles(view.upcoming) == ["Two days", "Later", "No date yet"]
    assert titles(view.over) == ["Held early", "Yesterday"]
    assert not view.may_convene
    assert listed(room, room.rcm, room.paula).may_convene
    assert titles(listed(room, room.rcm, room.ana, NOW + timedelta(days=1)).upcoming) == ["Later", "No date yet"]


def test_a_joint_meeting_is_a_meeting_of_both(room):
    joint, own = room.convene("Joint", together=True), room.convene("Own")
    assert titles(listed(room, room.sacm, room.bruno).upcoming) == ["Joint"]
    assert sorted(titles(listed(room, room.rcm, room.ana).upcoming)) == ["Joint", "Own"]
    seen = room.seen(joint, by=room.bruno, language="es")
    assert [(each.name, each.body, each.convenes) for each in seen.line.meets] == [
        ("CRM", "plenary", True),
        ("CSM", "troika", False),
    ]
    assert not seen.may_keep
    with pytest.raises(Unknown):
        room.seen(own, by=room.bruno)
    with pytest.raises(Unknown):
        listed(room, room.rcm, room.bruno)


def test_delegations_stand_in_the_order_of_the_language(room):
    room.world.delegation(room.rcm, "US")
    room.world.delegation(room.rcm, "DO")
    meeting_id = room.convene()

    def names(language):
        (bench,) = room.seen(meeting_id, language=language).attendance
        return [line.name for line in bench.lines if line.standing == "member"]

    assert names("en") == ["Dominican Republic", "El Salvador", "Guatemala", "Honduras", "United States"]
    assert names("es") == ["El Salvador", "Estados Unidos", "Guatemala", "Honduras", "República Dominicana"]


def test_a_troika_is_named_where_it_meets(room):
    room.world.presidency(room.sacm, room.brazil, "Beatriz")
    rcm, sacm = room.seen(room.convene(together=True)).attendance
    assert [line.name for line in sacm.lines if line.troika] == ["Brazil"]
    assert not any(line.troika for line in rcm.lines)


def test_who_may_keep_a_meeting(room):
    meeting_id = room.convene()
    assert [room.seen(meeting_id, by=who).may_keep for who in (room.sofia, room.paula, room.ana, room.olga)] == [
        True,
        True,
        False,
        False,
    ]
