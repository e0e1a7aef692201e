from app.processes.roles import Role
from tests.support.world import World


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
