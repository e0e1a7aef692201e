from datetime import timedelta

import pytest

from app.accounts import queries, sign_ins
from app.accounts.oneself import oneself
from app.db import reading, writing
from app.errors import Denied
from app.record.actor import COMMAND_LINE
from tests.support.world import NOW, World


def test_the_sign_in_that_asks_comes_first(engine):
    ana = World(engine).user("Ana")
    later = NOW + timedelta(minutes=5)
    with writing(engine) as session:
        here = sign_ins.begin(session, ana, by=oneself(ana), agent="phone", at=NOW)
        sign_ins.begin(session, ana, by=oneself(ana), agent="desk", at=later)
    with reading(engine) as session:
        lines = queries.sign_ins_of(session, ana.id, token=here, at=later)
    assert [(line.agent, line.here) for line in lines] == [("phone", True), ("desk", False)]


def test_operators_see_all_accounts(engine):
    world = World(engine)
    berta, ana = world.user("Berta"), world.user("Ana")
    with reading(engine) as session:
        assert [user.id for user in queries.all_users(session, by=COMMAND_LINE)] == [ana.id, berta.id]
        with pytest.raises(Denied):
            queries.all_users(session, by=oneself(ana))
