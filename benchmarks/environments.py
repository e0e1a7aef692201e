"""Environments for the peers, each with its own, made when first needed and kept in `.tools/bench`."""

import importlib.util
import re
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[1]
PLACE = ROOT / ".tools" / "bench"
BESIDE_US = ROOT.parent / "shared" / "bench"


def python_with(packages: tuple[str, ...]) -> Path:
    """A Python that has `packages`; ours when there are none. Raises CalledProcessError when they cannot be had."""
    if not packages:
        return Path(sys.executable)
    place = PLACE / "-".join(re.findall(r"[\w-]+", " ".join(packages)))
    python = place / "bin" / "python"
    ready = place / "ready"
    if not ready.exists():
        shutil.rmtree(place, ignore_errors=True)
        venv.create(place, with_pip=True)
        install = [python, "-m", "pip", "install", "--quiet", "--quiet", "--disable-pip-version-check", *packages]
        subprocess.run(install, check=True)
        ready.touch()
    return python


def versions(packages: tuple[str, ...]) -> dict[str, str]:
    """Which versions of them were measured."""
    code = "import sys; from importlib.metadata import version; print(*map(version, sys.argv[1:]))"
    said = subprocess.run(
        [python_with(packages), "-c", code, *(name.split("[")[0] for name in packages)],
        check=True,
        capture_output=True,
        text=True,
    )
    return dict(zip(packages, said.stdout.split(), strict=True))


def beside_us(name: str) -> ModuleType | None:
    """The program `name` of those that measure redlines and are shared by several projects; None where they are not."""
    path = BESIDE_US / f"{name}.py"
    if not path.exists():
        return None
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
