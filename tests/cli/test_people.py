import pytest
from click.testing import CliRunner

from app.accounts import sign_ins
from app.cli import main
from app.db import writing
from tests.support.world import NOW, World

PASSWORD = "a long pass phrase"


@pytest.fixture
def run(embedded_engine, monkeypatch):
    monkeypatch.setenv("PROTEMPORE_DATABASE_URL", embedded_engine.url.render_as_string(hide_password=False))
    return lambda *arguments, **more: CliRunner().invoke(main, ["user", *arguments], **more)


def signs_in(engine, email, password):
    with writing(engine) as session:
        return isinstance(sign_ins.sign_in(session, email, password, origin="", agent="", at=NOW), sign_ins.SignedIn)


def test_an_account_is_opened_listed_closed_and_opened_again(run, embedded_engine):
    added = run("add", "Ana@Example.org", "--name", "Ana", "--operator", input=f"{PASSWORD}\n{PASSWORD}\n")
    assert added.exit_code == 0, added.output
    assert PASSWORD not in added.output
    assert run("list").output == "ana@example.org\tAna\toperator\n"
    assert signs_in(embedded_engine, "ana@example.org", PASSWORD)
    assert run("close", "ana@example.org").exit_code == 0
    assert run("list").output == "ana@example.org\tAna\toperator, closed\n"
    assert not signs_in(embedded_engine, "ana@example.org", PASSWORD)
    assert run("open", "ana@example.org").exit_code == 0
    assert signs_in(embedded_engine, "ana@example.org", PASSWORD)


def test_a_password_is_set_from_the_input(run, embedded_engine):
    assert run("add", "ana@example.org", "--name", "Ana", "--no-password").exit_code == 0
    assert run("list").output == "ana@example.org\tAna\tno password\n"
    assert run("password", "ana@example.org", "--password-stdin", input=f"{PASSWORD}\n").exit_code == 0
    assert signs_in(embedded_engine, "ana@example.org", PASSWORD)


@pytest.mark.parametrize(
    "arguments,says",
    [
        (("add", "ana", "--name", "Ana", "--no-password"), "not an e-mail address"),
        (("add", "known@example.org", "--name", "Known", "--no-password"), "has an account already"),
        (("password", "nobody@example.org", "--password-stdin"), "has no account"),
        (("close", "nobody@example.org"), "has no account"),
        (("open", "known@example.org"), "not closed"),
        (("password", "known@example.org", "--password-stdin"), "at least 12 characters"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(run, embedded_engine, arguments, says):
    World(embedded_engine).user("Known")
    refused = run(*arguments, input="short\n")
    assert refused.exit_code == 1
    assert says in refused.output
    assert "Traceback" not in refused.output
