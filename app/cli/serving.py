"""`protempore serve`, `migrate` and `record`: the service and its database."""

import click

from app.cli.settings import database, on_this_machine, settings


@click.command()
@click.option("--host", help="The address to listen on.  [default: PROTEMPORE_HOST or 127.0.0.1]")
@click.option("--port", type=click.IntRange(0, 65535), help="The port.  [default: PROTEMPORE_PORT or 8000]")
@click.option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="How many processes serve.")
def serve(host: str | None, port: int | None, workers: int) -> None:
    """Serve the workspace.

    Everything else is set by environment variables (PROTEMPORE_DATABASE_URL, PROTEMPORE_SECRET, …). The database must
    have been migrated.

    \b
    protempore migrate && protempore serve --port 8080
    """
    import uvicorn

    chosen = settings(host=host, port=port)
    database(chosen).dispose()
    # No log of addresses: the link of an invitation not yet taken up would stand in it.
    uvicorn.run("app.main:create_app", factory=True, host=chosen.host, port=chosen.port, workers=workers, access_log=False)


@click.command()
def migrate() -> None:
    """Bring the database to the schema this version expects, making it when there is none.

    The database is PROTEMPORE_DATABASE_URL, or an SQLite file in PROTEMPORE_DATA_DIR.
    """
    from app import migrations
    from app.db import engine_for

    chosen = on_this_machine()
    try:
        migrations.upgrade(chosen.database_url)
        done = migrations.at_head(engine_for(chosen.database_url))
    except Exception as error:
        raise click.ClickException(f"The database could not be migrated: {error}") from error
    if not done:
        raise click.ClickException("The database has a schema this version does not know.")
    click.echo(f"The database is at {migrations.head()}.")


@click.group()
def record() -> None:
    """The record of every act by anyone."""


@record.command()
@click.option("--head", metavar="HASH", help="A head noted earlier, as every export carries one: it must be found.")
def verify(head: str | None) -> None:
    """Prove that no entry of the record was removed, changed or put between others.

    A record whose newest entries were cut off is whole by itself; give a head noted earlier to find that out. The exit
    code is 1 when the record is broken.
    """
    from app.db import reading
    from app.record import chain

    with reading(database(on_this_machine())) as session:
        found = chain.verify(session, expected_head=head)
    click.echo(f"entries  {found.entries}\nhead     {found.head}")
    if found.whole:
        click.echo("whole    nothing was removed or changed")
        return
    lost = head is not None and found.broken_at == found.entries + 1 and found.entries > 0
    reason = "an entry here is missing or was changed" + (", or the given head was cut off" if lost else "")
    click.echo(f"BROKEN   at entry {found.broken_at}: {reason}", err=True)
    raise SystemExit(1)
