"""How Alembic reaches the database: one transaction, one migrator at a time, on SQLite and on PostgreSQL."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from alembic.util import CommandError
from sqlalchemy import Connection, text
from sqlalchemy.types import String, TypeDecorator

from app.config import Settings
from app.db import Instant, engine_for
from app.tables import metadata

MIGRATION_LOCK = 7_244_903_118


def render_item(kind: str, item: Any, autogen: AutogenContext) -> str | Literal[False]:
    """Writes our own column types as SQLAlchemy's, so that a migration never depends on the code of its day."""
    if kind == "type" and isinstance(item, Instant):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, TypeDecorator) and isinstance(item.impl, String):
        return f"sa.String(length={item.impl.length})" if item.impl.length else "sa.String()"
    return False


def number_in_order(_context: Any, _revision: Any, directives: list[Any]) -> None:
    """Names a new migration after its place: 0001, 0002, …"""
    newest = context.script.get_current_head()
    directives[0].rev_id = f"{int(newest or 0) + 1:04d}"


def migrate(connection: Connection) -> None:
    sqlite = connection.dialect.name == "sqlite"
    if sqlite:
        # Batch mode rebuilds tables; with the keys enforced, dropping the old one would take its children along.
        # The pragma is ignored inside a transaction, so it goes past SQLAlchemy, which would begin one.
        connection.connection.driver_connection.execute("PRAGMA foreign_keys=OFF")
    context.configure(
        connection=connection,
        target_metadata=metadata,
        compare_type=True,
        render_as_batch=True,
        render_item=render_item,
        process_revision_directives=number_in_order,
    )
    with context.begin_transaction():
        if not sqlite:
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATION_LOCK})
        context.run_migrations()
        if sqlite and connection.execute(text("PRAGMA foreign_key_check")).first():
            raise CommandError("The migration would leave rows that point to nothing; nothing was changed.")


if context.is_offline_mode():
    raise CommandError("Migrations read the database they change; writing them out as SQL is not supported.")

engine = engine_for(context.config.attributes.get("url") or Settings().database_url)
try:
    # On SQLite this takes the write lock at once, so that a second migrator waits instead of failing half-way.
    with engine.execution_options(protempore_writes=True).connect() as connection:
        migrate(connection)
finally:
    engine.dispose()
