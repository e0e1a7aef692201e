"""Text knows nothing. Features know no HTTP. The web knows no SQL."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.building.source import imported, modules, tree
from tests.support.programs import ROOT

PURE = {
    "text": {"app.text", "rapidfuzz", "diff_match_patch"},
    "word": {"app.text", "app.word", "babel", "docx", "lxml"},
}


def test_everybody_imports_only_what_is_below() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"Move what is shared downwards, or place the new storey in .importlinter:\n{done.stdout}"


@pytest.mark.parametrize("storey", PURE)
def test_the_pure_storeys_use_little(storey: str) -> None:
    allowed = PURE[storey] | sys.stdlib_module_names
    strangers = [
        f"{path} imports {name}"
        for path in modules()
        if path.is_relative_to(f"app/{storey}")
        for name in sorted(imported(tree(path)))
        if not any(name == one or name.startswith(f"{one}.") for one in allowed)
    ]
    assert not strangers, f"app.{storey} is pure, values in and values out; do this above it: {strangers}"
