from pathlib import Path

from app.db import reading
from app.drafting.texts import text_of
from app.exports.kinds import Kind
from app.word.capital import origin_of
from app.word.changes import changes
from app.word.package import Package
from app.word.returned import Base, returned
from app.word.writing.markup import name
from tests.exports.making.orders import made
from tests.support.oracles import lint, part, schema_errors
from tests.support.told import Told


def test_it_is_the_text_with_its_keys_tracking_and_origin_and_nothing_is_found_in_it(rcm: Told, tmp_path: Path) -> None:
    data = made(rcm, Kind.CAPITAL)
    with reading(rcm.engine) as session:
        text = text_of(session, rcm.revision().id)
    origin = origin_of(Package.read(data))
    assert origin is not None
    assert (origin.declaration, origin.revision) == (str(rcm.declaration.id), str(rcm.revision().id))
    assert part(data, "word/settings.xml").find(name("trackRevisions")) is not None
    back = returned(data, [Base(rcm.revision().id, text)])
    assert back.found == () and back.remembered and back.score == 1.0
    assert changes(data) == () and lint(data) == [] and schema_errors(data, tmp_path) == []


def test_everybody_has_the_same_file(rcm: Told) -> None:
    assert made(rcm, Kind.CAPITAL) == made(rcm, Kind.CAPITAL, "delegate@hn.example")
