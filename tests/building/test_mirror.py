"""Whoever looks for the tests of a file finds them under the same name."""

from pathlib import Path

from tests.building.source import files
from tests.support.programs import ROOT

ABOVE_THE_MODULES = {"building", "schema", "stories", "support"}


def test_test_files_mirror_modules() -> None:
    lost = [str(path) for path in files() if _is_test(path) and not _mirrored(path)]
    assert not lost, f"tests/x/test_y.py (or tests/x/y/test_….py) belongs to app/x/y.py or app/x/y/; move {lost}"


def _is_test(path: Path) -> bool:
    return path.parts[0] == "tests" and path.name.startswith("test_") and path.parts[1] not in ABOVE_THE_MODULES


def _mirrored(path: Path) -> bool:
    folder = ROOT / "app" / Path(*path.parts[1:-1])
    module = folder / path.name.removeprefix("test_")
    return module.is_file() or module.with_suffix("").is_dir() or folder.with_suffix(".py").is_file()
