from pathlib import Path

import pytest

from app.exports.jobs import apart
from app.exports.jobs.apart import Task, carry_out
from app.exports.jobs.attempt import Attempt
from app.exports.kinds import Kind
from app.exports.steps import Progress, Step
from tests.exports.jobs.queue import Queue


def task(queue: Queue, folder: Path) -> Task:
    job = queue.order(Kind.COMPILATION)
    url = queue.rcm.engine.url.render_as_string(hide_password=False)
    return Task(str(job.id), url, queue.at.isoformat(), str(folder))


def test_it_tells_how_many_paragraphs_are_written(
    embedded_queue: Queue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "OFTEN", 0)
    asked = task(embedded_queue, tmp_path)
    carry_out(asked)
    told = Attempt(asked).progress()
    assert told is not None and told.step is Step.WRITING
    assert told.done == told.parts > 15


def test_it_tells_no_more_often_than_anybody_looks(
    embedded_queue: Queue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "OFTEN", 3600)
    asked = task(embedded_queue, tmp_path)
    carry_out(asked)
    assert Attempt(asked).progress() == Progress(Step.WRITING), "each step at once, and its parts later"


def test_before_it_has_begun_nothing_is_told(embedded_queue: Queue, tmp_path: Path) -> None:
    assert Attempt(task(embedded_queue, tmp_path)).progress() is None
