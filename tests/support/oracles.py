"""Programs written by others that check the Word files we write: validators, and readers that accept and reject."""

import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from tests.support.comment_window import on_path

ROOT = Path(__file__).resolve().parents[2]
ORACLES = ROOT.parent / "shared" / "oracles"
VALIDATOR = ROOT / "node_modules" / "@xarsh" / "ooxml-validator-linux-x64" / "ooxml-validator"
OFFICE_PYTHON = Path(os.environ.get("LO_PYTHON", "/usr/bin/python3"))

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PROPERTY_CHANGES = ("rPrChange", "pPrChange", "sectPrChange")
_TRACKED = ("ins", "del", "moveFrom", "moveTo", *_PROPERTY_CHANGES)


def needed(path: Path) -> Path:
    """`path`; where it is absent the test is skipped, and fails in continuous integration."""
    if not path.exists():
        if os.environ.get("CI"):
            pytest.fail(f"{path.name} is not installed")
        pytest.skip(f"{path.name} is not installed")
    return path


@cache
def _lint():
    sys.path.insert(0, str(needed(ORACLES / "lint_revisions.py").parent))
    try:
        import lint_revisions
    finally:
        sys.path.pop(0)
    return lint_revisions


def lint(data: bytes) -> list[str]:
    """Broken rules that no schema sees, across the package."""
    needed(ORACLES / "lint_revisions.py")
    found = _lint().lint(io.BytesIO(data))
    return [f"{item['code']} {item['part']}: {item['message']}" for item in found if item["severity"] == "error"]


def schema_errors(data: bytes, folder: Path) -> list[str]:
    """What the Open XML SDK has against the file; `folder` is where it may be put."""
    path = folder / "validated.docx"
    path.write_bytes(data)
    said = subprocess.run([needed(VALIDATOR), path], capture_output=True, text=True, timeout=120, check=False)
    answer = json.loads(said.stdout)
    found = [f"{item.get('path')} {item.get('xPath')}: {item['description']}" for item in answer["errors"]]
    assert bool(found) is not answer["ok"]
    return found


def accepted(data: bytes) -> list[str]:
    """The paragraphs after docx-scalpel has accepted all changes."""
    return paragraphs(_scalpel("accept", data))


def rejected(data: bytes) -> list[str]:
    """The paragraphs after docx-scalpel has rejected all changes."""
    return paragraphs(_scalpel("reject", data))


def resolved(what: str, data: bytes) -> bytes:
    """The file after docx-scalpel has accepted ("accept") or rejected ("reject") all changes."""
    return _scalpel(what, data)


def _scalpel(what: str, data: bytes) -> bytes:
    from docx_scalpel import session

    done = getattr(session, f"docx_diff_{what}_revisions")(data)
    assert not left(done), "docx-scalpel left changes behind"
    return done


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def left(data: bytes) -> set[str]:
    """The kinds of tracked changes in the body."""
    body = part(data)
    return {tag for tag in _TRACKED if body.find(f".//{_W}{tag}") is not None}


def paragraphs(data: bytes, name: str = "word/document.xml") -> list[str]:
    """The words of each w:p, whatever is tracked; a note shows as nothing."""
    out = []
    for paragraph in part(data, name).iter(f"{_W}p"):
        words = ""
        for element in paragraph.iter():
            if element.tag in (f"{_W}t", f"{_W}delText"):
                words += element.text or ""
            elif element.tag == f"{_W}tab" and element.getparent().tag == f"{_W}r":
                words += "\t"
            elif element.tag == f"{_W}br":
                words += "\n"
        out.append(words)
    return out


def tight(words: Iterable[str]) -> list[str]:
    """Paragraphs without their blanks; those that are left with nothing are left out."""
    bare = ("".join(each.split()) for each in words)
    return [each for each in bare if each]


def styled(data: bytes) -> list[str]:
    """The style of each w:p."""
    return [found.get(f"{_W}val") for found in part(data).iterfind(f".//{_W}p/{_W}pPr/{_W}pStyle")]


def office(what: str, files: Mapping[str, bytes], folder: Path) -> dict[str, dict]:
    """What LibreOffice makes of each file: `what` is "accept", "reject", "show" or "list". One start for all of them."""
    script = needed(ORACLES / "accept_reject_lo.py")
    needed(Path("/usr/bin/soffice"))
    needed(OFFICE_PYTHON)
    paths: Sequence[Path] = [folder / f"{name}.docx" for name in files]
    for path, data in zip(paths, files.values(), strict=True):
        path.write_bytes(data)
    command = [OFFICE_PYTHON, script, what, *paths]
    environment = {**os.environ, "PATH": on_path(folder)}
    said = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=540, check=False)
    answers = [json.loads(line) for line in said.stdout.splitlines() if line]
    assert [Path(answer["file"]) for answer in answers] == paths, said.stderr
    return dict(zip(files, answers, strict=True))
