from pathlib import Path

import pytest

from app.db import reading
from app.drafting.texts import text_of
from app.errors import Malformed
from app.exports.kinds import Kind, Options
from app.exports.making.history import history_of
from app.exports.order import Order
from app.text.notation import write
from app.word import changes, read, resolve
from tests.exports.making.test_redline import next_revision
from tests.support.oracles import accepted, lint, rejected, schema_errors
from tests.support.told import Told


def history(rcm: Told, options: Options = Options()) -> bytes:
    by = rcm.person("delegate@hn.example")
    with reading(rcm.engine) as session:
        order = Order(rcm.declaration, Kind.HISTORY, rcm.revision(), None, by, rcm.at, options)
        return history_of(session, order)


def words(rcm: Told, revision) -> list[str]:
    with reading(rcm.engine) as session:
        return [write(paragraph.runs) for paragraph in text_of(session, revision.id)]


def test_each_word_is_under_the_sponsors_of_the_amendment_that_brought_it(rcm: Told, tmp_path: Path) -> None:
    zero, _ = next_revision(rcm, "smuggling")
    _, last = next_revision(rcm, "regulations", "return")
    data = history(rcm)
    assert [write(found.runs) for found in read.read(resolve.reject(data)).paragraphs] == words(rcm, zero)
    assert [write(found.runs) for found in read.read(resolve.accept(data)).paragraphs] == words(rcm, last)
    found = changes.changes(data)
    assert "Honduras" in {change.author for change in found if "smuggling" in change.text}
    assert not {change.author for change in found} & {"Rev.1", "Rev.2"}
    assert {change.date for change in found} == {"2017-04-06T15:00:00Z"}
    assert lint(data) == []
    assert schema_errors(data, tmp_path) == []
    assert accepted(data) == accepted(resolve.accept(data))
    assert rejected(data) == rejected(resolve.reject(data))


def test_it_can_be_had_without_saying_who(rcm: Told) -> None:
    next_revision(rcm, "smuggling")
    assert {(change.author, change.date) for change in changes.changes(history(rcm, Options(anonymous=True)))} == {
        ("Proposal", None)
    }


def test_a_first_text_has_no_history(rcm: Told) -> None:
    with pytest.raises(Malformed):
        history(rcm)
