"""`protempore user`: accounts, for whoever runs the machine."""

import sys
from collections.abc import Callable

import click
from sqlmodel import Session

from app.accounts import queries, users
from app.accounts.models import User
from app.cli.settings import database, on_this_machine, present
from app.db import reading, writing
from app.errors import Refusal
from app.record.actor import COMMAND_LINE

from_pipe = click.option("--password-stdin", is_flag=True, help="Read the password from the first line of the input.")


@click.group()
def user() -> None:
    """Open, list and close accounts, and set passwords.

    An operator founds processes and may keep all of them in order; everybody else gets a seat by an invitation.

    \b
    Examples:
      protempore user add secretariat@example.org --name "Technical Secretariat" --operator
      protempore user password secretariat@example.org
      protempore user list
    """


@user.command()
@click.argument("email")
@click.option("--name", required=True, help="The name the person is shown by.")
@click.option("--language", default="", metavar="CODE", help="The language of their pages: es, en.")
@click.option("--operator", is_flag=True, help="May found processes and open accounts.")
@click.option("--no-password", is_flag=True, help="Nobody can sign in until a password is set.")
@from_pipe
def add(email: str, name: str, language: str, operator: bool, no_password: bool, password_stdin: bool) -> None:
    """Open an account. Asks for the password, at least 12 characters.

    \b
    Examples:
      protempore user add secretariat@example.org --name "Technical Secretariat" --operator
      protempore user add delegate@example.org --name "Delegate" --language es --no-password
      pass show secretariat | protempore user add secretariat@example.org --name Secretariat --password-stdin
    """
    password = None if no_password else _asked(password_stdin)

    def _open(session: Session) -> None:
        at = present(on_this_machine())
        given = {"email": email, "name": name, "password": password, "language": language}
        users.create(session, **given, operator=operator, by=COMMAND_LINE, at=at)  # type: ignore[arg-type]

    _carry_out(_open)
    click.echo(f"{email} has an account.")


@user.command()
@click.argument("email")
@from_pipe
def password(email: str, password_stdin: bool) -> None:
    """Set a person's password. All their sign-ins end.

    \b
    Examples:
      protempore user password secretariat@example.org
      pass show secretariat | protempore user password secretariat@example.org --password-stdin
    """
    new = _asked(password_stdin)
    _carry_out(lambda session: users.set_password(session, _known(session, email), new=new, **_by()))
    click.echo(f"{email} has a new password, and must sign in again everywhere.")


@user.command("list")
def list_() -> None:
    """List every account: e-mail, name and marks, between tabs.

    The marks are: operator; no password, when nobody can sign in with it yet; closed.

    \b
    Example:
      protempore user list
    """
    with reading(database(on_this_machine())) as session:
        found = queries.all_users(session, by=COMMAND_LINE)
    for each in found:
        marks = [
            mark
            for mark, holds in (
                ("operator", each.operator),
                ("no password", not each.password_hash),
                ("closed", each.disabled_at is not None),
            )
            if holds
        ]
        click.echo(f"{each.email}\t{each.name}\t{', '.join(marks)}".rstrip())


@user.command()
@click.argument("email")
def close(email: str) -> None:
    """Close an account: nobody can sign in with it. What the person did stays.

    \b
    Example:
      protempore user close delegate@example.org
    """
    _carry_out(lambda session: users.disable(session, _known(session, email), **_by()))
    click.echo(f"The account of {email} is closed.")


@user.command("open")
@click.argument("email")
def open_(email: str) -> None:
    """Open a closed account again.

    \b
    Example:
      protempore user open delegate@example.org
    """
    _carry_out(lambda session: users.enable(session, _known(session, email), **_by()))
    click.echo(f"The account of {email} is open.")


def _by() -> dict:
    return {"by": COMMAND_LINE, "at": present(on_this_machine())}


def _carry_out(act: Callable[[Session], None]) -> None:
    try:
        with writing(database(on_this_machine())) as session:
            act(session)
    except Refusal as refusal:
        raise click.ClickException(str(refusal)) from None


def _known(session: Session, email: str) -> User:
    found = users.by_email(session, email)
    if found is None:
        raise click.ClickException(f"{email} has no account.")
    return found


def _asked(from_input: bool) -> str:
    if from_input:
        return sys.stdin.readline().rstrip("\r\n")
    return click.prompt("Password", hide_input=True, confirmation_prompt=True)
