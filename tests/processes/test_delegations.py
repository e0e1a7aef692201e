from datetime import date

import pytest

from app.db import reading, writing
from app.errors import Denied, Malformed, OutOfPlace, Unknown
from app.processes import delegations, presidency
from app.processes.models import Delegation
from app.processes.roles import Role, Standing
from app.processes.seats import actor_for
from app.record.actor import COMMAND_LINE
from tests.support.world import NOW, World

NAMES = {"en": {"official": "Regional Network of Civil Organizations", "short": "Civil society"}}


@pytest.fixture
def world(engine):
    return World(engine)


def act(world, does, *given, by=COMMAND_LINE, **more):
    with writing(world.engine) as session:
        given = [session.get(Delegation, each.id) if isinstance(each, Delegation) else each for each in given]
        return does(session, *given, by=by, at=NOW, **more)


def test_a_state_is_seated_once_by_its_code(world):
    rcm = world.process()
    assert act(world, delegations.seat_state, rcm, " gt ").country == "GT"
    with pytest.raises(OutOfPlace, match="Guatemala"):
        act(world, delegations.seat_state, rcm, "GT")
    act(world, delegations.seat_state, world.process("sacm"), "GT")
    for code in ("XX", "GTM", "", "EU", "419"):
        with pytest.raises(Malformed):
            act(world, delegations.seat_state, rcm, code)


def test_organizations_sit_by_their_names(world):
    rcm = world.process()
    assert act(world, delegations.seat_organization, rcm, NAMES).standing == Standing.ORGANIZATION
    with pytest.raises(OutOfPlace):
        act(world, delegations.seat_organization, rcm, NAMES)
    with pytest.raises(Malformed):
        act(world, delegations.seat_organization, rcm, NAMES, standing=Standing.MEMBER)
    with pytest.raises(Malformed):
        act(world, delegations.seat_state, rcm, "MX", standing=Standing.ORGANIZATION)


def test_only_organizations_are_renamed(world):
    rcm = world.process()
    network = act(world, delegations.seat_organization, rcm, NAMES)
    act(world, delegations.rename, network, {"es": {"official": "Red Regional", "short": "Red"}})
    with pytest.raises(OutOfPlace):
        act(world, delegations.rename, world.delegation(rcm, "GT"), NAMES)


def test_who_leaves_sits_there_no_more_and_may_come_back(world):
    rcm = world.process()
    guatemala = world.delegation(rcm, "GT")
    world.person(rcm, "Ana", Role.HEAD, guatemala)
    act(world, delegations.leave, guatemala, on=NOW.date())
    with reading(world.engine) as session, pytest.raises(Unknown):
        actor_for(session, world.user("Ana"), rcm, at=NOW)
    with pytest.raises(OutOfPlace):
        act(world, delegations.leave, guatemala, on=NOW.date())
    again = act(world, delegations.seat_state, rcm, "GT")
    assert again.id == guatemala.id, "what was theirs is theirs again"
    assert world.acting(rcm, "Ana").role == Role.HEAD


def test_leaving_on_a_day_ahead_changes_nothing_before(world):
    rcm = world.process()
    guatemala = world.delegation(rcm, "GT")
    world.person(rcm, "Ana", Role.HEAD, guatemala)
    act(world, delegations.leave, guatemala, on=date(2017, 3, 31))
    assert world.acting(rcm, "Ana")
    with reading(world.engine) as session, pytest.raises(Unknown):
        actor_for(session, world.user("Ana"), rcm, at=NOW.replace(day=31))


def test_the_presidency_does_not_leave_in_office(world):
    rcm = world.process()
    honduras, salvador = world.delegation(rcm, "HN"), world.delegation(rcm, "SV")
    world.presidency(rcm, honduras)
    with pytest.raises(OutOfPlace, match="presidency"):
        act(world, delegations.leave, honduras, on=NOW.date())
    act(world, presidency.handover, rcm, salvador, on=NOW.date())
    act(world, delegations.leave, honduras, on=NOW.date())


def test_a_head_and_the_secretariat_say_whether_there_is_clearance(world):
    rcm = world.process()
    guatemala, honduras = world.delegation(rcm, "GT"), world.delegation(rcm, "HN")
    head = world.person(rcm, "Ana", Role.HEAD, guatemala)
    act(world, delegations.want_clearance, guatemala, True, by=head)
    act(world, delegations.want_clearance, guatemala, False, by=world.secretary(rcm))
    for other in (
        world.person(rcm, "Berta", Role.DELEGATE, guatemala),
        world.person(rcm, "Hugo", Role.HEAD, honduras),
    ):
        with pytest.raises(Denied):
            act(world, delegations.want_clearance, guatemala, True, by=other)


def test_a_head_does_not_seat_delegations(world):
    rcm = world.process()
    head = world.person(rcm, "Ana", Role.HEAD, world.delegation(rcm, "GT"))
    with pytest.raises(Denied):
        act(world, delegations.seat_state, rcm, "HN", by=head)


def test_a_delegation_is_found_in_its_own_process_only(world):
    rcm, sacm = world.process("rcm"), world.process("sacm")
    guatemala = world.delegation(rcm, "GT")
    with reading(world.engine) as session:
        assert delegations.by_id(session, guatemala.id, process_id=rcm.id).id == guatemala.id
        with pytest.raises(Unknown):
            delegations.by_id(session, guatemala.id, process_id=sacm.id)
