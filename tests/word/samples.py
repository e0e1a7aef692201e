"""Word files made by the scripts beside the project, where they are present."""

import json
import os
import runpy
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

ORACLES = Path(__file__).parents[2].parent / "shared" / "oracles"


@cache
def _made() -> Path:
    folder = Path(mkdtemp(prefix="word-samples-"))
    script = runpy.run_path(str(ORACLES / "make_samples.py"))
    content = {}
    for kind in ("good", "bad"):
        (folder / kind).mkdir()
        content[kind] = script[kind](folder / kind)
    (folder / "manifest.json").write_text(json.dumps(content), encoding="utf-8")
    return folder


def samples(kind: str) -> list[tuple[str, bytes, dict[str, list[str]]]]:
    """Name, content and what is known about each sample of a kind ("good", "bad"); skips where there are none."""
    if not ORACLES.is_dir():
        if os.environ.get("CI"):
            pytest.fail("the oracles are not beside the project")
        pytest.skip("the oracles are not beside the project")
    folder = _made()
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))[kind]
    return [(name, (folder / kind / f"{name}.docx").read_bytes(), known) for name, known in manifest.items()]
