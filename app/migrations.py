"""Bringing a database to the schema this code expects, and telling whether it is there."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine
from sqlalchemy.engine import make_url

_HOME = Path(__file__).parent.parent / "alembic"


def _config(url: str | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_HOME).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["url"] = url
    return config


def upgrade(url: str, revision: str = "head") -> None:
    """Bring the database at `url` to the newest schema (or to `revision`), in one transaction; nothing when it is there.

    Makes the folder of an SQLite file. Two at once are safe: the second waits and finds the work done.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite" and parsed.database:
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    command.upgrade(_config(url), revision)


def downgrade(url: str, revision: str) -> None:
    """Take the database at `url` back to `revision` ("base" removes every table, and with them every row)."""
    command.downgrade(_config(url), revision)


def head() -> str | None:
    """The newest migration this code knows; None when there is none."""
    return ScriptDirectory.from_config(_config()).get_current_head()


def at_head(engine: Engine) -> bool:
    """Whether the database has exactly the schema this code expects."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision() == head()
