"""A program that is missing is an excuse on a desk, and none in CI."""

from pathlib import Path

import pytest

from tests.support import programs


@pytest.fixture(autouse=True)
def nothing_is_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(programs, "SHARED", tmp_path / "shared")


def test_missing_on_a_desk_it_skips(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="chromium is not installed"):
        programs.need("chromium")
    with pytest.raises(pytest.skip.Exception, match="not beside the project"):
        programs.need_shared("oracles")


def test_missing_in_ci_it_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="nothing may be skipped"):
        programs.need("chromium")
    with pytest.raises(pytest.fail.Exception, match="nothing may be skipped"):
        programs.need_shared("data")


def test_what_is_on_the_path_is_found(tmp_path: Path) -> None:
    program = tmp_path / "chromium"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    assert programs.need("chromium") == program
