from app.db import reading
from app.drafting.texts import text_of
from app.exports.kinds import Kind
from app.exports.making.clean import clean_text
from app.exports.order import Order
from app.word import changes, read
from tests.support.told import Told


def test_the_clean_text_is_the_revision_word_for_word_and_without_a_mark(rcm: Told) -> None:
    with reading(rcm.engine) as session:
        by = rcm.person("secretariat@rcm.example")
        data = clean_text(session, Order(rcm.declaration, Kind.CLEAN, rcm.revision(), None, by, rcm.at))
        text = text_of(session, rcm.revision().id)
    assert [found.runs for found in read.read(data).paragraphs] == [paragraph.runs for paragraph in text]
    assert changes.changes(data) == ()
