"""The files of the project, as the house rules look at them."""

import ast
import subprocess
from functools import cache
from pathlib import Path

import pytest

from tests.support.programs import ROOT

APP = ROOT / "app"


@cache
def files() -> tuple[Path, ...]:
    """Every file that is, or is about to be, in the repository, relative to its root."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(listing, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip("this is not a git checkout, so what belongs to the project is not known")
    return tuple(sorted({Path(name) for name in done.stdout.split("\0") if name and (ROOT / name).is_file()}))


@cache
def modules() -> tuple[Path, ...]:
    """Every Python file of the product, relative to the root."""
    return tuple(sorted(path.relative_to(ROOT) for path in APP.rglob("*.py")))


@cache
def read(path: Path) -> str:
    """The text of a file of the project; undecodable bytes (pictures, documents) replaced."""
    return (ROOT / path).read_text(encoding="utf-8", errors="replace")


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a Python file of the project."""
    return ast.parse(read(path), filename=str(path))


def dotted(path: Path) -> str:
    """The module a Python file is: app/text/diff.py is app.text.diff."""
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


def imported(module: ast.Module) -> set[str]:
    """The modules a module imports, anywhere in it."""
    found: set[str] = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found
