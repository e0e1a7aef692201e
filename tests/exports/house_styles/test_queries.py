import pytest

from app.db import reading
from app.errors import Unknown
from app.exports.house_styles import queries
from app.processes.models import Process
from tests.exports.house_styles.test_acts import SECRETARY, kept, view
from tests.support.told import Told
from tests.word.house.letterheads import secretariat


def test_there_is_none_at_first(rcm: Told) -> None:
    shown = view(rcm)
    assert (shown.version, shown.present, shown.house, shown.lines) == (0, None, None, ())
    with reading(rcm.engine) as session:
        assert queries.reference_of(session, rcm.declaration.process_id) is None


def test_to_strangers_it_does_not_exist(rcm: Told) -> None:
    kept(rcm, secretariat())
    with reading(rcm.engine) as session:
        process = session.get_one(Process, rcm.declaration.process_id)
        stranger = rcm.person("secretariat@sacm.example", "sacm")
        with pytest.raises(Unknown):
            queries.house_style(session, process, by=stranger)
        with pytest.raises(Unknown):
            queries.find(session, process, 1, by=stranger)
        with pytest.raises(Unknown):
            queries.find(session, process, 2, by=rcm.person(SECRETARY))
