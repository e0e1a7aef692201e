"""The settings as the commands see them, with errors in plain words."""

from datetime import datetime, timedelta
from typing import Any

import click
from pydantic import ValidationError
from sqlalchemy import Engine

from app.clock import Clock
from app.config import Mode, Settings
from app.db import engine_for
from app.migrations import at_head


def settings(**given: Any) -> Settings:
    """The settings of the environment, with what was `given` on the command line before them."""
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})
    except ValidationError as error:
        lines = [
            f"  {'.'.join(map(str, each['loc'])) or 'settings'}: {each['msg'].removeprefix('Value error, ')}"
            for each in error.errors()
        ]
        raise click.ClickException("The settings cannot be used:\n" + "\n".join(lines)) from None


def on_this_machine() -> Settings:
    """The settings for a command that serves nobody: it needs no secret, since it seals no cookies."""
    return settings(mode=Mode.DEVELOPMENT)


def database(chosen: Settings) -> Engine:
    """The engine of a database that has the schema. Raises ClickException when it has not."""
    engine = engine_for(chosen.database_url)
    try:
        ready = at_head(engine)
    except Exception as error:
        raise click.ClickException(f"The database cannot be opened: {plainly(error)}") from None
    if not ready:
        raise click.ClickException("The database is not at the schema of this version. Run “protempore migrate” first.")
    return engine


def plainly(error: Exception) -> str:
    """What a database says is wrong, in its own words and without those of the libraries in between."""
    return str(getattr(error, "orig", None) or error).splitlines()[0]


def present(chosen: Settings) -> datetime:
    """The time as the service tells it."""
    return Clock(timedelta(seconds=chosen.clock_offset_seconds)).now()
