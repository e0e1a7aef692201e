from app.exports.policy import CHAIR, may_export, side_of
from tests.support.told import Told


def test_the_chair_side_is_one_side_and_each_delegation_its_own(rcm: Told) -> None:
    declaration = rcm.declaration
    assert side_of(rcm.person("secretariat@rcm.example"), declaration) == CHAIR
    assert side_of(rcm.person("presidency@sv.example"), declaration) == CHAIR
    honduras = rcm.person("delegate@hn.example")
    assert side_of(honduras, declaration) == str(honduras.delegation_id)


def test_observers_may_take_away_what_they_may_read(rcm: Told) -> None:
    assert may_export(rcm.person("network@rncom.example"), rcm.declaration).allowed
