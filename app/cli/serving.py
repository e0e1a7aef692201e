"""`protempore serve` and `migrate`: the service and its database."""

import click

from app.cli.address import must_be_free
from app.cli.settings import database, on_this_machine, plainly, settings


@click.command()
@click.option("--host", help="The address to listen on.  [default: PROTEMPORE_HOST or 127.0.0.1]")
@click.option("--port", type=click.IntRange(0, 65535), help="The port.  [default: PROTEMPORE_PORT or 8000]")
@click.option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="How many processes serve.")
def serve(host: str | None, port: int | None, workers: int) -> None:
    """Serve the workspace, until Ctrl+C.

    Everything else is set by environment variables (PROTEMPORE_DATABASE_URL, PROTEMPORE_SECRET, …). The database must
    have been migrated: serving never changes its schema. More than one process is for PostgreSQL; on SQLite they wait
    for each other.

    \b
    Examples:
      protempore migrate && protempore serve
      protempore serve --port 8080
      protempore serve --host 0.0.0.0 --workers 4

    \b
    Exit codes: 0 stopped; 1 not started, the reason is on the error stream.
    """
    import uvicorn

    chosen = settings(host=host, port=port)
    database(chosen).dispose()
    must_be_free(chosen.host, chosen.port)
    # No log of addresses: the link of an invitation not yet taken up would stand in it.
    uvicorn.run("app.main:create_app", factory=True, host=chosen.host, port=chosen.port, workers=workers, access_log=False)


@click.command()
def migrate() -> None:
    """Bring the database to the schema this version expects, making it when there is none.

    The database is PROTEMPORE_DATABASE_URL, or an SQLite file in PROTEMPORE_DATA_DIR. Migrating again does nothing; two
    at once are safe. Make a copy of the database before.

    \b
    Examples:
      protempore migrate
      PROTEMPORE_DATA_DIR=elsewhere protempore migrate
    """
    from app import migrations
    from app.db import engine_for

    chosen = on_this_machine()
    try:
        migrations.upgrade(chosen.database_url)
        done = migrations.at_head(engine_for(chosen.database_url))
    except Exception as error:
        raise click.ClickException(f"The database could not be migrated: {plainly(error)}") from error
    if not done:
        raise click.ClickException("The database has a schema this version does not know.")
    click.echo(f"The database is at {migrations.head()}.")
