from app.db import reading
from app.exports.making.front import front_of
from tests.support.told import Told


def test_the_front_names_the_process_officially_in_the_language_of_the_text(rcm: Told) -> None:
    with reading(rcm.engine) as session:
        front = front_of(session, rcm.declaration, "Zero draft", at=rcm.at)
    assert (front.process, front.symbol, front.stage) == ("Regional Conference on Migration", "RCM/2017/DD.1", "Zero draft")
    assert (front.language, front.date) == ("en", rcm.at.date())
