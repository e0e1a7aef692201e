from datetime import UTC, datetime, timedelta

from app.clock import Clock, now


def test_the_clock_tells_the_time_in_utc() -> None:
    assert abs(now() - datetime.now(UTC)) < timedelta(seconds=5)
    assert now().tzinfo is UTC


def test_a_clock_set_off_runs_on() -> None:
    clock = Clock(timedelta(days=-365))
    first, second = clock.now(), clock.now()
    assert first <= second < now() - timedelta(days=364)
