"""What is installed is pinned by its hash, comes from wherever the machine is told to look, and is the same everywhere."""

import json
import re
import tomllib
from itertools import chain
from pathlib import Path

import pytest

from tests.building.source import read

LOCKS = [Path(f"requirements/{name}.txt") for name in ("base", "dev", "node", "oracles", "uv")]
PINNED = re.compile(r"^([a-z0-9][a-z0-9._-]*(?:\[[a-z0-9,-]+\])?)==([^ ]+)")


def pins(path: Path) -> dict[str, str]:
    return {match[1]: match[2] for line in read(path).splitlines() if (match := PINNED.match(line))}


@pytest.mark.parametrize("path", LOCKS, ids=str)
def test_every_requirement_is_pinned_with_hashes(path: Path) -> None:
    whole = read(path).replace("\\\n", " ")
    lines = [line for line in whole.splitlines() if line.strip() and not line.startswith("#")]
    assert lines
    loose = [line.split()[0] for line in lines if not PINNED.match(line) or "--hash=sha256:" not in line]
    assert not loose, f"Run `make lock`; these are not pinned by hash: {loose}"


def test_what_the_project_wants_is_locked() -> None:
    project = tomllib.loads(read(Path("pyproject.toml")))["project"]
    locked = {name.partition("[")[0] for name in pins(LOCKS[1])}
    wanted = list(chain(project["dependencies"], *project["optional-dependencies"].values()))
    missing = [name for name in wanted if re.split(r"[^a-z0-9-]", name)[0] not in locked]
    assert not missing, f"Run `make lock`: {missing}"
    assert not [name for name in wanted if re.search(r"[=<>~@]", name)], "Versions are fixed in requirements/, not here."


def test_development_adds_to_what_runs_and_changes_nothing() -> None:
    base, dev = pins(LOCKS[0]), pins(LOCKS[1])
    assert {name: dev.get(name) for name in base} == base, "Run `make lock`: what is tested must be what runs."


def test_the_front_end_is_pinned_without_an_address() -> None:
    packages = json.loads(read(Path("package-lock.json")))["packages"]
    assert all("resolved" not in package for package in packages.values())
    assert all("integrity" in package for name, package in packages.items() if name)
