from uuid import uuid4

import pytest

from app.db import reading
from app.errors import Unknown
from app.meetings.seats import acting_at
from app.processes.roles import Role
from tests.support.world import NOW


def seat(room, name, meeting_id):
    with reading(room.engine) as session:
        return acting_at(session, room.world.user(name), meeting_id, at=NOW)[1]


def test_people_act_in_the_process_they_sit_in(room):
    joint, own = room.convene(together=True), room.convene()
    assert seat(room, "Ana", joint) == room.ana
    assert seat(room, "Bruno", joint) == room.bruno
    with pytest.raises(Unknown):
        seat(room, "Bruno", own)
    with pytest.raises(Unknown):
        seat(room, "Nobody", joint)
    with pytest.raises(Unknown):
        seat(room, "Ana", uuid4())


def test_the_seat_in_the_convening_process_comes_first(room):
    joint = room.convene(together=True)
    room.world.person(room.sacm, "Sofía", Role.SECRETARIAT)
    assert seat(room, "Sofía", joint).process_id == room.rcm.id
