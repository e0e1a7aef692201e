from datetime import UTC, date, datetime, timedelta

import pytest

from app.db import reading, writing
from app.errors import Denied, Malformed, OutOfPlace
from app.processes import presidency
from app.processes.models import PresidencyTerm, Process
from app.processes.policy import is_presiding
from app.processes.roles import Role, Standing
from app.record.actor import COMMAND_LINE
from app.record.chain import entries, verify
from tests.support.world import NOW, World

DAY = date(2017, 6, 1)


@pytest.fixture
def world(engine):
    return World(engine)


@pytest.fixture
def rcm(world):
    return world.process()


def act(world, does, process, *given, by=COMMAND_LINE, at=NOW, **more):
    with writing(world.engine) as session:
        given = [session.get(PresidencyTerm, each.id) if isinstance(each, PresidencyTerm) else each for each in given]
        return does(session, session.get_one(Process, process.id), *given, by=by, at=at, **more)


def names(world, process, on):
    with reading(world.engine) as session:
        troika = presidency.troika(session, process, on)
        return [each and each.country for each in (troika.outgoing, troika.current, troika.incoming)]


def test_the_office_changes_hands_at_midnight_of_the_day(world, rcm):
    honduras, salvador = world.delegation(rcm, "HN"), world.delegation(rcm, "SV")
    world.presidency(rcm, honduras, "Paula")
    world.person(rcm, "Pedro", Role.PRESIDENCY, salvador)
    act(world, presidency.handover, rcm, salvador, on=DAY)
    midnight = datetime(2017, 6, 1, tzinfo=UTC)
    before = midnight - timedelta(microseconds=1)
    assert world.acting(rcm, "Paula", at=before).presiding
    assert not world.acting(rcm, "Pedro", at=before).presiding
    assert not world.acting(rcm, "Paula", at=midnight).presiding
    assert world.acting(rcm, "Pedro", at=midnight).presiding
    assert is_presiding(world.acting(rcm, "Pedro", at=midnight), rcm.id)
    assert world.acting(rcm, "Paula", at=midnight).role == Role.PRESIDENCY, "they read along, nothing is lost"


def test_only_persons_of_the_presidency_preside_not_their_whole_delegation(world, rcm):
    honduras = world.delegation(rcm, "HN")
    world.presidency(rcm, honduras)
    assert not world.person(rcm, "Hugo", Role.HEAD, honduras).presiding


def test_the_troika_is_computed_as_of_a_day(world, rcm):
    mexico, honduras, salvador = (world.delegation(rcm, code) for code in ("MX", "HN", "SV"))
    act(world, presidency.enter_term, rcm, mexico, starts_on=date(2016, 1, 1), ends_on=date(2016, 12, 31))
    act(world, presidency.enter_term, rcm, honduras, starts_on=date(2017, 1, 1))
    assert names(world, rcm, date(2016, 5, 5)) == [None, "MX", "HN"]
    assert names(world, rcm, NOW.date()) == ["MX", "HN", None]
    act(world, presidency.handover, rcm, salvador, on=DAY)
    assert names(world, rcm, NOW.date()) == ["MX", "HN", "SV"]
    assert names(world, rcm, DAY) == ["HN", "SV", None]
    assert names(world, rcm, date(2015, 1, 1)) == [None, None, "MX"]


def test_a_second_term_in_a_row_does_not_make_a_delegation_its_own_neighbour(world, rcm):
    mexico, honduras = world.delegation(rcm, "MX"), world.delegation(rcm, "HN")
    act(world, presidency.enter_term, rcm, mexico, starts_on=date(2015, 1, 1), ends_on=date(2015, 12, 31))
    act(world, presidency.enter_term, rcm, honduras, starts_on=date(2016, 1, 1), ends_on=date(2016, 12, 31))
    act(world, presidency.enter_term, rcm, honduras, starts_on=date(2017, 1, 1))
    assert names(world, rcm, NOW.date()) == ["MX", "HN", None]


