"""The migrations lead to the schema the code means, there and back, on both databases."""

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect
from sqlmodel import SQLModel

import app.tables
from app import migrations
from app.db import engine_for
from tests.support.databases import Maker
from tests.support.programs import ROOT


def differences(engine: Engine) -> list[object]:
    with engine.connect() as connection:
        return compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), SQLModel.metadata)


def test_there_is_one_head() -> None:
    heads = ScriptDirectory.from_config(Config(ROOT / "alembic.ini")).get_heads()
    assert len(heads) == 1, f"Two migrations follow the same one: {heads}. Let one of them follow the other."


def test_the_schema_is_the_one_the_models_mean(engine: Engine) -> None:
    assert app.tables.metadata is SQLModel.metadata
    assert differences(engine) == [], "The models have moved on: write a migration (`make migration NAME=…`)."


def test_up_down_and_up_again(maker: Maker) -> None:
    url = maker.empty()
    engine = engine_for(url)
    assert not migrations.at_head(engine)
    migrations.upgrade(url)
    assert migrations.at_head(engine)
    migrations.downgrade(url, "base")
    assert set(inspect(engine).get_table_names()) <= {"alembic_version"}
    assert not migrations.at_head(engine)
    migrations.upgrade(url)
    assert migrations.at_head(engine)
    assert differences(engine) == []
    engine.dispose()
    maker.drop(url)


def test_upgrading_what_is_up_to_date_changes_nothing(database_url: str) -> None:
    migrations.upgrade(database_url)
    engine = engine_for(database_url)
    assert migrations.at_head(engine)
    engine.dispose()
