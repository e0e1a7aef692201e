"""`protempore demo`: the service on this machine, with the demonstration loaded."""

import json
import secrets
from pathlib import Path

import click

from app.cli.address import must_be_free

OFFSET = "demonstration.json"


@click.command()
@click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("data"),
    show_default=True,
    help="The folder it is kept in.",
)
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="The port.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
def demo(data: Path, port: int, host: str) -> None:
    """Load the demonstration into an SQLite database in the folder DATA, and serve it on this machine.

    It is the Regional Conference on Migration in the spring of 2017: its clock begins on 6 April of that year and runs on
    from there. What you do in it is kept in DATA; delete that folder to begin anew. Whom to sign in as is printed, with
    the password.

    \b
    Examples:
      protempore demo
      protempore demo --data rehearsal --port 8080
    """
    import uvicorn
    from pydantic import SecretStr

    from app import migrations
    from app.config import Mode, Settings
    from app.db import engine_for
    from app.demonstration.load import is_empty, load
    from app.demonstration.seats import PASSWORD, people
    from app.main import create_app
    from app.store import Store

    must_be_free(host, port)
    data.mkdir(parents=True, exist_ok=True)
    kept = _kept(data)
    settings = Settings(
        mode=Mode.DEVELOPMENT,
        secret=SecretStr(kept["secret"]),
        data_dir=data,
        exports_dir=data / "exports",
        database_url=f"sqlite:///{data / 'protempore.sqlite'}",
        host=host,
        port=port,
        public_url=f"http://{host}:{port}",
        clock_offset_seconds=kept["offset_seconds"],
    )
    migrations.upgrade(settings.database_url)
    engine = engine_for(settings.database_url)
    if is_empty(engine):
        load(engine, Store(data / "files"))
    engine.dispose()

    click.echo(f"\nPro Tempore, with the demonstration, on http://{host}:{port}\n")
    click.echo("Sign in as any of these; the password is the same for all.\n")
    for role, email in people():
        click.echo(f"  {role:<34} {email:<28} {PASSWORD}")
    click.echo("\nStop with Ctrl+C.\n")
    uvicorn.run(create_app(settings), host=host, port=port, log_level="warning", access_log=False)


def _kept(data: Path) -> dict:
    """What must stay the same when the demonstration is started again: its secret, and how far its clock is set back."""
    path = data / OFFSET
    if not path.exists():
        from app import clock
        from app.demonstration.story import TODAY

        offset = (TODAY - clock.now()).total_seconds()
        path.write_text(json.dumps({"secret": secrets.token_urlsafe(48), "offset_seconds": offset}), encoding="utf-8")
    return json.loads(path.read_text(encoding="utf-8"))