def test_terms_do_not_overlap(world, rcm):
    mexico, honduras = world.delegation(rcm, "MX"), world.delegation(rcm, "HN")
    act(world, presidency.enter_term, rcm, mexico, starts_on=date(2016, 1, 1), ends_on=date(2016, 12, 31))
    for starts_on, ends_on in (
        (date(2016, 12, 31), None),
        (date(2015, 1, 1), None),
        (date(2015, 1, 1), date(2016, 1, 1)),
        (date(2016, 3, 1), date(2016, 3, 1)),
    ):
        with pytest.raises(OutOfPlace):
            act(world, presidency.enter_term, rcm, honduras, starts_on=starts_on, ends_on=ends_on)
    act(world, presidency.enter_term, rcm, honduras, starts_on=date(2015, 1, 1), ends_on=date(2015, 12, 31))
    with pytest.raises(Malformed):
        act(world, presidency.enter_term, rcm, honduras, starts_on=date(2014, 1, 2), ends_on=date(2014, 1, 1))


def test_a_handover_before_a_planned_term_ends_where_that_begins(world, rcm):
    mexico, honduras, salvador = (world.delegation(rcm, code) for code in ("MX", "HN", "SV"))
    act(world, presidency.enter_term, rcm, mexico, starts_on=date(2017, 1, 1))
    act(world, presidency.handover, rcm, salvador, on=date(2018, 1, 1))
    act(world, presidency.handover, rcm, honduras, on=DAY)
    with reading(world.engine) as session:
        kept = [(each.starts_on, each.ends_on) for each in presidency.terms(session, rcm)]
    assert kept == [
        (date(2017, 1, 1), date(2017, 5, 31)),
        (DAY, date(2017, 12, 31)),
        (date(2018, 1, 1), None),
    ]


def test_what_is_no_handover(world, rcm):
    mexico, honduras = world.delegation(rcm, "MX"), world.delegation(rcm, "HN")
    act(world, presidency.enter_term, rcm, mexico, starts_on=date(2017, 1, 1))
    with pytest.raises(OutOfPlace, match="already"):
        act(world, presidency.handover, rcm, mexico, on=DAY)
    with pytest.raises(OutOfPlace, match="begins on that day"):
        act(world, presidency.handover, rcm, honduras, on=date(2017, 1, 1))
    observer = world.delegation(rcm, "AR", Standing.OBSERVER)
    for nobody in (observer, world.organization(rcm), world.delegation(world.process("sacm"), "BR")):
        with pytest.raises(Malformed):
            act(world, presidency.handover, rcm, nobody, on=DAY)


def test_a_planned_handover_is_taken_back(world, rcm):
    mexico, honduras = world.delegation(rcm, "MX"), world.delegation(rcm, "HN")
    first = act(world, presidency.enter_term, rcm, mexico, starts_on=date(2017, 1, 1))
    planned = act(world, presidency.handover, rcm, honduras, on=DAY)
    act(world, presidency.take_back, rcm, planned)
    with reading(world.engine) as session:
        assert [(each.id, each.ends_on) for each in presidency.terms(session, rcm)] == [(first.id, None)]
    with pytest.raises(OutOfPlace):
        act(world, presidency.take_back, rcm, first)
    on_the_day = act(world, presidency.handover, rcm, honduras, on=DAY)
    with pytest.raises(OutOfPlace):
        act(world, presidency.take_back, rcm, on_the_day, at=datetime(2017, 6, 1, tzinfo=UTC))


def test_the_secretariat_hands_over_and_nobody_else(world, rcm):
    honduras, salvador = world.delegation(rcm, "HN"), world.delegation(rcm, "SV")
    paula = world.presidency(rcm, honduras)
    for other in (paula, world.person(rcm, "Hugo", Role.HEAD, salvador), world.secretary(world.process("sacm"), "Tomás")):
        with pytest.raises(Denied):
            act(world, presidency.handover, rcm, salvador, on=DAY, by=other)
    act(world, presidency.handover, rcm, salvador, on=DAY, by=world.secretary(rcm))
    with reading(world.engine) as session:
        acts = [each.act for each in entries(session)]
        assert acts[-2:] == ["presidency.end_term", "presidency.handover"]
        assert verify(session).whole
