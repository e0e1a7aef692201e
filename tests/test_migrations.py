"""Bringing a database to the newest schema, by one process or by several at once."""

import subprocess
import sys
from pathlib import Path

from app import migrations
from app.db import engine_for
from tests.support.databases import Maker
from tests.support.programs import ROOT

UPGRADE = "import sys; from app import migrations; migrations.upgrade(sys.argv[1])"


def test_several_processes_may_migrate_at_once(maker: Maker) -> None:
    url = maker.empty()
    processes = [
        subprocess.Popen([sys.executable, "-c", UPGRADE, url], cwd=ROOT, stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    for process in processes:
        _, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors
    engine = engine_for(url)
    assert migrations.at_head(engine)
    engine.dispose()
    maker.drop(url)


def test_the_folder_of_a_database_file_is_made(tmp_path: Path) -> None:
    file = tmp_path / "not" / "there" / "yet.sqlite"
    migrations.upgrade(f"sqlite:///{file}")
    assert file.is_file()


def test_an_empty_database_is_not_at_head(maker: Maker) -> None:
    url = maker.empty()
    engine = engine_for(url)
    assert migrations.head() is not None
    assert not migrations.at_head(engine)
    engine.dispose()
    maker.drop(url)
