from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from app.db import reading, writing
from app.errors import OutOfPlace
from app.exports.jobs import claims
from app.exports.jobs.claims import ATTEMPTS, LEASE, Claim
from app.exports.kinds import Kind
from app.exports.models import ExportJob
from app.exports.states import JobState
from app.exports.steps import Progress, Step
from tests.exports.jobs.queue import Queue

SECOND = timedelta(seconds=1)


def renew(queue: Queue, held: Claim, told: Progress | None = None) -> bool:
    with writing(queue.rcm.engine) as session:
        return claims.renew(session, held, told=told, at=queue.at)


def stumble(queue: Queue, held: Claim) -> None:
    with writing(queue.rcm.engine) as session:
        claims.stumble(session, held, at=queue.at)


def test_the_order_that_waited_longest_is_taken_up_first_and_by_one_only(queue: Queue) -> None:
    first = queue.order()
    queue.later(SECOND)
    second = queue.order(Kind.TABLE)
    held = [queue.claim(), queue.claim(), queue.claim()]
    assert [each and each.job_id for each in held] == [first.id, second.id, None]
    assert queue.now(first).state == JobState.RUNNING


def test_many_workers_at_once_take_up_each_order_once(queue: Queue) -> None:
    jobs = [queue.order(kind) for kind in (Kind.CLEAN, Kind.TABLE, Kind.SHEETS, Kind.COMPILATION)]
    with ThreadPoolExecutor(8) as workers:
        held = [each for each in workers.map(lambda _: queue.claim(), range(8)) if each]
    assert sorted(each.job_id for each in held) == sorted(job.id for job in jobs)


def test_progress_is_told_and_the_lease_renewed(queue: Queue) -> None:
    job = queue.order()
    held = queue.claimed()
    queue.later(LEASE - SECOND)
    assert renew(queue, held, Progress(Step.WRITING, 2, 5))
    now = queue.now(job)
    assert (now.step, now.steps_done, now.steps) == ("writing", 1, 3)
    assert (now.parts_done, now.parts) == (2, 5)
    queue.later(LEASE - SECOND)
    assert queue.claim() is None


def test_the_order_of_a_dead_worker_is_taken_up_and_the_dead_one_has_no_say(queue: Queue) -> None:
    job = queue.order()
    dead = queue.claimed()
    queue.later(LEASE + SECOND)
    with reading(queue.rcm.engine) as session:
        assert claims.is_something_to_do(session, at=queue.at)
    held = queue.claimed()
    assert held.job_id == job.id and held.token != dead.token
    assert not renew(queue, dead)
    stumble(queue, dead)
    assert renew(queue, held)
    assert queue.now(job).attempts == 2


def test_a_cancelled_order_is_no_longer_held(queue: Queue) -> None:
    job = queue.order()
    held = queue.claimed()
    queue.cancel(job)
    with reading(queue.rcm.engine) as session:
        assert not claims.holds(session, held)
    assert not renew(queue, held)
    with writing(queue.rcm.engine) as session:
        claims.fail(session, held, OutOfPlace("Too late."), at=queue.at)
    assert queue.now(job).state == JobState.CANCELLED
    assert queue.claim() is None


def test_what_is_given_back_is_taken_up_at_once_and_counts_for_nothing(queue: Queue) -> None:
    job = queue.order()
    with writing(queue.rcm.engine) as session:
        claims.give_back(session, claims.claim(session, at=queue.at))
    assert (queue.now(job).state, queue.now(job).attempts) == (JobState.WAITING, 0)
    assert queue.claimed().job_id == job.id


def test_what_kills_its_workers_is_given_up(queue: Queue) -> None:
    job = queue.order()
    for attempt in range(1, ATTEMPTS + 1):
        held = queue.claimed()
        assert queue.now(job).attempts == attempt
        stumble(queue, held)
    assert queue.now(job).state == JobState.FAILED
    said = queue.now(job).refusal
    assert "{attempts}" in said["text"] and said["values"] == {"attempts": str(ATTEMPTS)}


def test_what_is_lost_again_and_again_is_given_up_when_it_would_be_taken_up(queue: Queue) -> None:
    lost = queue.order()
    for _ in range(ATTEMPTS):
        queue.claimed()
        queue.later(LEASE + SECOND)
    next_one = queue.order(Kind.TABLE)
    assert queue.claimed().job_id == next_one.id
    assert queue.now(lost).state == JobState.FAILED


def test_a_reason_is_kept_with_its_values(queue: Queue) -> None:
    job = queue.order()
    held = queue.claimed()
    with writing(queue.rcm.engine) as session:
        claims.fail(session, held, OutOfPlace("After {minutes} minutes.", minutes=3), at=queue.at)
    with reading(queue.rcm.engine) as session:
        row = session.get_one(ExportJob, job.id)
    assert row.refusal == {"text": "After {minutes} minutes.", "values": {"minutes": "3"}}
    assert row.ended_at == queue.at
