import pytest

from app.db import reading
from app.errors import Denied
from app.record.queries import acts_of
from tests.support.world import World


@pytest.fixture
def world(engine):
    world = World(engine)
    world.secretary(world.process())
    return world


def test_the_acts_of_a_process_newest_first_and_no_others(world):
    rcm, sacm = world.process(), world.process("sacm")
    world.delegation(sacm, "AR")
    by = world.secretary(rcm)
    with reading(world.engine) as session:
        page = acts_of(session, rcm.id, by=by)
        assert [line.act for line in page.acts] == ["participant.seat", "process.found"]
        assert page.older is None
        first = acts_of(session, rcm.id, by=by, most=1)
        assert first.older == first.acts[-1].position
        second = acts_of(session, rcm.id, by=by, before=first.older, most=1)
        assert [line.act for line in second.acts] == ["process.found"]
        assert second.older is None


def test_only_the_chair_side_reads_it(world):
    rcm, sacm = world.process(), world.process("sacm")
    delegate = world.person(rcm, "Hugo", delegation=world.delegation(rcm, "HN"))
    presiding = world.presidency(rcm, world.delegation(rcm, "SV"))
    stranger = world.secretary(sacm, "Tomás")
    with reading(world.engine) as session:
        assert acts_of(session, rcm.id, by=presiding).acts
        for by in (delegate, stranger):
            with pytest.raises(Denied):
                acts_of(session, rcm.id, by=by)
