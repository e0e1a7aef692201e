from pathlib import Path

import pytest

from app.word.house.inventory import look_through
from app.word.house.slimming import slim
from app.word.house.taming import tamed
from app.word.package import Package
from app.word.reference import reference
from app.word.wording import words
from tests.support.oracles import lint, schema_errors
from tests.word.house.letterheads import counting, emblem, hostile, secretariat


def slimmed(data: bytes) -> bytes:
    return slim(tamed(data).package)


@pytest.mark.parametrize("data", [reference(), secretariat(), secretariat(further=counting), hostile()])
def test_it_brings_what_the_whole_file_brings(data: bytes, tmp_path: Path) -> None:
    thin = slimmed(data)
    before, after = look_through(data), look_through(thin)
    for kept in ("styles", "missing", "letterhead", "paper", "fonts", "embedded"):
        assert getattr(before, kept) == getattr(after, kept)
    assert after.left_out == {}
    assert lint(thin) == []
    assert schema_errors(thin, tmp_path) == []


def test_nothing_else_is_left_in_it() -> None:
    package = Package.read(slimmed(hostile()))
    assert not words(package.xml(package.main)).strip()
    kinds = {name.rpartition("/")[2].rstrip("0123456789.") for name in package.parts if "bin" in name or "docProps" in name}
    assert kinds == set()
    assert emblem() in package.parts.values()


def test_slimming_again_changes_nothing() -> None:
    thin = slimmed(secretariat())
    assert slimmed(thin) == thin == slimmed(secretariat())
