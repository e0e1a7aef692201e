from app.db import reading, writing
from app.exports import exports, queries
from app.exports.kinds import Kind
from tests.support.told import Told


def test_documents_are_listed_for_their_side_latest_first(rcm: Told) -> None:
    by = rcm.person("delegate@hn.example")
    for kind in (Kind.CLEAN, Kind.COMPILATION):
        with reading(rcm.engine) as session:
            made = exports.make(session, rcm.declaration, kind, rcm.revision(), by=by, at=rcm.at)
        with writing(rcm.engine) as session:
            exports.keep(session, rcm.store, made, by=by, at=rcm.at)
    with reading(rcm.engine) as session:
        lines = queries.exports_of(session, rcm.declaration, by=by)
    assert {line.kind for line in lines} == {Kind.CLEAN, Kind.COMPILATION}
    assert all(line.against == "" and line.revision == "Zero draft" for line in lines)
