import io
import sys
import threading

import pytest

from app.cli import progress


class Terminal(io.StringIO):
    """A terminal that says when something was shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown = threading.Event()

    def isatty(self) -> bool:
        return True

    def flush(self) -> None:
        self.shown.set()


def test_a_bar_moves_on_a_terminal_and_is_wiped_away(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(progress, "_PATIENCE", 0)
    monkeypatch.setattr(progress, "_STEP", 0.001)
    with progress.working("Comparing"):
        assert terminal.shown.wait(60)
    assert "Comparing [######" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")


def test_nothing_is_shown_of_quick_work_or_off_a_terminal(monkeypatch):
    for stream in (Terminal(), io.StringIO()):
        monkeypatch.setattr(sys, "stderr", stream)
        with progress.working("Comparing"):
            pass
        assert stream.getvalue() == ""


def test_errors_pass_through_and_stop_the_bar(monkeypatch):
    monkeypatch.setattr(sys, "stderr", Terminal())
    with pytest.raises(KeyError), progress.working("Comparing"):
        raise KeyError
