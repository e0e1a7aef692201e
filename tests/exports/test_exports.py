import hashlib

import pytest

from app.db import reading, writing
from app.errors import Denied, Malformed, Unknown
from app.exports import exports, queries
from app.exports.kinds import Kind, Options
from app.exports.models import Export
from app.record import chain
from app.record.actor import Actor
from tests.support.told import Told


def made(rcm: Told, by: Actor, kind: Kind = Kind.CLEAN) -> tuple[Export, bytes]:
    revision = rcm.revision()
    with reading(rcm.engine) as session:
        document = exports.make(session, rcm.declaration, kind, revision, by=by, at=rcm.at)
    with writing(rcm.engine) as session:
        return exports.keep(session, rcm.store, document, by=by, at=rcm.at), document.content


def test_a_document_is_kept_byte_for_byte_under_its_hash(rcm: Told) -> None:
    by = rcm.person("presidency@sv.example")
    export, content = made(rcm, by)
    assert export.sha256 == hashlib.sha256(content).hexdigest()
    assert export.size == len(content)
    with reading(rcm.engine) as session:
        assert exports.fetch(session, rcm.store, export.id, by=by)[1] == content


def test_it_says_who_had_it_made_when_and_from_what(rcm: Told) -> None:
    by = rcm.person("presidency@sv.example")
    made(rcm, by, Kind.COMPILATION)
    with reading(rcm.engine) as session:
        (line,) = queries.exports_of(session, rcm.declaration, by=by)
    assert line.kind is Kind.COMPILATION
    assert line.revision == "Zero draft"
    assert line.made_by == "Presidency pro tempore, El Salvador"
    assert line.made_at == rcm.at
    assert line.filename == "RCM-2017-DD.1 Zero draft compilation.docx"


def test_having_it_made_is_on_the_record_and_it_carries_the_head_before(rcm: Told) -> None:
    with reading(rcm.engine) as session:
        before = chain.head(session)
    export, _ = made(rcm, rcm.person("delegate@gt.example"))
    assert export.record_head == before
    with reading(rcm.engine) as session:
        assert chain.verify(session, expected_head=export.record_head).whole
        *_, last = chain.entries(session)
    assert last.act == "export.make" and last.after["sha256"] == export.sha256


def test_secretariat_and_presidency_share_what_was_made_for_them(rcm: Told) -> None:
    export, _ = made(rcm, rcm.person("secretariat@rcm.example"), Kind.COMPILATION)
    with reading(rcm.engine) as session:
        assert exports.fetch(session, rcm.store, export.id, by=rcm.person("presidency@sv.example"))[0].id == export.id


@pytest.mark.parametrize("reader", ["delegate@hn.example", "network@rncom.example", "presidency@hn.example"])
def test_for_everybody_else_it_does_not_exist(rcm: Told, reader: str) -> None:
    export, _ = made(rcm, rcm.person("secretariat@rcm.example"), Kind.COMPILATION)
    with reading(rcm.engine) as session:
        with pytest.raises(Unknown):
            exports.fetch(session, rcm.store, export.id, by=rcm.person(reader))
        assert queries.exports_of(session, rcm.declaration, by=rcm.person(reader)) == ()


def test_who_takes_no_part_in_the_process_gets_nothing(rcm: Told) -> None:
    with reading(rcm.engine) as session, pytest.raises(Denied):
        exports.make(
            session,
            rcm.declaration,
            Kind.CLEAN,
            rcm.revision(),
            by=rcm.person("secretariat@sacm.example", "sacm"),
            at=rcm.at,
        )


def test_a_redline_needs_two_revisions(rcm: Told) -> None:
    by, revision = rcm.person("secretariat@rcm.example"), rcm.revision()
    with reading(rcm.engine) as session:
        for against in (None, revision):
            with pytest.raises(Malformed):
                exports.make(session, rcm.declaration, Kind.REDLINE, revision, against=against, by=by, at=rcm.at)


def test_a_file_changed_on_disk_is_not_handed_out(rcm: Told) -> None:
    by = rcm.person("secretariat@rcm.example")
    export, _ = made(rcm, by)
    (rcm.store.folder / export.sha256[:2] / export.sha256).write_bytes(b"something else")
    with reading(rcm.engine) as session, pytest.raises(ValueError):
        exports.fetch(session, rcm.store, export.id, by=by)


def test_what_was_chosen_is_kept_and_on_the_record(rcm: Told) -> None:
    by, revision = rcm.person("secretariat@rcm.example"), rcm.revision()
    chosen = Options(anonymous=True)
    with reading(rcm.engine) as session:
        made = exports.make(session, rcm.declaration, Kind.COMPILATION, revision, by=by, at=rcm.at, options=chosen)
        plain = exports.make(session, rcm.declaration, Kind.CLEAN, revision, by=by, at=rcm.at, options=chosen)
    assert made.filename == "RCM-2017-DD.1 Zero draft compilation anonymous.docx"
    assert not plain.options.anonymous, "a clean text names nobody as it is"
    with writing(rcm.engine) as session:
        export = exports.keep(session, rcm.store, made, by=by, at=rcm.at)
        assert export.options == {"anonymous": True}
