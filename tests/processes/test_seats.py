import pytest

from app.accounts import users
from app.db import reading, writing
from app.errors import Unknown
from app.processes.roles import Role, Standing
from app.processes.seats import acting_in, actor_for, actors_of
from app.record.actor import COMMAND_LINE
from tests.support.world import NOW, World


def test_a_world_is_made_once(engine):
    world = World(engine)
    rcm = world.process("rcm")
    assert world.process("rcm").id == rcm.id
    guatemala = world.delegation(rcm, "GT", clearance=True)
    assert world.delegation(rcm, "GT").id == guatemala.id
    ana = world.person(rcm, "Ana", Role.HEAD, guatemala)
    assert ana == world.person(rcm, "Ana", Role.HEAD, guatemala)
    assert (ana.role, ana.delegation, ana.process_id) == (Role.HEAD, "Guatemala", rcm.id)
    assert world.secretary(rcm).delegation_id is None
    assert world.observer(rcm).role == Role.OBSERVER


def test_the_presidency_presides_until_another_does(engine):
    world = World(engine)
    rcm = world.process("rcm")
    honduras, salvador = world.delegation(rcm, "HN"), world.delegation(rcm, "SV")
    assert world.presidency(rcm, honduras).presiding
    assert world.presidency(rcm, salvador, "Pedro").presiding
    assert not world.acting(rcm, "Paula").presiding


def test_nobody_acts_where_they_have_no_seat(engine):
    world = World(engine)
    rcm, sacm = world.process("rcm"), world.process("sacm")
    world.person(rcm, "Ana", Role.HEAD, world.delegation(rcm, "GT"))
    with reading(engine) as session, pytest.raises(Unknown):
        actor_for(session, world.user("Ana"), sacm, at=NOW)


def test_a_person_has_different_roles_in_different_processes(engine):
    world = World(engine)
    rcm, sacm = world.process("rcm"), world.process("sacm")
    world.person(rcm, "Ana", Role.HEAD, world.delegation(rcm, "GT"))
    world.person(sacm, "Ana", Role.OBSERVER, world.delegation(sacm, "GT", Standing.OBSERVER))
    with reading(engine) as session:
        actors = actors_of(session, world.user("Ana"), at=NOW)
    assert [(by.process_id, by.role) for by in actors] == [(rcm.id, Role.HEAD), (sacm.id, Role.OBSERVER)]


def test_a_closed_account_has_no_seats(engine):
    world = World(engine)
    rcm = world.process()
    world.secretary(rcm, "Ana")
    with writing(engine) as session:
        users.disable(session, users.by_id(session, world.user("Ana").id), by=COMMAND_LINE, at=NOW)
    with reading(engine) as session:
        closed = users.by_id(session, world.user("Ana").id)
        assert actors_of(session, closed, at=NOW) == []
        with pytest.raises(Unknown):
            acting_in(session, closed, rcm, at=NOW)


def test_an_operator_without_a_seat_is_let_in_and_takes_no_part(engine):
    world = World(engine)
    rcm = world.process()
    boss = world.user("Boss", operator=True)
    with reading(engine) as session:
        by = acting_in(session, boss, rcm, at=NOW)
        assert (by.operator, by.participant_id, by.role) == (True, None, "")
        with pytest.raises(Unknown):
            actor_for(session, boss, rcm, at=NOW)
        with pytest.raises(Unknown):
            acting_in(session, world.user("Ana"), rcm, at=NOW)
