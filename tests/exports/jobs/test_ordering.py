from datetime import timedelta

import pytest
from sqlmodel import select

from app.db import reading
from app.errors import Denied, OutOfPlace, TooMany
from app.exports.jobs import ordering
from app.exports.kinds import Kind
from app.exports.models import ExportJob
from app.exports.states import JobState
from app.record import chain
from tests.exports.jobs.queue import Queue


def last_act(queue: Queue) -> tuple[str, str, dict]:
    with reading(queue.rcm.engine) as session:
        *_, last = chain.entries(session)
    return last.act, last.actor, last.after


def test_an_order_waits_and_is_on_the_record(queue: Queue) -> None:
    job = queue.order(Kind.COMPILATION, anonymous=True)
    assert (job.state, job.steps, job.attempts) == (JobState.WAITING, 3, 0)
    act, actor, after = last_act(queue)
    assert (act, actor) == ("export.order", queue.rcm.person("delegate@hn.example").name)
    assert after["kind"] == "compilation" and after["options"] == {"anonymous": True}


def test_ordering_twice_is_ordering_once(queue: Queue) -> None:
    first, again = queue.order(), queue.order()
    other = queue.order(email="delegate@gt.example")
    assert first.id == again.id != other.id
    queue.cancel(first)
    assert queue.order().id != first.id, "what was cancelled can be ordered anew"


def test_nobody_fills_the_queue_alone(embedded_queue: Queue) -> None:
    queue = embedded_queue
    jobs = [
        queue.order(kind, anonymous=nameless)
        for kind in list(Kind)[:6]
        if kind != Kind.REDLINE
        for nameless in (False, True)
    ]
    kept = {job.id for job in jobs}
    amendments = [each.id for each in queue.rcm.story.amendments.values()]
    with pytest.raises(TooMany):
        for each in amendments:
            kept.add(queue.order(Kind.SHEETS, amendments=(each,)).id)
    assert len(kept) == ordering.MOST
    queue.order(email="delegate@gt.example")


def test_who_ordered_it_cancels_it(queue: Queue) -> None:
    job = queue.order()
    queue.cancel(job)
    assert queue.now(job).state == JobState.CANCELLED
    assert last_act(queue)[:2] == ("export.cancel", queue.rcm.person("delegate@hn.example").name)
    with pytest.raises(OutOfPlace):
        queue.cancel(job)


def test_the_chair_cancels_it_too_and_nobody_else(queue: Queue) -> None:
    job = queue.order()
    for other in ("presidency@hn.example", "delegate@gt.example", "network@rncom.example"):
        with pytest.raises(Denied):
            queue.cancel(job, other)
    queue.cancel(job, "secretariat@rcm.example")
    assert queue.now(job).state == JobState.CANCELLED


def test_what_ended_long_ago_is_forgotten(queue: Queue) -> None:
    old, standing = queue.order(), queue.order(Kind.TABLE)
    queue.cancel(old)
    queue.later(ordering.KEPT + timedelta(seconds=1))
    new = queue.order(Kind.SHEETS)
    with reading(queue.rcm.engine) as session:
        assert set(session.exec(select(ExportJob.id))) == {standing.id, new.id}


def test_how_many_come_before_is_counted(queue: Queue) -> None:
    queue.order()
    queue.later(timedelta(seconds=1))
    second = queue.order(Kind.TABLE)
    with reading(queue.rcm.engine) as session:
        assert ordering.waiting_before(session, second) == 1
