"""`protempore record verify`, on records that somebody has meddled with."""

import pytest
from click.testing import CliRunner
from sqlalchemy import text

from app.cli import main
from app.db import engine_for, reading, writing
from app.drafting import translations
from app.drafting.models import Declaration
from app.record.actor import COMMAND_LINE
from app.record.chain import head, write
from app.text.runs import runs_of
from tests.drafting.room import Room
from tests.support.world import NOW, World


@pytest.fixture
def run(embedded_engine, monkeypatch):
    monkeypatch.setenv("PROTEMPORE_DATABASE_URL", embedded_engine.url.render_as_string(hide_password=False))
    return lambda *arguments: CliRunner().invoke(main, ["record", "verify", *arguments])


@pytest.fixture
def embedded(embedded_engine):
    World(embedded_engine).process()
    World(embedded_engine).user("Ana")
    return embedded_engine


def tamper(engine, statement):
    """What somebody with the file in their hands can do: the triggers go first."""
    with engine_for(engine.url.render_as_string(hide_password=False)).begin() as connection:
        for trigger in connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).scalars().all():
            connection.execute(text(f'DROP TRIGGER "{trigger}"'))
        connection.execute(text(statement))


def test_a_whole_record_is_said_to_be_whole(run, embedded):
    whole = run()
    assert whole.exit_code == 0, whole.output
    entries, noted, verdict = whole.output.splitlines()
    with reading(embedded) as session:
        assert noted == f"head     {head(session)}"
    assert entries == "entries  2" and verdict.startswith("whole")


def test_a_changed_entry_breaks_the_record(run, embedded):
    tamper(embedded, "UPDATE record_entry SET actor = 'somebody else' WHERE position = 1")
    broken = run()
    assert broken.exit_code == 1
    assert "BROKEN   at entry 1: it is missing or was changed" in broken.stderr
    assert "whole" not in broken.output


def test_a_head_noted_earlier_shows_that_the_end_was_cut_off(run, embedded):
    with reading(embedded) as session:
        noted = head(session)
    assert run("--head", noted).exit_code == 0
    tamper(embedded, "DELETE FROM record_entry WHERE position = 2")
    assert run().exit_code == 0
    cut = run("--head", noted)
    assert cut.exit_code == 1
    assert "cut off" in cut.stderr


def test_a_changed_entry_is_not_taken_for_an_end_cut_off(run, embedded):
    with reading(embedded) as session:
        noted = head(session)
    tamper(embedded, "UPDATE record_entry SET actor = 'somebody else' WHERE position = 2")
    broken = run("--head", noted)
    assert "at entry 2" in broken.stderr and "cut off" not in broken.stderr


def test_what_is_on_record_and_no_longer_kept_is_named(run, embedded):
    facts = {"name": "Rev.1", "number": 1, "fingerprint": "0" * 64}
    with writing(embedded) as session:
        write(session, "revision.issue", ("revision", "of-the-text"), by=COMMAND_LINE, at=NOW, after=facts)
    broken = run()
    assert broken.exit_code == 1
    assert "BROKEN   revision of-the-text: it is on record and no longer kept" in broken.stderr


@pytest.fixture
def translated(embedded_engine):
    """A text that was negotiated, with a paragraph in Spanish."""
    room = Room(embedded_engine)
    room.issue()
    amendment = room.table(room.replacing("p2", "offences", "crimes"))
    room.accept(amendment)
    revision = room.next()
    words = translations.Words(room.key("p5"), runs_of("Trabajaremos por la reintegración."), 0)
    with room.writing() as session:
        declaration = session.get_one(Declaration, room.declaration_id)
        translations.enter(session, declaration, revision, "es", [words], by=room.secretary, at=room.now())
    return embedded_engine


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE revision SET name = 'Rev.9' WHERE number = 1", "revision"),
        ("UPDATE amendment_version SET late = 1", "amendment, version"),
        ("UPDATE decision SET note = 'Other.'", "decision on amendment"),
        ("UPDATE translation SET runs = '[]'", "translation, its language"),
    ],
)
def test_what_is_kept_otherwise_than_recorded_is_named(run, translated, statement, told):
    assert run().exit_code == 0
    tamper(translated, statement)
    broken = run()
    assert broken.exit_code == 1
    assert told in broken.stderr and "not as it was recorded" in broken.stderr
