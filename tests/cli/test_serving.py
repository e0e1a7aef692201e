import pytest
from click.testing import CliRunner
from sqlalchemy import text

from app.cli import main
from app.db import engine_for, reading
from app.record.chain import head
from tests.support.world import World


@pytest.fixture
def run(monkeypatch):
    for name in ("PROTEMPORE_SECRET", "PROTEMPORE_MODE"):
        monkeypatch.delenv(name, raising=False)
    return lambda *arguments: CliRunner().invoke(main, list(arguments))


@pytest.fixture
def embedded(embedded_engine, monkeypatch):
    monkeypatch.setenv("PROTEMPORE_DATABASE_URL", embedded_engine.url.render_as_string(hide_password=False))
    return embedded_engine


def tamper(engine, statement):
    """What somebody with the file in their hands can do: the triggers go first."""
    with engine_for(engine.url.render_as_string(hide_password=False)).begin() as connection:
        for trigger in connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).scalars().all():
            connection.execute(text(f'DROP TRIGGER "{trigger}"'))
        connection.execute(text(statement))


def test_a_new_database_is_migrated_and_then_the_record_is_empty_and_whole(run, tmp_path, monkeypatch):
    monkeypatch.setenv("PROTEMPORE_DATABASE_URL", f"sqlite:///{tmp_path / 'new' / 'one.sqlite'}")
    for _ in range(2):
        migrated = run("migrate")
        assert migrated.exit_code == 0, migrated.output
    verified = run("record", "verify")
    assert verified.exit_code == 0
    assert verified.output.startswith("entries  0\nhead     " + "0" * 64)


def test_before_migrating_nothing_else_runs(run, tmp_path, monkeypatch):
    monkeypatch.setenv("PROTEMPORE_DATABASE_URL", f"sqlite:///{tmp_path / 'one.sqlite'}")
    refused = run("record", "verify")
    assert refused.exit_code == 1
    assert "protempore migrate" in refused.output


def test_serving_with_a_placeholder_secret_is_refused(run, embedded):
    refused = run("serve")
    assert refused.exit_code == 1
    assert "PROTEMPORE_SECRET" in refused.output


def test_a_changed_entry_breaks_the_record(run, embedded):
    World(embedded).process()
    World(embedded).user("Ana")
    whole = run("record", "verify")
    assert (whole.exit_code, "entries  2" in whole.output) == (0, True)
    tamper(embedded, "UPDATE record_entry SET actor = 'somebody else' WHERE position = 1")
    broken = run("record", "verify")
    assert broken.exit_code == 1
    assert "BROKEN   at entry 1" in broken.output


def test_a_head_noted_earlier_shows_that_the_end_was_cut_off(run, embedded):
    World(embedded).process()
    World(embedded).user("Ana")
    with reading(embedded) as session:
        noted = head(session)
    assert run("record", "verify", "--head", noted).exit_code == 0
    tamper(embedded, "DELETE FROM record_entry WHERE position = 2")
    assert run("record", "verify").exit_code == 0
    cut = run("record", "verify", "--head", noted)
    assert cut.exit_code == 1
    assert "cut off" in cut.output
