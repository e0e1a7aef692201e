"""What is append-only in the models is guarded by the database itself."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import JSON, Boolean, DateTime, Engine, Integer, LargeBinary, String, Table, Uuid, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.types import TypeDecorator
from sqlmodel import SQLModel

from app.tables import metadata


def append_only() -> list[Table]:
    """The tables whose model says `__append_only__ = True`."""
    mappers = SQLModel._sa_registry.mappers
    tables = [mapper.local_table for mapper in mappers if getattr(mapper.class_, "__append_only__", False)]
    return sorted(tables, key=lambda table: table.name)


def test_there_are_append_only_tables() -> None:
    names = {table.name for table in append_only()}
    assert {"record_entry", "revision", "revision_paragraph", "amendment_version"} <= names <= set(metadata.tables)


@pytest.mark.parametrize("act", ["UPDATE {table} SET {column} = {column}", "DELETE FROM {table}"])
def test_the_database_refuses_to_alter_what_is_append_only(engine: Engine, act: str) -> None:
    for table in append_only():
        _insert_anything(engine, table)
        statement = act.format(table=table.name, column=next(iter(table.columns)).name)
        with pytest.raises(DBAPIError, match="append-only"), engine.begin() as connection:
            connection.execute(text(statement))
            raise AssertionError(f"A later migration lost the triggers of {table.name}: create them again (see 0001).")


def test_postgres_refuses_to_truncate(engine: Engine) -> None:
    if engine.dialect.name == "sqlite":
        return
    for table in append_only():
        with pytest.raises(DBAPIError, match="append-only"), engine.begin() as connection:
            connection.execute(text(f"TRUNCATE {table.name} CASCADE"))


def _insert_anything(engine: Engine, table: Table) -> None:
    """A row of plausible values that points nowhere. PostgreSQL needs none: its triggers bite before they look for rows."""
    if engine.dialect.name != "sqlite":
        return
    row = {column.name: _anything(column.type) for column in table.columns}
    raw = engine.raw_connection()
    raw.driver_connection.execute("PRAGMA foreign_keys=OFF")  # type: ignore[union-attr]
    raw.close()
    with engine.begin() as connection:
        connection.execute(table.insert(), row)


def _anything(kind: Any) -> Any:
    """A value of a column's type."""
    stored = kind.impl_instance if isinstance(kind, TypeDecorator) else kind
    examples = {
        String: "x",
        DateTime: datetime(2017, 3, 1, tzinfo=UTC),
        Uuid: uuid4(),
        JSON: {},
        LargeBinary: b"x",
        Boolean: False,
        Integer: 1,
    }
    return next(value for of, value in examples.items() if isinstance(stored, of))
