from datetime import timedelta

import pytest

from app.db import reading, writing
from app.errors import Denied, Malformed, OutOfPlace, Unknown
from app.processes import participants
from app.processes.models import Delegation, Participant, Process
from app.processes.roles import Role
from app.processes.seats import actor_for
from app.record.actor import COMMAND_LINE
from tests.support.world import NOW, World

LATER = NOW + timedelta(days=1)


@pytest.fixture
def world(engine):
    return World(engine)


def act(world, does, *given, by=COMMAND_LINE, at=NOW, **more):
    def here(session, each):
        return session.get(type(each), each.id) if isinstance(each, Process | Delegation | Participant) else each

    with writing(world.engine) as session:
        more = {name: here(session, each) for name, each in more.items()}
        return does(session, *(here(session, each) for each in given), by=by, at=at, **more)


def test_one_seat_a_person_a_process(world):
    rcm, sacm = world.process("rcm"), world.process("sacm")
    ana = world.user("Ana")
    act(world, participants.seat, rcm, ana, Role.HEAD, world.delegation(rcm, "GT"))
    with pytest.raises(OutOfPlace):
        act(world, participants.seat, rcm, ana, Role.DELEGATE, world.delegation(rcm, "HN"))
    act(world, participants.seat, sacm, ana, Role.OBSERVER, world.organization(sacm))


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("where", ["member", "organization", "nowhere"])
def test_each_role_has_its_place(world, role, where):
    rcm = world.process()
    places = {"member": lambda: world.delegation(rcm, "GT"), "organization": lambda: world.organization(rcm)}
    place = places.get(where, lambda: None)()
    fits = {
        "member": role in (Role.HEAD, Role.DELEGATE, Role.PRESIDENCY),
        "organization": role is Role.OBSERVER,
        "nowhere": role is Role.SECRETARIAT,
    }[where]
    if fits:
        assert act(world, participants.seat, rcm, world.user("Ana"), role, place).role == role
    else:
        with pytest.raises(Malformed):
            act(world, participants.seat, rcm, world.user("Ana"), role, place)


def test_nobody_is_seated_in_a_delegation_of_another_process(world):
    rcm, sacm = world.process("rcm"), world.process("sacm")
    with pytest.raises(Unknown):
        act(world, participants.seat, rcm, world.user("Ana"), Role.HEAD, world.delegation(sacm, "AR"))


def test_a_seat_ends_and_may_be_taken_again_elsewhere(world):
    rcm = world.process()
    guatemala, honduras = world.delegation(rcm, "GT"), world.delegation(rcm, "HN")
    ana = act(world, participants.seat, rcm, world.user("Ana"), Role.HEAD, guatemala, title="Ministra")
    act(world, participants.end, ana, at=LATER)
    with reading(world.engine) as session:
        assert actor_for(session, world.user("Ana"), rcm, at=LATER - timedelta(microseconds=1))
        with pytest.raises(Unknown):
            actor_for(session, world.user("Ana"), rcm, at=LATER)
    with pytest.raises(OutOfPlace):
        act(world, participants.end, ana, at=LATER)
    again = act(world, participants.seat, rcm, world.user("Ana"), Role.DELEGATE, honduras, at=LATER)
    assert (again.id, again.delegation_id, again.until, again.title) == (ana.id, honduras.id, None, "")


def test_a_role_changes_within_the_delegation(world):
    rcm = world.process()
    guatemala, honduras = world.delegation(rcm, "GT"), world.delegation(rcm, "HN")
    ana = act(world, participants.seat, rcm, world.user("Ana"), Role.DELEGATE, guatemala)
    act(world, participants.change_role, ana, Role.HEAD, process=rcm, delegation=guatemala)
    with reading(world.engine) as session:
        assert [each.id for each in participants.heads(session, guatemala.id, at=NOW)] == [ana.id]
        assert participants.heads(session, honduras.id, at=NOW) == []
    with pytest.raises(OutOfPlace):
        act(world, participants.change_role, ana, Role.HEAD, process=rcm, delegation=honduras)
    with pytest.raises(Malformed):
        act(world, participants.change_role, ana, Role.SECRETARIAT, process=rcm, delegation=guatemala)


def test_the_last_secretary_stays_unless_an_operator_ends_it(world):
    rcm = world.process()
    sofia = world.secretary(rcm)
    with reading(world.engine) as session:
        seat = participants.by_id(session, sofia.participant_id, process_id=rcm.id)
    with pytest.raises(OutOfPlace):
        act(world, participants.end, seat, by=sofia)
    world.secretary(rcm, "Tomás")
    act(world, participants.end, seat, by=sofia)


def test_heads_do_not_seat_or_end(world):
    rcm = world.process()
    guatemala = world.delegation(rcm, "GT")
    head = world.person(rcm, "Ana", Role.HEAD, guatemala)
    world.person(rcm, "Berta", Role.DELEGATE, guatemala)
    with reading(world.engine) as session:
        berta = participants.of_user(session, rcm.id, world.user("Berta").id)
    for does, given in (
        (participants.seat, (rcm, world.user("Carla"), Role.DELEGATE, guatemala)),
        (participants.end, (berta,)),
    ):
        with pytest.raises(Denied):
            act(world, does, *given, by=head)
    with pytest.raises(Denied):
        act(world, participants.change_role, berta, Role.HEAD, process=rcm, delegation=guatemala, by=head)
