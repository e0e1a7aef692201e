import pytest
from click.testing import CliRunner

from app.cli import main


@pytest.fixture
def run(monkeypatch):
    for name in ("PROTEMPORE_SECRET", "PROTEMPORE_MODE"):
        monkeypatch.delenv(name, raising=False)
    return lambda *arguments: CliRunner().invoke(main, list(arguments))


@pytest.fixture
def embedded(embedded_engine, monkeypatch):
    monkeypatch.setenv("PROTEMPORE_DATABASE_URL", embedded_engine.url.render_as_string(hide_password=False))
    return embedded_engine


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


def test_serving_a_database_that_was_not_migrated_is_refused(run, tmp_path, monkeypatch):
    monkeypatch.setenv("PROTEMPORE_MODE", "development")
    monkeypatch.setenv("PROTEMPORE_DATABASE_URL", f"sqlite:///{tmp_path / 'one.sqlite'}")
    refused = run("serve")
    assert refused.exit_code == 1
    assert "protempore migrate" in refused.output


def test_a_database_that_does_not_answer_is_said_in_a_line(run, monkeypatch):
    monkeypatch.setenv("PROTEMPORE_DATABASE_URL", "postgresql://nobody@127.0.0.1:1/nothing")
    for arguments in (("migrate",), ("record", "verify")):
        refused = run(*arguments)
        assert refused.exit_code == 1
        assert len(refused.stderr.splitlines()) == 1 and "sqlalche.me" not in refused.stderr
